import { readSheet } from 'read-excel-file/node';
import { type Reader, type ReaderInput, type Unreadable, unreadable } from '../border/reading.ts';
import { dictionary } from '../border/value.ts';
import { readTable, type Table } from './table.ts';
import { rowsInWorkbook } from './zip.ts';

const MOST_BYTES_UNPACKED = 200 * 1024 * 1024;
const MOST_ROWS = 1_000_000;

/** The first sheet of an Excel workbook (or the one that the settings name); its first filled row holds the headings. */
export const readXlsx: Reader = async (input) => {
  const table = await xlsxTable(input);
  if ('tooMany' in table) return UNREADABLE;
  return 'refused' in table ? table : readTable(table, input);
};

export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

const UNREADABLE = unreadable('Keine lesbare Excel-Datei (.xlsx).', 'Not a readable Excel file (.xlsx).');

/** @param mostRows more rows are counted, but not read. */
export const xlsxTable = async (
  { bytes, settings }: ReaderInput,
  mostRows = MOST_ROWS,
): Promise<Table | Unreadable | { tooMany: number }> => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = isZip(bytes) ? await rowsInWorkbook(buffer, MOST_BYTES_UNPACKED) : undefined;
  if (count === undefined) return UNREADABLE;
  if (count > mostRows + 1) return { tooMany: count - 1 };
  const cells = await cellsOf(buffer, dictionary(settings).sheet);
  if (!cells) return UNREADABLE;
  const at = cells.findIndex((row) => row.filter((cell) => cell !== null).length > 1);
  const rows = cells.slice(at + 1).map((row, index) => ({ number: at + index + 2, cells: row }));
  return {
    headings: (cells[at] ?? []).map((cell) => String(cell ?? '').trim()),
    rows: rows.filter((row) => row.cells.some((cell) => cell !== null)),
    rejected: [],
  };
};

const cellsOf = async (buffer: Buffer, sheet: unknown): Promise<unknown[][] | undefined> => {
  try {
    return await readSheet(buffer, typeof sheet === 'number' || typeof sheet === 'string' ? sheet : 1);
  } catch {
    return undefined;
  }
};
