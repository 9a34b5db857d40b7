import { readSheet } from 'read-excel-file/node';
import { rowsInWorkbook } from './rows-in-workbook.ts';

const MOST_BYTES_UNPACKED = 200 * 1024 * 1024;
const MOST_ROWS = 1_000_000;

export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** Rows of cells: texts, numbers, dates, booleans, null where a cell is empty. */
export type Cells = unknown[][];

/**
 * One sheet of an Excel workbook (.xlsx), by its number or name.
 * @returns undefined where it is none that can be read, or unpacks to more than 200 MB. More than `mostRows` under the
 *   headings are counted, but not read.
 */
export const readWorkbook = async (
  bytes: Uint8Array,
  { sheet = 1, mostRows = MOST_ROWS }: { sheet?: number | string; mostRows?: number } = {},
): Promise<{ cells: Cells } | { tooMany: number } | undefined> => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = isZip(bytes) ? await rowsInWorkbook(buffer, MOST_BYTES_UNPACKED) : undefined;
  if (count === undefined) return undefined;
  if (count > mostRows + 1) return { tooMany: count - 1 };
  try {
    return { cells: await readSheet(buffer, sheet) };
  } catch {
    return undefined;
  }
};
