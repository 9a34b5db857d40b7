import { Hono, type Context as HonoContext } from 'hono';
import { typedBody } from '../../../../foundation/http/typed-body.ts';
import { UUID } from '../../../../foundation/http/uuid-in-path.ts';
import { localPath } from '../../../../foundation/i18n/language.ts';
import { type DeskEnvironment, deskPath, permit } from '../../../accounts/index.ts';
import type { KnowledgeSetting } from '../../setting.ts';
import { PartnerDeskPage, partnerMessages } from '../../web/index.ts';
import { addReference, confirmReference, describePartner, removeReference } from '../act-on-partner.ts';
import { readPartner } from '../check-partner.ts';
import type { PartnerKind } from '../contract.ts';
import { findPartner } from '../partner-store.ts';
import { listReferencesOf, listReferencesTo } from '../reference-store.ts';
import { presentPartnerDesk, type Shown } from './present-partner-desk.ts';

type Page = HonoContext<DeskEnvironment>;

const AT = '/rathaus/:organisation/partner';
const ENTRY = new RegExp(UUID);

const at = (c: Page, path = ''): string =>
  localPath(c.var.language, deskPath(c.var.acting, `/partner${path}`));

const kindOf = ({ kind }: Page['var']['acting']['organisation']): PartnerKind =>
  kind === 'firm' || kind === 'club' ? kind : 'administration';

const answer = async (c: Page, { database }: KnowledgeSetting, shown: Shown = {}): Promise<Response> => {
  const { language, acting } = c.var;
  const { organisation } = acting;
  const t = partnerMessages(language);
  const done = {
    gespeichert: t.desk.saved,
    hinzugefuegt: t.desk.added,
    entfernt: t.desk.removed,
    beantwortet: t.desk.answered,
  }[c.req.query('erledigt') ?? ''];
  const stored = {
    partner: await findPartner(database, organisation),
    kindOfDesk: kindOf(organisation),
    references: await listReferencesOf(database, organisation),
    toConfirm: await listReferencesTo(database, organisation),
  };
  const view = presentPartnerDesk({ language, t }, stored, (path) => at(c, path), { done, ...shown });
  const body = <PartnerDeskPage view={view} t={t} />;
  const isWrong = shown.faults !== undefined || shown.referenceFault !== undefined;
  return c.var.page({ title: t.desk.title, body, isIndexed: false }, isWrong ? 422 : 200);
};

const save = async (c: Page, setting: KnowledgeSetting): Promise<Response> => {
  const typed = await typedBody(c);
  const read = readPartner(typed);
  if ('faults' in read) return answer(c, setting, { typed, faults: read.faults });
  await describePartner(setting, c.var.acting, read.partner);
  return c.redirect(`${at(c)}?erledigt=gespeichert`, 303);
};

const add = async (c: Page, setting: KnowledgeSetting): Promise<Response> => {
  const { refusals } = partnerMessages(c.var.language).desk;
  if (!(await findPartner(setting.database, c.var.acting.organisation))) return c.redirect(at(c), 303);
  const entryId = ENTRY.exec((await typedBody(c)).eintrag ?? '')?.[0];
  if (!entryId) return answer(c, setting, { referenceFault: refusals['no-entry'] });
  const added = await addReference(setting, c.var.acting, entryId);
  if ('refused' in added) return answer(c, setting, { referenceFault: refusals[added.refused] });
  return c.redirect(`${at(c)}?erledigt=hinzugefuegt`, 303);
};

const confirm = async (c: Page, setting: KnowledgeSetting): Promise<Response> => {
  const { antwort } = await typedBody(c);
  const confirmed = await confirmReference(setting, c.var.acting, {
    entryId: c.req.param('entry') ?? '',
    partnerId: c.req.param('partner') ?? '',
    answer: antwort === 'confirmed' ? 'confirmed' : 'refused',
  });
  return 'refused' in confirmed ? c.notFound() : c.redirect(`${at(c)}?erledigt=beantwortet`, 303);
};

/** Where an organisation says what it offers and needs, and confirms who worked on its entries. */
export const partnerDeskPages = (setting: KnowledgeSetting) => {
  const pages = new Hono<DeskEnvironment>();
  const permitted = permit('ask-advice');
  pages.get(AT, permitted, (c) => answer(c, setting));
  pages.post(AT, permitted, (c) => save(c, setting));
  pages.post(`${AT}/nachweise`, permitted, (c) => add(c, setting));
  pages.post(`${AT}/nachweise/entfernen`, permitted, async (c) => {
    const entryId = ENTRY.exec((await typedBody(c)).eintrag ?? '')?.[0];
    if (entryId) await removeReference(setting, c.var.acting, entryId);
    return c.redirect(`${at(c)}?erledigt=entfernt`, 303);
  });
  pages.post(`${AT}/bestaetigen/:entry{${UUID}}/:partner{[0-9a-f-]{2,36}}`, permit('edit-knowledge'), (c) =>
    confirm(c, setting),
  );
  return pages;
};
