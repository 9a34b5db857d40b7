import * as v from 'valibot';
import { foldText } from '../../../../foundation/text/search-text.ts';
import { type Category, categories, categoryOfText, isCategory } from '../../category.ts';
import type { OfferStatus, Schedule } from '../../offer.ts';
import { readRule } from '../../schedule.ts';
import { inScheduleForm, readDate, readTime } from '../border/dates.ts';
import { finish, readAccess, readPoint, readPrice } from '../border/facts.ts';
import type { Reason, RecordResult } from '../border/reading.ts';
import { present, scalar } from '../border/value.ts';

export const tableFields = [
  'id',
  'name',
  'category',
  'description',
  'organisation',
  'street',
  'houseNumber',
  'postcode',
  'town',
  'note',
  'lon',
  'lat',
  'openingHours',
  'price',
  'stepFree',
  'accessibleToilet',
  'toilet',
  'hearingLoop',
  'quietHours',
  'link',
  'language',
  'start',
  'startTime',
  'end',
  'endTime',
  'repeat',
  'repeatUntil',
  'status',
] as const;

/** What a column of a village's spreadsheet can mean. */
export type Field = (typeof tableFields)[number];

const field = v.picklist(tableFields);
const short = v.pipe(v.string(), v.maxLength(200));

/**
 * How a table is read, kept with the source. Without it the columns' own headings are tried.
 * Several columns for one field are joined; `categories` translates the words of the category column.
 */
export const tableMapping = v.object({
  columns: v.optional(v.record(field, v.union([short, v.pipe(v.array(short), v.maxLength(10))])), {}),
  constants: v.optional(v.record(field, short), {}),
  categories: v.optional(
    v.record(
      short,
      v.custom<Category>((key) => typeof key === 'string' && isCategory(key)),
    ),
    {},
  ),
  sheet: v.optional(v.union([short, v.pipe(v.number(), v.integer(), v.minValue(1))])),
});
export type TableMapping = v.InferOutput<typeof tableMapping>;

/** One row by heading; cells are text, or dates and numbers of a spreadsheet. */
export type Row = Record<string, unknown>;

const NO_CATEGORY: Reason = {
  de: 'Die Kategorie fehlt oder ist unbekannt.',
  en: 'The category is missing or unknown.',
};
const BAD_POINT: Reason = { de: 'Die Koordinaten sind unlesbar.', en: 'The coordinates are unreadable.' };
const BAD_DATE: Reason = { de: 'Das Datum ist unlesbar.', en: 'The date is unreadable.' };
const BAD_REPEAT: Reason = { de: 'Die Wiederholung ist unlesbar.', en: 'The repetition is unreadable.' };

/** @param place the geometry of a feature, where the row has one beside its cells. */
export const readRow = (
  row: Row,
  mapping: TableMapping,
  place?: { lon: number; lat: number },
): RecordResult => {
  const cell = (name: Field): string | undefined => joined(row, mapping, name);
  const category = categoryOf(cell('category'), mapping, rawOf(row, mapping, 'start') !== undefined);
  if (!category) return { rejected: NO_CATEGORY };
  const point = place ?? readPoint(cell('lon'), cell('lat'));
  if (!point && (cell('lon') ?? cell('lat')) !== undefined) return { rejected: BAD_POINT };
  const schedule = categories[category].kind === 'event' ? scheduleOf(row, mapping) : undefined;
  if (schedule && 'de' in schedule) return { rejected: schedule };
  const derived = [
    cell('name'),
    cell('town'),
    cell('street'),
    cell('houseNumber'),
    schedule?.start,
    point?.lon,
    point?.lat,
  ];
  return finish(cell('id') ?? foldText(derived.filter((part) => part !== undefined).join(' | ')), undefined, {
    category,
    name: cell('name'),
    description: cell('description'),
    organisation: cell('organisation'),
    address: addressOf(cell),
    point,
    price: readPrice(cell('price')),
    access: {
      stepFree: readAccess(cell('stepFree')),
      accessibleToilet: readAccess(cell('accessibleToilet')),
      toilet: readAccess(cell('toilet')),
      hearingLoop: readAccess(cell('hearingLoop')),
      quietHours: cell('quietHours'),
    },
    links: [{ url: cell('link') }],
    languages: cell('language')?.split(/[\s,;]+/) ?? [],
    openingHours: cell('openingHours'),
    schedule,
    status: readStatus(cell('status') ?? '') ?? 'scheduled',
  });
};

