import { inflateRawSync } from 'node:zlib';

const ENTRY = Buffer.from('PK\u0001\u0002', 'latin1');
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const STORED = 0;

type Entry = { name: string; method: number; compressed: number; localAt: number };

const entriesOf = (zip: Buffer): Entry[] => {
  const entries: Entry[] = [];
  for (
    let at = zip.indexOf(ENTRY);
    at >= 0 && at + ENTRY_BYTES <= zip.length;
    at = zip.indexOf(ENTRY, at + 4)
  ) {
    const nameLength = zip.readUInt16LE(at + 28);
    entries.push({
      name: zip.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + nameLength),
      method: zip.readUInt16LE(at + 10),
      compressed: zip.readUInt32LE(at + 20),
      localAt: zip.readUInt32LE(at + 42),
    });
  }
  return entries;
};

const contentOf = (zip: Buffer, { method, compressed, localAt }: Entry, most: number): Buffer => {
  const nameLength = zip.readUInt16LE(localAt + 26);
  const extraLength = zip.readUInt16LE(localAt + 28);
  const start = localAt + LOCAL_BYTES + nameLength + extraLength;
  const packed = zip.subarray(start, start + compressed);
  return method === STORED ? packed : inflateRawSync(packed, { maxOutputLength: most });
};

const ROW = Buffer.from('<row', 'latin1');
const CLOSE = 0x3e;
const SLASH = 0x2f;

/** Rows of a sheet that hold cells; those that carry nothing but a format are closed at once. */
const countRows = (sheet: Buffer): number => {
  let rows = 0;
  for (let at = sheet.indexOf(ROW); at >= 0; at = sheet.indexOf(ROW, at + ROW.length)) {
    const end = sheet.indexOf(CLOSE, at);
    const next = sheet[at + ROW.length];
    if (end > 0 && sheet[end - 1] !== SLASH && (next === 0x20 || next === CLOSE)) rows += 1;
  }
  return rows;
};

/**
 * Unpacks a workbook once to see what it really holds, since the sizes that an archive states may lie.
 * @returns undefined where it is none, or holds more than `mostBytes`; else the rows of its longest sheet.
 */
export const rowsInWorkbook = (zip: Buffer, mostBytes: number): number | undefined => {
  let left = mostBytes;
  let rows = 0;
  try {
    for (const entry of entriesOf(zip)) {
      const content = contentOf(zip, entry, left);
      left -= content.length;
      if (left <= 0) return undefined;
      if (/^xl\/worksheets\/[^/]+\.xml$/.test(entry.name)) rows = Math.max(rows, countRows(content));
    }
  } catch {
    return undefined;
  }
  return rows;
};
