import { isZip } from '../../../../foundation/table/workbook.ts';
import { textOf } from '../../import/border/bytes.ts';
import { minuteOf } from '../../import/border/dates.ts';
import { csvTable } from '../../import/table/csv.ts';
import { mappingFor } from '../../import/table/headings.ts';
import { rowOf, type Table } from '../../import/table/table.ts';
import type { Field, Row } from '../../import/table/table-mapping.ts';
import { xlsxTable } from '../../import/table/xlsx.ts';
import { checkEntry } from '../check-entry.ts';
import { type EntryFields, entryFields } from '../entry.ts';
import { normalFields } from '../normal-fields.ts';
import { EXAMPLE, MOST_SHEET_ROWS, plain, referenceOf, type SheetReading, type SheetRow } from './sheet.ts';

const OLE = 'd0cf11e0';

/** An uploaded table by what is in it, whatever its name says: each row as an entry, with all its faults. */
export const readSheet = async (bytes: Uint8Array): Promise<SheetReading> => {
  // Old Excel files, and new ones with a password.
  if (Buffer.from(bytes.subarray(0, 4)).toString('hex') === OLE) return { refused: 'old-excel' };
  const table = isZip(bytes) ? await xlsxTable({ bytes }, MOST_SHEET_ROWS) : textTable(bytes);
  if ('tooMany' in table) return { refused: 'too-many-rows', count: table.tooMany };
  if ('refused' in table) return { refused: 'no-table' };
  const mapping = mappingFor({}, table.headings);
  if ('refused' in mapping) return { refused: 'no-name-column' };
  const column = (field: Field): string | undefined => [mapping.columns[field] ?? []].flat()[0];
  const rows = table.rows
    .map(({ number, cells }) => sheetRow(number, rowOf(table.headings, cells), column))
    .filter(({ fields, reference }) => Object.keys(fields).length > 0 && reference !== EXAMPLE);
  if (rows.length === 0) return { refused: 'empty' };
  const used = new Set([...entryFields, 'id' as const].map(column));
  return {
    rows: withoutTwins(rows),
    ignored: table.headings.filter((text) => text !== '' && !used.has(text)),
  };
};

const textTable = (bytes: Uint8Array): Table | { refused: string } | { tooMany: number } => {
  const text = bytes[0] === 0x1f ? { refused: 'packed' } : textOf({ bytes });
  if (typeof text !== 'string' || text.includes('\u0000')) return { refused: 'binary' };
  const table = csvTable({ bytes });
  const count = 'rows' in table ? table.rows.length : 0;
  return count > MOST_SHEET_ROWS ? { tooMany: count } : table;
};

const sheetRow = (number: number, row: Row, column: (field: Field) => string | undefined): SheetRow => {
  const text = (field: Field): string => {
    const heading = column(field);
    return heading === undefined ? '' : cellText(field, row[heading]);
  };
  const fields = normalFields(
    Object.fromEntries(entryFields.map((field) => [field, text(field)])) satisfies EntryFields,
  );
  const checked = checkEntry(fields);
  return {
    number,
    reference: referenceOf(text('id'), fields),
    fields,
    faults: 'faults' in checked ? checked.faults : [],
  };
};

const TIMES = new Set<Field>(['startTime', 'endTime']);
const MIDNIGHT = '00:00';

/** As somebody would have typed it. */
const cellText = (field: Field, value: unknown): string => {
  if (typeof value === 'string') return plain(value);
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 'ja' : 'nein';
  if (!(value instanceof Date) || Number.isNaN(value.getTime())) return '';
  const [day = '', time = ''] = minuteOf(value).split('T');
  if (TIMES.has(field)) return time;
  return time === MIDNIGHT ? day : `${day} ${time}`;
};

/** Of two rows with the same id nobody can tell which one is meant. */
const withoutTwins = (rows: SheetRow[]): SheetRow[] => {
  const seen = new Set<string>();
  return rows.map((row) => {
    if (!seen.has(row.reference)) {
      seen.add(row.reference);
      return row;
    }
    return { ...row, faults: [...row.faults, { field: 'name', reason: 'id-twice' }] };
  });
};
