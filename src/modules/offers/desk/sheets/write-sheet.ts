import writeExcelFile from 'write-excel-file/node';
import { categories } from '../../category.ts';
import { categoriesByGroup, groupLabels } from '../../category-group.ts';
import type { Entry, EntryField, EntryFields } from '../entry.ts';
import { namedCategory } from '../normal-fields.ts';
import { defused, EXAMPLE, headings, isMade, kept } from './sheet.ts';

export type SheetFormat = 'xlsx' | 'csv';

/** Cells of a table: the first line holds the headings. */
export type Cells = string[][];

const columns = Object.keys(headings) as (keyof typeof headings)[];

const cellOf = (fields: EntryFields, field: EntryField): string => {
  const text = fields[field] ?? '';
  const category = field === 'category' ? namedCategory(text) : undefined;
  return category ? categories[category].de : text;
};

const rowOf = (id: string, fields: EntryFields): string[] =>
  columns.map((column) => (column === 'id' ? id : cellOf(fields, column)));

/** Every entry as a row; read again, each of them is found by its id and has not changed. */
export const cellsOf = (entries: Pick<Entry, 'id' | 'reference' | 'fields'>[]): Cells => [
  columns.map((column) => headings[column]),
  ...entries.map(({ id, reference, fields }) =>
    rowOf(isMade(reference) || reference === null ? id : reference, fields),
  ),
];

const example: EntryFields = {
  name: 'Sommerfest am Anger',
  category: 'festival',
  description: 'Musik, Kuchen und Spiele. Diese Zeile ist ein Beispiel und wird nicht übernommen.',
  organisation: 'Freiwillige Feuerwehr',
  start: '26.06.2027',
  startTime: '14:00',
  end: '26.06.2027',
  endTime: '22:00',
  note: 'Festwiese',
  street: 'Dorfstraße',
  houseNumber: '1',
  postcode: '23816',
  town: 'Leezen',
  price: 'kostenlos',
  stepFree: 'ja',
  link: 'https://www.beispiel.de',
};

/** An empty table with an example, and the names of the categories. */
export const blankTable = (): { cells: Cells; explanation: Cells } => ({
  cells: [columns.map((column) => headings[column]), rowOf(EXAMPLE, example)],
  explanation: [
    ['Kategorie', 'Ort oder Veranstaltung', 'Gruppe'],
    ...categoriesByGroup().flatMap(({ group, members }) =>
      members.map((category) => [
        categories[category].de,
        categories[category].kind === 'place' ? 'Ort' : 'Veranstaltung',
        groupLabels[group].de,
      ]),
    ),
  ],
});

const MARK = '\ufeff';

const csvCell = (text: string): string => {
  const safe = defused(text);
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** With the mark and the semicolons that German office programs expect. */
const csvOf = (cells: Cells): Uint8Array =>
  new TextEncoder().encode(`${MARK}${cells.map((row) => row.map(csvCell).join(';')).join('\r\n')}\r\n`);

// ECMA-376 writes a letter as _x0041_; a text that only looks like that must not be read as one.
const LOOKS_LIKE_A_LETTER = /_(?=x[0-9a-f]{4}_)/gi;

/** The library keeps texts in a plain object, where »toString« and its like are found before they are put there. */
const asText = (text: string): string => {
  const safe = text.replace(LOOKS_LIKE_A_LETTER, '_x005F_');
  if (!(safe in Object.prototype)) return safe;
  const letter = safe.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return `_x${letter}_${safe.slice(1)}`;
};

const WIDTHS: Partial<Record<keyof typeof headings, number>> = {
  name: 36,
  description: 48,
  link: 30,
  id: 12,
};
const OTHERWISE = 16;

const sheetOf = (name: string, cells: Cells) => ({
  sheet: name,
  stickyRowsCount: 1,
  columns: columns.map((column) => ({ width: WIDTHS[column] ?? OTHERWISE })),
  data: cells.map((row, index) =>
    row.map((text) =>
      text === ''
        ? null
        : {
            type: String,
            value: asText(kept(text)),
            ...(index === 0 && { fontWeight: 'bold' as const }),
          },
    ),
  ),
});

const xlsxOf = (cells: Cells, explanation: Cells | undefined): Promise<Buffer> =>
  writeExcelFile([
    sheetOf('Einträge', cells),
    ...(explanation ? [sheetOf('Kategorien', explanation)] : []),
  ]).toBuffer();

export const writeSheet = async (
  format: SheetFormat,
  cells: Cells,
  explanation?: Cells,
): Promise<Uint8Array> => (format === 'csv' ? csvOf(cells) : await xlsxOf(cells, explanation));
