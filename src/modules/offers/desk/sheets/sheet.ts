import { foldText } from '../../../../foundation/text/search-text.ts';
import type { EntryFault } from '../check-entry.ts';
import type { EntryField, EntryFields } from '../entry.ts';

/** A row of an uploaded table, as an entry would hold it. */
export type SheetRow = {
  /** Where it stands in the file. */ number: number;
  reference: string;
  fields: EntryFields;
  faults: EntryFault[];
};

export const MOST_SHEET_ROWS = 5_000;

export type SheetRefusal =
  | 'no-file'
  | 'too-large'
  | 'no-table'
  | 'old-excel'
  | 'empty'
  | 'no-name-column'
  | 'too-many-rows'
  | 'took-too-long';

export type SheetReading =
  | { rows: SheetRow[] /** Headings that mean nothing here. */; ignored: string[] }
  | { refused: SheetRefusal; count?: number };

/** As people of a town hall read them; the import knows each of them. */
export const headings: Record<'id' | EntryField, string> = {
  id: 'Kennung',
  name: 'Name',
  category: 'Kategorie',
  description: 'Beschreibung',
  organisation: 'Veranstalter',
  start: 'Datum',
  startTime: 'Uhrzeit',
  end: 'Ende',
  endTime: 'Ende Uhrzeit',
  repeat: 'Wiederholung',
  repeatUntil: 'Wiederholung bis',
  note: 'Treffpunkt',
  street: 'Straße',
  houseNumber: 'Hausnummer',
  postcode: 'PLZ',
  town: 'Ort',
  lon: 'Längengrad',
  lat: 'Breitengrad',
  openingHours: 'Öffnungszeiten',
  price: 'Preis',
  stepFree: 'Stufenlos',
  accessibleToilet: 'Rollstuhl-WC',
  toilet: 'WC',
  hearingLoop: 'Induktionsschleife',
  quietHours: 'Ruhige Zeiten',
  link: 'Link',
  language: 'Sprache',
  status: 'Status',
};

/** Stands as the id of the row that shows how it is done: it is never read. */
export const EXAMPLE = 'Beispiel';

const MADE = '~';
const LONGEST_REFERENCE = 500;

/** By the id of the table; a row without one is known again by name, place and date. */
export const referenceOf = (id: string, { name, town, street, houseNumber, start }: EntryFields): string => {
  const own = id.trim().replace(/^~+/, '').slice(0, LONGEST_REFERENCE);
  if (own !== '') return own;
  const parts = [name, town, street, houseNumber, start].filter((part) => part !== undefined);
  return MADE + foldText(parts.join(' | ')).slice(0, LONGEST_REFERENCE);
};

export const isMade = (reference: string | null): boolean => reference?.startsWith(MADE) ?? true;

// What an office program takes for a formula. The apostrophe is what it shows as text itself.
const DANGEROUS = /^'*[=+\-@\t\r]/;
const QUOTED = /^'+[=+\-@\t\r]/;

/** A cell of a CSV file that no office program calculates; `plain` takes exactly that back. */
export const defused = (text: string): string => (DANGEROUS.test(text) ? `'${text}` : text);

/** Text cells of a workbook are never calculated: only what would lose an apostrophe on the way back gets one more. */
export const kept = (text: string): string => (QUOTED.test(text) ? `'${text}` : text);

export const plain = (text: string): string => (QUOTED.test(text) ? text.slice(1) : text);
