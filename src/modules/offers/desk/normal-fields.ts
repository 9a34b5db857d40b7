import { foldText } from '../../../foundation/text/search-text.ts';
import { type Category, categories, isCategory } from '../category.ts';
import { readDate, readTime } from '../import/border/dates.ts';
import { readAccess } from '../import/border/facts.ts';
import { cleanText } from '../import/border/plain-text.ts';
import { readStatus } from '../import/table/table-mapping.ts';
import { type EntryField, type EntryFields, entryFields } from './entry.ts';

const byLabel = new Map(
  (Object.keys(categories) as Category[]).flatMap((category) =>
    [categories[category].de, categories[category].en].map((label) => [foldText(label), category] as const),
  ),
);

/** The category that a text names exactly, by its key or by its name in German or English. */
export const namedCategory = (text: string): Category | undefined =>
  isCategory(text) ? text : byLabel.get(foldText(text));

const ACCESS = { yes: 'ja', no: 'nein', limited: 'teilweise' } as const;
const STATUS = { scheduled: '', cancelled: 'abgesagt', moved: 'verlegt', soldOut: 'ausverkauft' } as const;
const REPEATS = new Map(
  Object.entries({
    taeglich: 'täglich',
    daily: 'täglich',
    woechentlich: 'wöchentlich',
    weekly: 'wöchentlich',
    monatlich: 'monatlich',
    monthly: 'monatlich',
    jaehrlich: 'jährlich',
    yearly: 'jährlich',
    nein: '',
    no: '',
    keine: '',
    einmalig: '',
  }),
);

const germanDay = (day: string): string => day.split('-').reverse().join('.');

const asDate = (text: string): string => {
  const date = readDate(text);
  if (!date) return asTime(text);
  return date.time === undefined ? germanDay(date.day) : `${germanDay(date.day)} ${date.time}`;
};
const asTime = (text: string): string => readTime(text) ?? text;
const asAccess = (text: string): string => {
  const fact = readAccess(text);
  return fact === undefined ? text : ACCESS[fact];
};
const asStatus = (text: string): string => {
  const status = readStatus(text);
  return status === undefined ? text : STATUS[status];
};

const forms: Partial<Record<EntryField, (text: string) => string>> = {
  category: (text) => namedCategory(text) ?? text,
  // Spreadsheets take postcodes for numbers and lose the leading zero.
  postcode: (text) => text.replace(/^\d{4}$/, '0$&'),
  stepFree: asAccess,
  accessibleToilet: asAccess,
  toilet: asAccess,
  hearingLoop: asAccess,
  start: asDate,
  startTime: asTime,
  end: asDate,
  endTime: asTime,
  repeat: (text) => REPEATS.get(foldText(text)) ?? text,
  repeatUntil: asDate,
  status: asStatus,
};

/**
 * One form for what means the same (»18 Uhr« and »18.00«), so that a table that went through an office program comes
 * back as unchanged. What cannot be read stays as it was typed.
 */
export const normalFields = (typed: EntryFields): EntryFields => {
  const normal: EntryFields = {};
  for (const field of entryFields) {
    const clean = cleanText(typed[field] ?? '');
    const text = field === 'description' ? clean : clean.replace(/\s+/g, ' ');
    const form = text === '-' || text === '–' ? '' : (forms[field]?.(text) ?? text);
    if (form !== '') normal[field] = form;
  }
  return normal;
};
