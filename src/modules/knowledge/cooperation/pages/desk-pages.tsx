import { Hono, type Context as HonoContext } from 'hono';
import { typedBody } from '../../../../foundation/http/typed-body.ts';
import { UUID } from '../../../../foundation/http/uuid-in-path.ts';
import { formatDate } from '../../../../foundation/i18n/format.ts';
import { localPath } from '../../../../foundation/i18n/language.ts';
import type { FieldView } from '../../../../foundation/ui/Control.tsx';
import { type DeskEnvironment, deskPath, permit } from '../../../accounts/index.ts';
import { fieldsOfAction } from '../../library/contract.ts';
import type { KnowledgeSetting } from '../../setting.ts';
import {
  CooperationDeskPage,
  type CooperationDeskView,
  type CooperationMessages,
  cooperationMessages,
  libraryMessages,
} from '../../web/index.ts';
import { closeCooperation, openCooperation } from '../act-on-cooperation.ts';
import { type CooperationFaults, readCooperation } from '../check-cooperation.ts';
import { type CooperationPart, cooperationKinds } from '../contract.ts';
import { listOwnCooperations, type StoredCooperation } from '../cooperation-store.ts';
import { findMatches } from '../find-matches.ts';
import { draftPages } from './draft-pages.tsx';

type Page = HonoContext<DeskEnvironment>;
type Shown = { typed?: Record<string, string>; faults?: CooperationFaults; refusal?: string };

const AT = '/rathaus/:organisation/zusammenarbeit';

const at = (c: Page, path = ''): string =>
  localPath(c.var.language, deskPath(c.var.acting, `/zusammenarbeit${path}`));

const fieldsOf = (c: Page, t: CooperationMessages, { typed = {}, faults = {} }: Shown): FieldView[] => {
  const { choices } = libraryMessages(c.var.language);
  const error = (part: CooperationPart) => faults[part] && t.faults[faults[part]];
  return [
    {
      name: 'art',
      control: 'radios',
      label: t.labels.kind,
      value: typed.art ?? '',
      error: error('kind'),
      choices: cooperationKinds.map((kind) => ({ value: kind, label: t.kinds[kind] })),
    },
    {
      name: 'feld',
      control: 'select',
      label: t.labels.field,
      value: typed.feld ?? '',
      error: error('field'),
      choices: fieldsOfAction.map((field) => ({ value: field, label: choices[field] ?? field })),
    },
    {
      name: 'titel',
      control: 'line',
      label: t.labels.title,
      value: typed.titel ?? '',
      error: error('title'),
    },
    {
      name: 'text',
      control: 'area',
      label: t.labels.text,
      hint: t.textHint,
      value: typed.text ?? '',
      error: error('text'),
    },
  ];
};

const ownView = async (
  c: Page,
  setting: KnowledgeSetting,
  own: StoredCooperation,
): Promise<CooperationDeskView['own'][number]> => {
  const { language } = c.var;
  const t = cooperationMessages(language);
  const { choices } = libraryMessages(language);
  const when = own.ended_at
    ? t.ended(formatDate(language, own.ended_at))
    : t.began(formatDate(language, own.began_at));
  const notes = own.demonstration ? [t.demonstration] : [];
  const matches = own.ended_at ? [] : await findMatches(setting, own);
  return {
    id: own.id,
    title: own.title,
    about: [t.kinds[own.kind], choices[own.field] ?? own.field, when, ...notes].join(' · '),
    text: own.text,
    open: own.ended_at
      ? undefined
      : {
          end: at(c, `/${own.id}/beenden`),
          matches: matches.map(({ other, reasons }) => ({
            id: other.id,
            name: other.organisation,
            title: other.title,
            text: other.text,
            why: reasons.map((reason) => t.reason(reason)).join(', '),
            draft: at(c, `/${own.id}/${other.id}`),
          })),
        },
  };
};

const answer = async (c: Page, setting: KnowledgeSetting, shown: Shown = {}): Promise<Response> => {
  const t = cooperationMessages(c.var.language);
  const stored = await listOwnCooperations(setting.database, c.var.acting.organisation);
  const own: CooperationDeskView['own'] = [];
  for (const one of stored) own.push(await ownView(c, setting, one));
  const done = { gezeigt: t.shown, beendet: t.endedDone }[c.req.query('erledigt') ?? ''];
  const view = { own, action: at(c), fields: fieldsOf(c, t, shown), done, refusal: shown.refusal };
  const isWrong = shown.faults !== undefined || shown.refusal !== undefined;
  const body = <CooperationDeskPage view={view} t={t} />;
  return c.var.page({ title: t.title, body, isIndexed: false }, isWrong ? 422 : 200);
};

const open = async (c: Page, setting: KnowledgeSetting): Promise<Response> => {
  const typed = await typedBody(c);
  const read = readCooperation(typed);
  if ('faults' in read) return answer(c, setting, { typed, faults: read.faults });
  const opened = await openCooperation(setting, c.var.acting, read.cooperation);
  if ('refused' in opened)
    return answer(c, setting, { typed, refusal: cooperationMessages(c.var.language).tooMany });
  return c.redirect(`${at(c)}?erledigt=gezeigt`, 303);
};

/** Towns show what they lack or plan to towns nearby that show the same; firms and clubs do not. */
export const cooperationDeskPages = (setting: KnowledgeSetting) => {
  const pages = new Hono<DeskEnvironment>();
  const permitted = permit('ask-advice');
  const isTown = (c: Page) => c.var.acting.organisation.ars === c.var.acting.organisation.id;
  pages.get(AT, permitted, (c) => (isTown(c) ? answer(c, setting) : c.notFound()));
  pages.post(AT, permitted, (c) => (isTown(c) ? open(c, setting) : c.notFound()));
  pages.post(`${AT}/:own{${UUID}}/beenden`, permitted, async (c) => {
    const isEnded = await closeCooperation(setting, c.var.acting, c.req.param('own') ?? '');
    return isEnded ? c.redirect(`${at(c)}?erledigt=beendet`, 303) : c.notFound();
  });
  pages.route('/', draftPages(setting));
  return pages;
};
