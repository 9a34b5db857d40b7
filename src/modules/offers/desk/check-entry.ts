import { isInGermany } from '../../../foundation/geo/point.ts';
import { foldText, wordsOf } from '../../../foundation/text/search-text.ts';
import { type Category, type CategoryFacts, categories, categoryOfText } from '../category.ts';
import { readDate, readTime } from '../import/border/dates.ts';
import { readAccess, readPoint } from '../import/border/facts.ts';
import { safeUrl } from '../import/border/link.ts';
import { oneLine } from '../import/border/plain-text.ts';
import { number } from '../import/border/value.ts';
import { readRow, readStatus, type TableMapping } from '../import/table/table-mapping.ts';
import type { OfferFacts } from '../offer.ts';
import { type EntryField, type EntryFields, entryFields } from './entry.ts';
import { namedCategory } from './normal-fields.ts';

/** Why a field cannot stay as it is. */
export type FaultReason =
  | 'name-missing'
  | 'category-missing'
  | 'category-unknown'
  | 'date-missing'
  | 'date-unreadable'
  | 'date-of-place'
  | 'end-before-start'
  | 'time-unreadable'
  | 'repeat-unreadable'
  | 'postcode-unreadable'
  | 'link-unreadable'
  | 'point-unreadable'
  | 'point-half'
  | 'point-abroad'
  | 'access-unreadable'
  | 'status-unreadable'
  | 'language-unreadable'
  | 'text-too-long'
  | 'id-twice';

export type EntryFault = {
  field: EntryField;
  reason: FaultReason;
  /** The nearest category of the closed list. */ suggestion?: Category;
};

const LONGEST: Partial<Record<EntryField, number>> = {
  name: 300,
  description: 8_000,
  openingHours: 1_000,
  price: 500,
  link: 2_000,
};
const LONGEST_OTHERWISE = 200;

/** The columns are the fields themselves. */
const mapping: TableMapping = {
  columns: Object.fromEntries(['id', ...entryFields].map((field) => [field, field])),
  constants: {},
  categories: {},
};

const INCOMPLETE = new Set<FaultReason>(['category-missing', 'date-missing']);

/** Something is not there yet: a draft may wait for it. */
export const isIncomplete = ({ reason }: EntryFault): boolean => INCOMPLETE.has(reason);

/**
 * The facts that the fields mean, or all their faults at once. The facts are read as a row of any town's table is,
 * so that a form, a table and a feed agree on what »18 Uhr« is.
 */
export const checkEntry = (
  fields: EntryFields,
  id = 'entry',
): { facts: OfferFacts } | { faults: EntryFault[] } => {
  const category = categoryOf(fields);
  const faults = [
    ...textFaults(fields),
    ...categoryFaults(fields, category),
    ...dateFaults(fields, category && categories[category].kind),
    ...pointFaults(fields),
    ...otherFaults(fields),
  ];
  if (faults.length > 0) return { faults };
  const read = readRow({ ...fields, id, category }, mapping);
  if ('facts' in read) return { facts: read.facts };
  throw new Error(`A checked entry was not read: ${'rejected' in read ? read.rejected.en : 'skipped'}`);
};

/** A word of the closed list, or a word that means one of them. */
const categoryOf = ({ category = '', start }: EntryFields): Category | undefined =>
  namedCategory(category) ?? categoryOfText(category, start === undefined ? 'place' : 'event');

const fault = (field: EntryField, reason: FaultReason): EntryFault => ({ field, reason });

const textFaults = (fields: EntryFields): EntryFault[] => [
  // Markup alone is no name.
  ...(oneLine(fields.name) === undefined ? [fault('name', 'name-missing')] : []),
  ...entryFields
    .filter((field) => (fields[field]?.length ?? 0) > (LONGEST[field] ?? LONGEST_OTHERWISE))
    .map((field) => fault(field, 'text-too-long')),
];

const categoryFaults = ({ category: text }: EntryFields, category: Category | undefined): EntryFault[] => {
  if (text === undefined) return [fault('category', 'category-missing')];
  if (category !== undefined) return [];
  const suggestion = nearestCategory(text);
  return [{ ...fault('category', 'category-unknown'), ...(suggestion && { suggestion }) }];
};