const addressOf = (cell: (name: Field) => string | undefined) => ({
  street: cell('street'),
  houseNumber: cell('houseNumber'),
  // Spreadsheets take postcodes for numbers and lose the leading zero.
  postcode: cell('postcode')?.replace(/^\d{4}$/, '0$&'),
  town: cell('town'),
  note: cell('note'),
});

const rawOf = (row: Row, mapping: TableMapping, name: Field): unknown => {
  const [column] = [mapping.columns[name] ?? []].flat();
  const value = column === undefined ? undefined : row[column];
  const isBlank = value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
  return isBlank ? mapping.constants[name] : value;
};

const joined = (row: Row, mapping: TableMapping, name: Field): string | undefined => {
  const columns = [mapping.columns[name] ?? []].flat();
  const texts = columns.map((column) => cellText(row[column])).filter((text) => text !== undefined);
  return texts.length > 0 ? texts.join(name === 'id' ? ' | ' : ' ') : mapping.constants[name];
};

const cellText = (value: unknown): string | undefined => {
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? undefined : value.toISOString().slice(0, 10);
  const text = typeof value === 'boolean' ? String(value) : scalar(value);
  return text === '-' || text === '–' ? undefined : text;
};

const categoryOf = (
  text: string | undefined,
  mapping: TableMapping,
  hasDate: boolean,
): Category | undefined => {
  if (text === undefined) return undefined;
  const mapped = Object.hasOwn(mapping.categories, text) ? mapping.categories[text] : undefined;
  if (mapped) return mapped;
  if (isCategory(text)) return text;
  return hasDate ? (categoryOfText(text, 'event') ?? 'other-event') : categoryOfText(text, 'place');
};

const scheduleOf = (row: Row, mapping: TableMapping): Schedule | Reason | undefined => {
  const raw = (name: Field): unknown => rawOf(row, mapping, name);
  const first = readDate(raw('start'));
  if (!first) return raw('start') === undefined ? undefined : BAD_DATE;
  const startTime = readTime(raw('startTime')) ?? first.time;
  const last = readDate(raw('end'));
  const endTime = readTime(raw('endTime')) ?? readTime(raw('end')) ?? last?.time;
  const allDay = startTime === undefined;
  const start = inScheduleForm({ day: first.day, ...present({ time: startTime }) }, allDay);
  const hasEnd = last !== undefined || (endTime !== undefined && !allDay);
  const end = hasEnd
    ? inScheduleForm({ day: last?.day ?? first.day, time: endTime ?? '23:59' }, allDay)
    : undefined;
  const rrule = ruleOf(joined(row, mapping, 'repeat'), readDate(raw('repeatUntil'))?.day, start);
  if (rrule === null) return BAD_REPEAT;
  return { start, allDay, ...present({ end: end !== undefined && end >= start ? end : undefined, rrule }) };
};

const REPEATS = new Map(
  Object.entries({
    taeglich: 'DAILY',
    woechentlich: 'WEEKLY',
    monatlich: 'MONTHLY',
    jaehrlich: 'YEARLY',
    daily: 'DAILY',
    weekly: 'WEEKLY',
    monthly: 'MONTHLY',
    yearly: 'YEARLY',
  }),
);

/** @returns null where something stands there that is no repetition. */
const ruleOf = (
  text: string | undefined,
  until: string | undefined,
  start: string,
): string | undefined | null => {
  if (text === undefined || /^(nein|no|keine|einmalig)$/i.test(text)) return undefined;
  const frequency = REPEATS.get(foldText(text));
  const end = until === undefined ? '' : `;UNTIL=${until.replaceAll('-', '')}T235959`;
  return readRule(frequency === undefined ? text : `FREQ=${frequency}${end}`, start) ?? null;
};

/** Absent where the words say nothing of it. */
export const readStatus = (text: string): OfferStatus | undefined => {
  const folded = foldText(text);
  if (/abgesagt|cancel|entfaellt|faellt aus/.test(folded)) return 'cancelled';
  if (/verlegt|verschoben|moved|postponed/.test(folded)) return 'moved';
  if (/ausverkauft|ausgebucht|sold ?out/.test(folded)) return 'soldOut';
  return /^(geplant|findet statt|scheduled)$/.test(folded) ? 'scheduled' : undefined;
};
