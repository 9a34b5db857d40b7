import { formatDate, formatTime } from '../../../../foundation/i18n/format.ts';
import { localPath } from '../../../../foundation/i18n/language.ts';
import { berlinDay, fromBerlin } from '../../../../foundation/time/zone.ts';
import { listActsOf, may, namePeople, type PastAct } from '../../../accounts/index.ts';
import type { EntryView } from '../../web/index.ts';
import { checkEntry } from '../check-entry.ts';
import { changedFields, type Entry, hasNewerTexts, stateOf } from '../entry.ts';
import {
  deskAt,
  doneNote,
  instantText,
  listEditors,
  type OfferDeskSetting,
  type Page,
  wordsOf,
} from './desk-page.ts';
import { ageText } from './list-page.tsx';
import { faultText, kindText } from './present-fields.ts';

/** What a refused act puts into the page. */
export type EntryExtras = {
  note?: EntryView['note'];
  when?: Partial<EntryView['when']>;
  owner?: EntryView['owner'];
  templateName?: EntryView['templateName'];
};

const factsOf = (c: Page, entry: Entry, owner: string | undefined, now: Date): EntryView['facts'] => {
  const t = wordsOf(c);
  const { language } = c.var;
  const facts: [string, string | undefined][] = [
    [t.entry.owner, owner ?? t.list.nobody],
    [t.entry.changed, instantText(language, entry.changedAt)],
    [t.entry.checked, ageText(c, entry.checkedAt, now)],
    [t.entry.review, entry.reviewOn === null ? undefined : formatDate(language, fromBerlin(entry.reviewOn))],
    [t.entry.publishAt, entry.publishAt === null ? undefined : instantText(language, entry.publishAt)],
    [t.entry.expiresAt, entry.expiresAt === null ? undefined : instantText(language, entry.expiresAt)],
  ];
  return facts.filter((fact): fact is [string, string] => fact[1] !== undefined);
};

/** What happened to the entry, and to the table that it came from. */
const actsOf = async (setting: OfferDeskSetting, { ars, id, sheetId }: Entry): Promise<PastAct[]> => {
  const own = await listActsOf(setting, ars, { type: 'entry', id });
  const sheet = sheetId === null ? [] : await listActsOf(setting, ars, { type: 'sheet', id: sheetId });
  const applied = sheet.filter(({ act }) => act === 'apply-sheet');
  return [...own, ...applied].sort((a, b) => b.at.getTime() - a.at.getTime());
};

const historyOf = (c: Page, acts: PastAct[]): EntryView['history'] => {
  const t = wordsOf(c);
  return acts.map(({ at, act, who, isByPlatform }) => ({
    at: instantText(c.var.language, at),
    who: isByPlatform ? t.history.platform : (who ?? t.history.gone),
    what: Object.hasOwn(t.log, act) ? t.log[act as keyof typeof t.log] : act,
  }));
};

/** The end that is set already stands in the form, as it would be typed. */
const endOf = ({ expiresAt }: Entry): EntryView['when'] => {
  if (expiresAt === null) return { am: {}, um: {}, bis: {}, 'bis-um': {} };
  const day = berlinDay(expiresAt).split('-').reverse().join('.');
  return { am: {}, um: {}, bis: { value: day }, 'bis-um': { value: formatTime('de', expiresAt) } };
};

const rightsOf = (c: Page, entry: Entry, now: Date): EntryView['may'] => {
  const state = stateOf(entry, now);
  const mayPublish = may(c.var.acting, 'publish-offers');
  return {
    publish: mayPublish,
    withdraw: mayPublish && entry.publishedAt !== null && entry.withdrawnAt === null,
    restore: mayPublish && entry.withdrawnAt !== null,
    confirm: state === 'published',
    cancel: mayPublish && entry.publishAt !== null,
    remove: entry.publishedAt === null,
  };
};

export const entryView = async (
  c: Page,
  setting: OfferDeskSetting,
  entry: Entry,
  extras: EntryExtras,
): Promise<EntryView> => {
  const { language } = c.var;
  const t = wordsOf(c);
  const now = setting.clock();
  const names = await namePeople(setting, entry.owner === null ? [] : [entry.owner]);
  const editors = await listEditors(setting, c);
  const acts = await actsOf(setting, entry);
  const checked = checkEntry(entry.fields);
  const faults = 'faults' in checked ? checked.faults : [];
  const state = stateOf(entry, now);
  const newer = changedFields(entry.publishedFields ?? {}, entry.fields);
  return {
    name: entry.fields.name ?? '',
    kind: kindText(entry.fields, language),
    state,
    isNewer: state === 'published' && hasNewerTexts(entry),
    note: extras.note ?? doneNote(c),
    facts: factsOf(c, entry, names.get(entry.owner ?? ''), now),
    publicHref: entry.offerId === null ? undefined : localPath(language, `/angebot/${entry.offerId}`),
    missing: faults.map((fault) => `${t.fields[fault.field].label}: ${faultText(fault, language, t)}`),
    newerFields: t.entry.newerFields(newer.map((field) => t.fields[field].label).join(', ')),
    isFromSheet: entry.sheetId !== null,
    may: rightsOf(c, entry, now),
    at: (path) => deskAt(c, `/angebote/${entry.id}${path}`),
    when: { ...endOf(entry), ...extras.when },
    editors: editors.map(({ personId, label }) => ({ value: personId, label })),
    owner: extras.owner ?? { value: entry.owner ?? '' },
    templateName: extras.templateName ?? { value: entry.fields.name ?? '' },
    history: historyOf(c, acts),
  };
};
