import { Hono, type Context as HonoContext } from 'hono';
import { typedBody } from '../../../../foundation/http/typed-body.ts';
import { UUID } from '../../../../foundation/http/uuid-in-path.ts';
import { localPath } from '../../../../foundation/i18n/language.ts';
import { revisionIn } from '../../../../foundation/text/typed-text.ts';
import { type DeskEnvironment, deskPath, permit } from '../../../accounts/index.ts';
import { displayName } from '../../../municipalities/index.ts';
import { answerMerge } from '../../centre/merge/merge-entries.ts';
import { draftNotes } from '../../centre/pages/draft-notes.tsx';
import { type DeclineRefusal, declineCompletion } from '../../centre/review/ask-for-completion.ts';
import { listRequestedEntries } from '../../centre/review/request-store.ts';
import type { KnowledgeSetting } from '../../setting.ts';
import {
  DraftPage,
  type DraftView,
  EntryPage,
  libraryMessages,
  OwnEntriesPage,
  type OwnEntriesView,
  reviewMessages,
} from '../../web/index.ts';
import {
  confirmEntry,
  type EntryRefusal,
  publishEntry,
  saveEntry,
  takeBackEntry,
  writeEntry,
} from '../act-on-entry.ts';
import { faultsBeforePublishing, type PartFaults, readParts } from '../check-parts.ts';
import { kinds } from '../contract.ts';
import { findOwnEntry, listOwnEntries, type StoredEntry } from '../entry-store.ts';
import { isAnonymous } from '../kind-rule.ts';
import { draftFields, missingOf, stateText } from './present-draft.ts';
import { entryPath, presentEntry } from './present-entry.ts';

type Page = HonoContext<DeskEnvironment>;

const AT = '/rathaus/:organisation/wissen';
const ONE = `${AT}/:entry{${UUID}}`;
const DONE = {
  gespeichert: 'saved',
  veroeffentlicht: 'published',
  zurueck: 'takenBackDone',
  bestaetigt: 'confirmed',
  abgelehnt: 'declined',
} as const;

const at = (c: Page, path = ''): string =>
  localPath(c.var.language, deskPath(c.var.acting, `/wissen${path}`));

/** How a text would give away who wrote it. */
const originNames = (c: Page, { places }: KnowledgeSetting): string[] => {
  const { name, ars } = c.var.acting.organisation;
  const unit = places.get(ars);
  return [name, ...(unit ? [unit.name, displayName(unit)] : [])];
};

const answerList = async (c: Page, setting: KnowledgeSetting): Promise<Response> => {
  const { language, acting } = c.var;
  const t = libraryMessages(language);
  const requested = await listRequestedEntries(setting.database, acting.organisation);
  const view: OwnEntriesView = {
    entries: (await listOwnEntries(setting.database, acting.organisation)).map((entry) => ({
      href: at(c, `/${entry.id}`),
      title: entry.parts.title ?? t.desk.untitled,
      state: [
        stateText({ language, t }, entry),
        ...(requested.includes(entry.id) ? [reviewMessages(language).asked] : []),
      ].join(' · '),
    })),
    action: at(c),
    kinds: {
      name: 'art',
      control: 'select',
      label: t.desk.kind,
      value: 'caseStudy',
      choices: kinds.map((kind) => ({ value: kind, label: t.kinds[kind] })),
    },
  };
  return c.var.page({ title: t.desk.title, body: <OwnEntriesPage view={view} t={t} />, isIndexed: false });
};

type Shown = { faults?: PartFaults; missing?: PartFaults; refusal?: string; declined?: DeclineRefusal };

const answerDraft = async (
  c: Page,
  setting: KnowledgeSetting,
  entry: StoredEntry,
  shown: Shown = {},
): Promise<Response> => {
  const { language } = c.var;
  const t = libraryMessages(language);
  const words = { language, t };
  const own = at(c, `/${entry.id}`);
  const done = DONE[c.req.query('erledigt') as keyof typeof DONE];
  const isPublic = entry.version !== null;
  const faults =
    shown.missing ?? shown.faults ?? readParts(entry.kind, entry.parts as Record<string, string>).faults;
  const view: DraftView = {
    title: entry.parts.title ?? t.desk.untitled,
    state: stateText(words, entry),
    done: done === undefined ? undefined : t.desk[done],
    refusal: shown.refusal,
    missing: missingOf(words, shown.missing ?? {}),
    isAnonymous: isAnonymous(entry.kind),
    action: own,
    revision: String(entry.revision),
    ...draftFields(words, entry.kind, entry.parts, faults),
    try: `${own}/ansehen`,
    look: isPublic ? localPath(language, entryPath(entry.id)) : undefined,
    publish: `${own}/veroeffentlichen`,
    isPublic,
    takeBack: `${own}/zuruecknehmen`,
    confirm: `${own}/bestaetigen`,
  };
  const notes = await draftNotes(c, setting, entry, shown.declined);
  const isWrong = [shown.missing, shown.refusal, shown.declined].some((one) => one !== undefined);
  return c.var.page(
    { title: view.title, body: <DraftPage view={view} notes={notes} t={t} />, isIndexed: false },
    isWrong ? 422 : 200,
  );
};

