import { readSheet } from 'read-excel-file/node';
import { collect, type Reader, type ReaderInput, unreadable } from '../border/reading.ts';
import { dictionary } from '../border/value.ts';
import { mappingFor } from './headings.ts';
import { readRow } from './table-mapping.ts';

const MOST_BYTES_UNPACKED = 200 * 1024 * 1024;
// Local ends of a zip archive: signature of an entry in the central directory, and where it states the unpacked size.
const ENTRY = Buffer.from('PK\u0001\u0002', 'latin1');
const UNPACKED_SIZE_AT = 24;

/** The first sheet of an Excel workbook (or the one that the settings name); its first filled row holds the headings. */
export const readXlsx: Reader = async (input) => {
  const cells = await cellsOf(input);
  if (!cells) return unreadable('Keine lesbare Excel-Datei (.xlsx).', 'Not a readable Excel file (.xlsx).');
  const at = cells.findIndex((row) => row.filter((cell) => cell !== null).length > 1);
  const headings = (cells[at] ?? []).map((cell) => String(cell ?? '').trim());
  const mapping = mappingFor(input.settings, headings);
  if ('refused' in mapping) return mapping;
  const rows = cells.slice(at + 1).map((row, index) => ({ position: `Zeile ${at + index + 2}`, item: row }));
  const filled = rows.filter(({ item }) => item.some((cell) => cell !== null));
  return collect(filled, (row) =>
    readRow(Object.fromEntries(headings.map((heading, index) => [heading, row[index]])), mapping),
  );
};

const cellsOf = async ({ bytes, settings }: ReaderInput): Promise<unknown[][] | undefined> => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.toString('latin1', 0, 2) !== 'PK' || unpackedSize(buffer) > MOST_BYTES_UNPACKED)
    return undefined;
  const { sheet } = dictionary(settings);
  try {
    return await readSheet(buffer, typeof sheet === 'number' || typeof sheet === 'string' ? sheet : 1);
  } catch {
    return undefined;
  }
};

const unpackedSize = (zip: Buffer): number => {
  let size = 0;
  for (let at = zip.indexOf(ENTRY); at >= 0 && at + 28 <= zip.length; at = zip.indexOf(ENTRY, at + 4))
    size += zip.readUInt32LE(at + UNPACKED_SIZE_AT);
  return size;
};
