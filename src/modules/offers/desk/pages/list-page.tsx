import { Hono } from 'hono';
import { formatDate, formatNumber } from '../../../../foundation/i18n/format.ts';
import { localPath } from '../../../../foundation/i18n/language.ts';
import { addDays, berlinDay, fromBerlin } from '../../../../foundation/time/zone.ts';
import { type DeskEnvironment, namePeople, permit } from '../../../accounts/index.ts';
import { isCategory } from '../../category.ts';
import { EntryListPage, type EntryListView, ImportedListPage } from '../../web/index.ts';
import { type Entry, entryStates, hasNewerTexts, stateOf } from '../entry.ts';
import { type EntryQuery, type EntrySort, listEntries, listImported } from '../list-store.ts';
import { bulkNote, undoOf } from './bulk-act.tsx';
import {
  DESK,
  deskAt,
  listEditors,
  type OfferDeskSetting,
  PAGE_SIZE,
  type Page,
  pageNumber,
  wordsOf,
} from './desk-page.ts';
import { fieldText, kindText } from './present-fields.ts';

const AT = '/angebote';
const sorts: Record<string, EntrySort> = {
  name: 'name',
  geaendert: 'changed',
  geprueft: 'checked',
  pruefung: 'review',
};
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DAY_MILLISECONDS = 86_400_000;

type Asked = { zustand: string; wer: string; q: string; sort: string; seite: number };

const askedOf = (c: Page): Asked => {
  const { zustand = '', wer = '', q = '', sort = '', seite } = c.req.query();
  return {
    zustand: [...entryStates, 'wiedervorlage', 'geaendert'].some((state) => state === zustand) ? zustand : '',
    wer: wer === 'niemand' || UUID.test(wer) ? wer : '',
    q: q.trim().slice(0, 100),
    sort: Object.hasOwn(sorts, sort) ? sort : 'name',
    seite: pageNumber(seite),
  };
};

const queryOf = ({ zustand, wer, q, sort, seite }: Asked, now: Date): EntryQuery => ({
  now,
  state: entryStates.find((state) => state === zustand),
  reviewBy: zustand === 'wiedervorlage' ? berlinDay(now) : undefined,
  isNewer: zustand === 'geaendert',
  owner: wer === 'niemand' ? 'nobody' : wer || undefined,
  text: q || undefined,
  sort: sorts[sort] ?? 'name',
  limit: PAGE_SIZE,
  offset: (seite - 1) * PAGE_SIZE,
});

/** How long ago, in days of Berlin. */
export const ageText = (c: Page, at: Date | null, now: Date): string => {
  const { list } = wordsOf(c);
  if (at === null) return list.never;
  const days = Math.round(
    (fromBerlin(berlinDay(now)).getTime() - fromBerlin(berlinDay(at)).getTime()) / DAY_MILLISECONDS,
  );
  if (days <= 0) return list.today;
  return days === 1 ? list.dayAgo : list.daysAgo(formatNumber(c.var.language, days));
};

const reviewText = (c: Page, { reviewOn }: Entry, isPublic: boolean, now: Date): string => {
  const { list } = wordsOf(c);
  if (reviewOn === null || !isPublic) return list.noReview;
  const day = formatDate(c.var.language, fromBerlin(reviewOn));
  return reviewOn < addDays(berlinDay(now), 1) ? list.overdue(day) : day;
};

const rowOf = (
  c: Page,
  entry: Entry,
  owners: Map<string, string>,
  now: Date,
): EntryListView['rows'][number] => {
  const t = wordsOf(c);
  const state = stateOf(entry, now);
  return {
    id: entry.id,
    name: entry.fields.name ?? '',
    href: deskAt(c, `${AT}/${entry.id}`),
    kind: kindText(entry.fields, c.var.language),
    state,
    isNewer: state === 'published' && hasNewerTexts(entry),
    owner: (entry.owner && owners.get(entry.owner)) || t.list.nobody,
    checked: ageText(c, entry.checkedAt, now),
    review: reviewText(c, entry, state === 'published', now),
  };
};

const tabsOf = (c: Page, here: 'own' | 'imported') => {
  const { list } = wordsOf(c);
  return [
    { label: list.own, href: deskAt(c, AT), isHere: here === 'own' },
    { label: list.imported, href: deskAt(c, `${AT}/aus-quellen`), isHere: here === 'imported' },
  ];
};

const pagingOf = (
  c: Page,
  path: string,
  parameters: Record<string, string>,
  seite: number,
  total: number,
) => {
  const { language } = c.var;
  const first = (seite - 1) * PAGE_SIZE;
  const at = (page: number) => deskAt(c, path, { ...parameters, seite: page > 1 ? String(page) : '' });
  return {
    position: wordsOf(c).list.position(
      formatNumber(language, Math.min(first + 1, total)),
      formatNumber(language, Math.min(first + PAGE_SIZE, total)),
      formatNumber(language, total),
    ),
    previous: seite > 1 ? at(seite - 1) : undefined,
    next: first + PAGE_SIZE < total ? at(seite + 1) : undefined,
  };
};

