import type { Readable } from 'node:stream';
import { fromBufferPromise } from 'yauzl';

const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;
const LONGEST_TAG = 2_000;

/**
 * Rows of a sheet that hold cells; those that carry nothing but a format are closed at once. The end of a piece is kept,
 * since a row may begin in one piece and end in the next.
 */
const countRows = async (sheet: Readable): Promise<number> => {
  let rows = 0;
  let rest = '';
  for await (const piece of sheet as AsyncIterable<Buffer>) {
    const text = rest + piece.toString('latin1');
    const end = text.lastIndexOf('>') + 1;
    rows += text.slice(0, end).match(/<row(?:\s[^>]*)?(?<!\/)>/g)?.length ?? 0;
    rest = text.slice(end).slice(-LONGEST_TAG);
  }
  return rows;
};

/**
 * Looks into a workbook before it is read: the library that reads it unpacks whatever is in it.
 * @returns undefined where it is none, or holds more than `mostBytes`; else the rows of its longest sheet. What an
 *   archive states as sizes is not believed: more than that ends the reading.
 */
export const rowsInWorkbook = async (zip: Buffer, mostBytes: number): Promise<number | undefined> => {
  let left = mostBytes;
  let rows = 0;
  try {
    const archive = await fromBufferPromise(zip, { autoClose: false });
    for await (const entry of archive.eachEntry()) {
      left -= entry.uncompressedSize;
      if (left <= 0) return undefined;
      const content = await archive.openReadStreamPromise(entry);
      if (SHEET.test(entry.fileName)) rows = Math.max(rows, await countRows(content));
      else for await (const _ of content);
    }
    return rows;
  } catch {
    return undefined;
  }
};