const preview = (c: Page, { places, clock }: KnowledgeSetting, entry: StoredEntry): Response => {
  const { language, acting } = c.var;
  const t = libraryMessages(language);
  const isOpen = !isAnonymous(entry.kind);
  const now = clock();
  const shown = {
    ...entry,
    version: (entry.version ?? 0) + 1,
    published_at: now,
    confirmed_at: now,
    demonstration: false,
    ars: isOpen ? entry.ars : null,
    organisation: isOpen ? acting.organisation.name : null,
    reuses: 0,
  };
  const view = presentEntry({ language, t }, shown, { places, now });
  const back = at(c, `/${entry.id}`);
  const body = (
    <>
      <p class="kern-body">
        {t.desk.preview}{' '}
        <a class="kern-link" href={back}>
          {t.desk.back}
        </a>
      </p>
      <EntryPage view={view} t={t} />
    </>
  );
  return c.var.page({ title: view.title, body, isIndexed: false });
};

type Acted = { refused: EntryRefusal } | object;

/** Where an act leads: back to the draft with what was done, or with why it was not. */
const lead = async (
  c: Page,
  setting: KnowledgeSetting,
  acted: Acted,
  done: keyof typeof DONE,
): Promise<Response> => {
  const id = c.req.param('entry') ?? '';
  if (!('refused' in acted)) return c.redirect(`${at(c, `/${id}`)}?erledigt=${done}`, 303);
  const entry = await findOwnEntry(setting.database, c.var.acting.organisation, id);
  if (!entry) return c.notFound();
  const t = libraryMessages(c.var.language);
  if (acted.refused === 'not-complete')
    return answerDraft(c, setting, entry, {
      missing: faultsBeforePublishing(entry.kind, entry.parts, originNames(c, setting)),
    });
  return acted.refused === 'changed-meanwhile'
    ? answerDraft(c, setting, entry, { refusal: t.desk.meanwhile })
    : c.redirect(at(c, `/${id}`), 303);
};

const create = async (c: Page, setting: KnowledgeSetting): Promise<Response> => {
  const typed = await typedBody(c);
  const kind = kinds.find((one) => one === typed.art);
  if (!kind) return answerList(c, setting);
  return c.redirect(at(c, `/${await writeEntry(setting, c.var.acting, kind)}`), 303);
};

const save = async (c: Page, setting: KnowledgeSetting): Promise<Response> => {
  const typed = await typedBody(c);
  const revision = revisionIn(typed);
  const id = c.req.param('entry') ?? '';
  return lead(c, setting, await saveEntry(setting, c.var.acting, { id, revision, typed }), 'gespeichert');
};

/** Answers what the centre has asked for: it cannot be done, because … */
const decline = async (c: Page, setting: KnowledgeSetting): Promise<Response> => {
  const id = c.req.param('entry') ?? '';
  const reason = (await typedBody(c)).grund ?? '';
  const about = { id, reason, originNames: originNames(c, setting) };
  const declined = await declineCompletion(setting, c.var.acting, about);
  if (!('refused' in declined) || declined.refused === 'unknown')
    return lead(c, setting, declined, 'abgelehnt');
  const entry = await findOwnEntry(setting.database, c.var.acting.organisation, id);
  return entry ? answerDraft(c, setting, entry, { declined: declined.refused }) : c.notFound();
};

/** Where an organisation writes, tries, publishes, confirms and takes back what others learn from. */
export const knowledgeDeskPages = (setting: KnowledgeSetting) => {
  const pages = new Hono<DeskEnvironment>();
  const permitted = permit('edit-knowledge');
  const stored = (c: Page) =>
    findOwnEntry(setting.database, c.var.acting.organisation, c.req.param('entry') ?? '');
  const idOf = (c: Page) => c.req.param('entry') ?? '';
  pages.get(AT, permitted, (c) => answerList(c, setting));
  pages.post(AT, permitted, (c) => create(c, setting));
  pages.get(ONE, permitted, async (c) => {
    const entry = await stored(c);
    return entry ? answerDraft(c, setting, entry) : c.notFound();
  });
  pages.get(`${ONE}/ansehen`, permitted, async (c) => {
    const entry = await stored(c);
    return entry ? preview(c, setting, entry) : c.notFound();
  });
  pages.post(ONE, permitted, (c) => save(c, setting));
  pages.post(`${ONE}/veroeffentlichen`, permitted, async (c) => {
    const about = { id: idOf(c), originNames: originNames(c, setting) };
    return lead(c, setting, await publishEntry(setting, c.var.acting, about), 'veroeffentlicht');
  });
  pages.post(`${ONE}/zuruecknehmen`, permitted, async (c) =>
    lead(c, setting, await takeBackEntry(setting, c.var.acting, idOf(c)), 'zurueck'),
  );
  pages.post(`${ONE}/bestaetigen`, permitted, async (c) =>
    lead(c, setting, await confirmEntry(setting, c.var.acting, idOf(c)), 'bestaetigt'),
  );
  pages.post(`${ONE}/zusammenfuehren`, permitted, async (c) => {
    const { antwort } = await typedBody(c);
    const answer = (['yes', 'no', 'undo'] as const).find((one) => one === antwort);
    if (answer) await answerMerge(setting, c.var.acting, { id: idOf(c), answer });
    return c.redirect(at(c, `/${idOf(c)}`), 303);
  });
  pages.post(`${ONE}/bitte`, permitted, (c) => decline(c, setting));
  return pages;
};
