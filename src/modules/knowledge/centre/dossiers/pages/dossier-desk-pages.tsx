import { Hono } from 'hono';
import { typedBody } from '../../../../../foundation/http/typed-body.ts';
import { UUID } from '../../../../../foundation/http/uuid-in-path.ts';
import { formatDate } from '../../../../../foundation/i18n/format.ts';
import { localPath } from '../../../../../foundation/i18n/language.ts';
import { revisionIn } from '../../../../../foundation/text/typed-text.ts';
import { type DeskEnvironment, permit } from '../../../../accounts/index.ts';
import { listPublicEntriesOf } from '../../../library/public-store.ts';
import type { KnowledgeSetting } from '../../../setting.ts';
import {
  DossierDraftPage,
  type DossierMessages,
  dossierMessages,
  OwnDossiersPage,
} from '../../../web/index.ts';
import { atCentre, centrePage, DESK, type DeskPage } from '../../pages/centre-frame.tsx';
import { keepDossier, publishDossier, takeBackDossier, writeDossier } from '../act-on-dossier.ts';
import type { DossierFaults } from '../contract.ts';
import { findOwnDossier, listOwnDossiers, type StoredDossier } from '../dossier-store.ts';
import { faultsOfDraft, isEntryId, readDossier } from '../read-dossier.ts';
import { dossierPath } from './dossier-path.ts';
import { draftView } from './present-draft.ts';

const AT = `${DESK}/dossiers`;
const ONE = `${AT}/:dossier{${UUID}}`;
const DONE = { gespeichert: 'saved', veroeffentlicht: 'published', zurueck: 'takenBackDone' } as const;

const stateText = (
  c: DeskPage,
  t: DossierMessages,
  { version, published_at, taken_back_at, changed_at }: StoredDossier,
): string => {
  const day = (instant: Date) => formatDate(c.var.language, instant);
  if (version !== null && published_at)
    return `${t.desk.public(version, day(published_at))}${changed_at > published_at ? `, ${t.desk.changed}` : ''}`;
  return taken_back_at ? t.desk.takenBack(day(taken_back_at)) : t.desk.draft;
};

const answerList = async (c: DeskPage, { database }: KnowledgeSetting): Promise<Response> => {
  const t = dossierMessages(c.var.language);
  const own = await listOwnDossiers(database, c.var.acting.organisation);
  const view = {
    action: atCentre(c, '/dossiers'),
    dossiers: own.map((dossier) => ({
      href: atCentre(c, `/dossiers/${dossier.id}`),
      title: dossier.content.title || t.desk.untitled,
      state: stateText(c, t, dossier),
    })),
  };
  return centrePage(c, { title: t.title, body: <OwnDossiersPage view={view} t={t} />, here: 'dossiers' });
};

type Shown = { missing?: DossierFaults; refusal?: string };

const answerDraft = async (
  c: DeskPage,
  { database }: KnowledgeSetting,
  { missing, refusal }: Shown = {},
): Promise<Response> => {
  const { language, acting } = c.var;
  const t = dossierMessages(language);
  const dossier = await findOwnDossier(database, acting.organisation, c.req.param('dossier') ?? '');
  if (!dossier) return c.notFound();
  const ids = dossier.content.items.map(({ entry }) => entry).filter(isEntryId);
  const titles = new Map(
    (await listPublicEntriesOf(database, ids)).map(({ id, parts }) => [id, parts.title ?? '']),
  );
  const done = DONE[c.req.query('erledigt') as keyof typeof DONE];
  const own = atCentre(c, `/dossiers/${dossier.id}`);
  const isPublic = dossier.version !== null;
  const view = {
    ...draftView(t, dossier.content, missing ?? faultsOfDraft(dossier.content), titles),
    state: stateText(c, t, dossier),
    done: done === undefined ? undefined : t.desk[done],
    refusal,
    isMissing: missing !== undefined,
    action: own,
    revision: String(dossier.revision),
    look: isPublic ? localPath(language, dossierPath(dossier.id)) : undefined,
    publish: `${own}/veroeffentlichen`,
    takeBack: `${own}/zuruecknehmen`,
    isPublic,
  };
  return centrePage(c, {
    title: view.title,
    body: <DossierDraftPage view={view} t={t} />,
    here: 'dossiers',
    status: missing || refusal !== undefined ? 422 : 200,
  });
};

const lead = (c: DeskPage, done: keyof typeof DONE): Response =>
  c.redirect(`${atCentre(c, `/dossiers/${c.req.param('dossier')}`)}?erledigt=${done}`, 303);

const save = async (c: DeskPage, setting: KnowledgeSetting): Promise<Response> => {
  const typed = await typedBody(c);
  const kept = await keepDossier(setting, c.var.acting, {
    id: c.req.param('dossier') ?? '',
    revision: revisionIn(typed),
    content: readDossier(typed),
  });
  if (!('refused' in kept)) return lead(c, 'gespeichert');
  return answerDraft(c, setting, { refusal: dossierMessages(c.var.language).desk.meanwhile });
};

const publish = async (c: DeskPage, setting: KnowledgeSetting): Promise<Response> => {
  const published = await publishDossier(setting, c.var.acting, c.req.param('dossier') ?? '');
  if ('faults' in published) return answerDraft(c, setting, { missing: published.faults });
  return 'refused' in published ? c.notFound() : lead(c, 'veroeffentlicht');
};

/** Where the centre curates: drafts of dossiers, their versions, and taking back. */
export const dossierDeskPages = (setting: KnowledgeSetting) => {
  const pages = new Hono<DeskEnvironment>();
  const permitted = permit('moderate-network');
  pages.get(AT, permitted, (c) => answerList(c, setting));
  pages.post(AT, permitted, async (c) =>
    c.redirect(atCentre(c, `/dossiers/${await writeDossier(setting, c.var.acting)}`), 303),
  );
  pages.get(ONE, permitted, (c) => answerDraft(c, setting));
  pages.post(ONE, permitted, (c) => save(c, setting));
  pages.post(`${ONE}/veroeffentlichen`, permitted, (c) => publish(c, setting));
  pages.post(`${ONE}/zuruecknehmen`, permitted, async (c) => {
    const taken = await takeBackDossier(setting, c.var.acting, c.req.param('dossier'));
    return 'refused' in taken && taken.refused === 'unknown' ? c.notFound() : lead(c, 'zurueck');
  });
  return pages;
};