const dateFaults = (fields: EntryFields, kind: CategoryFacts['kind'] | undefined): EntryFault[] => {
  const { start, end, startTime, endTime } = fields;
  const faults: EntryFault[] = [];
  for (const field of ['start', 'end', 'repeatUntil'] as const) {
    const text = fields[field];
    const isTime = field === 'end' && readTime(text) !== undefined;
    if (text !== undefined && !readDate(text) && !isTime) faults.push(fault(field, 'date-unreadable'));
  }
  for (const field of ['startTime', 'endTime'] as const)
    if (fields[field] !== undefined && readTime(fields[field]) === undefined)
      faults.push(fault(field, 'time-unreadable'));
  if (kind === 'event' && start === undefined) faults.push(fault('start', 'date-missing'));
  if (kind === 'place' && start !== undefined) faults.push(fault('start', 'date-of-place'));
  if (faults.length > 0 || kind !== 'event') return faults;
  if (endsBefore({ start, end, startTime, endTime }))
    return [fault(end === undefined ? 'endTime' : 'end', 'end-before-start')];
  const read = readRow({ name: 'x', category: 'other-event', ...pick(fields) }, mapping);
  return 'rejected' in read ? [fault('repeat', 'repeat-unreadable')] : [];
};

const pick = ({ start, startTime, repeat, repeatUntil }: EntryFields): EntryFields =>
  Object.fromEntries(
    Object.entries({ start, startTime, repeat, repeatUntil }).filter(([, text]) => text !== undefined),
  );

const endsBefore = (
  fields: { [K in 'start' | 'end' | 'startTime' | 'endTime']: string | undefined },
): boolean => {
  const first = readDate(fields.start);
  const last = readDate(fields.end);
  if (!first) return false;
  const startTime = readTime(fields.startTime) ?? first.time;
  const endTime = readTime(fields.endTime) ?? readTime(fields.end) ?? last?.time;
  const lastDay = last?.day ?? first.day;
  if (lastDay !== first.day) return lastDay < first.day;
  return startTime !== undefined && endTime !== undefined && endTime < startTime;
};

const pointFaults = ({ lon, lat }: EntryFields): EntryFault[] => {
  if (lon === undefined && lat === undefined) return [];
  if (lon === undefined || lat === undefined) return [fault(lon === undefined ? 'lon' : 'lat', 'point-half')];
  const unreadable = (['lon', 'lat'] as const).filter((field) => number({ lon, lat }[field]) === undefined);
  if (unreadable.length > 0) return unreadable.map((field) => fault(field, 'point-unreadable'));
  const point = readPoint(lon, lat);
  return point && isInGermany(point) ? [] : [fault('lon', 'point-abroad')];
};

const otherFaults = (fields: EntryFields): EntryFault[] => {
  const faults: EntryFault[] = [];
  if (fields.postcode !== undefined && !/^\d{5}$/.test(fields.postcode))
    faults.push(fault('postcode', 'postcode-unreadable'));
  if (fields.link !== undefined && !/^https?:/.test(safeUrl(fields.link) ?? ''))
    faults.push(fault('link', 'link-unreadable'));
  for (const field of ['stepFree', 'accessibleToilet', 'toilet', 'hearingLoop'] as const)
    if (fields[field] !== undefined && readAccess(fields[field]) === undefined)
      faults.push(fault(field, 'access-unreadable'));
  if (fields.status !== undefined && readStatus(fields.status) === undefined)
    faults.push(fault('status', 'status-unreadable'));
  const tags = fields.language?.split(/[\s,;]+/).filter((tag) => tag !== '') ?? [];
  if (tags.some((tag) => !/^[a-z]{2,3}(-\w{2,8})*$/i.test(tag)))
    faults.push(fault('language', 'language-unreadable'));
  return faults;
};

const pairsOf = (text: string): Set<string> => {
  const letters = wordsOf(text).join(' ');
  return new Set(
    Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2)),
  );
};

const ALIKE = 0.3;

/** By pairs of letters in common; none where nothing is alike. */
const nearestCategory = (text: string): Category | undefined => {
  const asked = pairsOf(text);
  let best: { category: Category; alike: number } | undefined;
  for (const category of Object.keys(categories) as Category[])
    for (const label of [categories[category].de, ...categories[category].words]) {
      const pairs = pairsOf(foldText(label));
      const alike = (2 * asked.intersection(pairs).size) / (asked.size + pairs.size || 1);
      if (alike >= ALIKE && alike > (best?.alike ?? 0)) best = { category, alike };
    }
  return best?.category;
};