const columnsOf = (c: Page, asked: Asked): EntryListView['columns'] => {
  const { columns } = wordsOf(c).list;
  const all: [key: string, label: string, sort?: string][] = [
    ['name', columns.name, 'name'],
    ['kind', columns.kind],
    ['state', columns.state],
    ['owner', columns.owner],
    ['checked', columns.checked, 'geprueft'],
    ['review', columns.review, 'pruefung'],
  ];
  const { zustand, wer, q } = asked;
  return all.map(([key, label, sort]) => ({
    key,
    label,
    href: sort && deskAt(c, AT, { zustand, wer, q, sort }),
    isSorted: sort === asked.sort,
  }));
};

const viewOf = async (c: Page, setting: OfferDeskSetting): Promise<EntryListView> => {
  const { acting, language } = c.var;
  const t = wordsOf(c);
  const now = setting.clock();
  const asked = askedOf(c);
  const { entries, total } = await listEntries(setting.database, acting.organisation, queryOf(asked, now));
  const owners = await namePeople(
    setting,
    entries.flatMap(({ owner }) => owner ?? []),
  );
  const editors = await listEditors(setting, c);
  const { zustand, wer, q, sort } = asked;
  return {
    note: bulkNote(c),
    undo: undoOf(c),
    tabs: tabsOf(c, 'own'),
    links: [
      { label: t.list.new, href: deskAt(c, `${AT}/neu`) },
      { label: t.list.sheets, href: deskAt(c, '/tabellen') },
      { label: t.list.templates, href: deskAt(c, '/vorlagen') },
      { label: t.list.exportXlsx, href: deskAt(c, `${AT}/alle.xlsx`) },
      { label: t.list.exportCsv, href: deskAt(c, `${AT}/alle.csv`) },
    ],
    filter: {
      action: deskAt(c, AT),
      states: [
        ...entryStates.map((state) => ({ value: state, label: t.states[state] })),
        { value: 'wiedervorlage', label: t.list.review },
        { value: 'geaendert', label: t.list.changed },
      ],
      owners: [
        ...editors.map(({ personId, label }) => ({ value: personId, label })),
        { value: 'niemand', label: t.list.nobody },
      ],
      state: zustand,
      owner: wer,
      text: q,
    },
    count: t.list.count(formatNumber(language, total)),
    columns: columnsOf(c, asked),
    rows: entries.map((entry) => rowOf(c, entry, owners, now)),
    isFiltered: zustand !== '' || wer !== '' || q !== '',
    paging: pagingOf(c, AT, { zustand, wer, q, sort }, asked.seite, total),
    action: deskAt(c, `${AT}/mehrere`),
  };
};

const answerImported = async (c: Page, setting: OfferDeskSetting): Promise<Response> => {
  const { acting, language } = c.var;
  const t = wordsOf(c);
  const { q, seite } = askedOf(c);
  const { organisation } = acting;
  const query = { text: q || undefined, limit: PAGE_SIZE, offset: (seite - 1) * PAGE_SIZE };
  // A firm or a club has no sources: what its municipality subscribes to is not its own.
  const { offers, total } =
    organisation.id === organisation.ars
      ? await listImported(setting.database, organisation.ars, query)
      : { offers: [], total: 0 };
  const now = setting.clock();
  const view = {
    tabs: tabsOf(c, 'imported'),
    paging: pagingOf(c, `${AT}/aus-quellen`, { q }, seite, total),
    count: t.list.count(formatNumber(language, total)),
    text: q,
    action: deskAt(c, `${AT}/aus-quellen`),
    rows: offers.map(({ id, name, category, source, read_at, withdrawn_at }) => ({
      id,
      name,
      href: localPath(language, `/angebot/${id}`),
      kind: isCategory(category) ? fieldText('category', category, language) : category,
      source,
      read: ageText(c, read_at, now),
      isGone: withdrawn_at !== null,
    })),
  };
  const title = `${t.list.imported} – ${t.title}`;
  return c.var.page({ title, body: <ImportedListPage view={view} t={t} />, isIndexed: false });
};

export const entryListPage = (setting: OfferDeskSetting) => {
  const pages = new Hono<DeskEnvironment>();
  pages.get(`${DESK}${AT}`, permit('edit-offers'), async (c) => {
    const t = wordsOf(c);
    const body = <EntryListPage view={await viewOf(c, setting)} t={t} />;
    return c.var.page({ title: t.title, body, isIndexed: false });
  });
  pages.get(`${DESK}${AT}/aus-quellen`, permit('edit-offers'), (c) => answerImported(c, setting));
  return pages;
};
