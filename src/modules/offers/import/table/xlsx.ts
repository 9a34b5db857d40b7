import { readWorkbook } from '../../../../foundation/table/workbook.ts';
import { type Reader, type ReaderInput, type Unreadable, unreadable } from '../border/reading.ts';
import { dictionary } from '../border/value.ts';
import { readTable, type Table } from './table.ts';

/** The first sheet of an Excel workbook (or the one that the settings name); its first filled row holds the headings. */
export const readXlsx: Reader = async (input) => {
  const table = await xlsxTable(input);
  if ('tooMany' in table) return UNREADABLE;
  return 'refused' in table ? table : readTable(table, input);
};

const UNREADABLE = unreadable('Keine lesbare Excel-Datei (.xlsx).', 'Not a readable Excel file (.xlsx).');

/** @param mostRows more rows are counted, but not read. */
export const xlsxTable = async (
  { bytes, settings }: ReaderInput,
  mostRows?: number,
): Promise<Table | Unreadable | { tooMany: number }> => {
  const { sheet } = dictionary(settings);
  const workbook = await readWorkbook(bytes, {
    ...((typeof sheet === 'number' || typeof sheet === 'string') && { sheet }),
    ...(mostRows !== undefined && { mostRows }),
  });
  if (!workbook) return UNREADABLE;
  if ('tooMany' in workbook) return workbook;
  const { cells } = workbook;
  const at = cells.findIndex((row) => row.filter((cell) => cell !== null).length > 1);
  const rows = cells.slice(at + 1).map((row, index) => ({ number: at + index + 2, cells: row }));
  return {
    headings: (cells[at] ?? []).map((cell) => String(cell ?? '').trim()),
    rows: rows.filter((row) => row.cells.some((cell) => cell !== null)),
    rejected: [],
  };
};
