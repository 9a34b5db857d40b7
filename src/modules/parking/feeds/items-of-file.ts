import { csvLines } from '../../../foundation/table/csv.ts';
import { isZip, readWorkbook } from '../../../foundation/table/workbook.ts';
import { textOfFile } from '../../../foundation/text/file-text.ts';
import { array, dictionary, scalar } from '../../../foundation/text/foreign-value.ts';
import { datexItems } from './datex-items.ts';
import { type Items, type Unreadable, unreadable } from './items.ts';
import { refusedCrs } from './place-of.ts';
import { at } from './said.ts';
import type { Shape } from './shape.ts';

/** Its records, whatever kind of file it is: a workbook, DATEX II, JSON with or without geometries, or a table as text. */
export const itemsOfFile = async (
  { bytes, contentType }: { bytes: Uint8Array; contentType?: string },
  shape: Shape,
): Promise<Items | Unreadable> => {
  if (isZip(bytes)) return itemsOfWorkbook(bytes);
  const text = textOfFile(bytes, contentType);
  if (typeof text !== 'string')
    return unreadable('Die Datei lässt sich nicht entpacken.', 'The file cannot be unpacked.');
  const start = text.replace(/^\ufeff/, '').trimStart()[0];
  if (start === '<') return datexItems(text);
  return start === '{' || start === '[' ? itemsOfJson(text, shape) : itemsOfCsv(text);
};

const itemsOfJson = (text: string, shape: Shape): Items | Unreadable => {
  let file: unknown;
  try {
    file = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    const what = (error as Error).message.slice(0, 150);
    return unreadable(`Kein JSON: ${what}`, `Not JSON: ${what}`);
  }
  const crs = refusedCrs(file);
  if (crs !== undefined)
    return unreadable(
      `Das Koordinatensystem »${crs}« wird nicht gelesen.`,
      `The reference system “${crs}” is not read.`,
    );
  const records = listAt(file, shape);
  if (!records) return unreadable('Die Liste der Einträge fehlt.', 'The list of records is missing.');
  return {
    file,
    rejected: [],
    items: records.map((record, index) => ({ position: `Eintrag ${index + 1}`, item: flat(record) })),
  };
};

const listAt = (file: unknown, { items, isKeyed }: Shape): unknown[] | undefined => {
  if (isKeyed)
    return Object.entries(dictionary(file)).map(([key, value]) => ({ ...dictionary(value), $key: key }));
  const isFeatures = Array.isArray(dictionary(file).features);
  const path = isFeatures ? 'features' : items;
  if (path?.startsWith('*.')) return array(file).flatMap((one) => array(at(one, path.slice(2))));
  const found = path === undefined ? file : (at(file, path) ?? (Array.isArray(file) ? file : undefined));
  // A status of one site comes without a list around it.
  return found === undefined ? undefined : array(found);
};

/** What a feature says of itself beside its geometry, as one record (GeoJSON: properties, Esri: attributes). */
const flat = (record: unknown): unknown => {
  const { properties, attributes, ...rest } = dictionary(record);
  return properties || attributes
    ? { ...rest, ...dictionary(properties), ...dictionary(attributes) }
    : record;
};

const itemsOfCsv = (text: string): Items | Unreadable => {
  const { lines, faulty } = csvLines(text);
  const [head, ...rest] = lines;
  if (!head) return unreadable('Die Tabelle ist leer.', 'The table is empty.');
  const named = namer(head.record);
  return {
    file: undefined,
    items: rest.map(({ record, line }) => ({ position: `Zeile ${line}`, item: named(record) })),
    rejected: faulty.map((line) => ({
      position: `Zeile ${line ?? '?'}`,
      reason: { de: 'Die Zeile ist kein gültiges CSV.', en: 'The line is not valid CSV.' },
    })),
  };
};

const itemsOfWorkbook = async (bytes: Uint8Array): Promise<Items | Unreadable> => {
  const workbook = await readWorkbook(bytes);
  if (!workbook || 'tooMany' in workbook)
    return unreadable('Keine lesbare Excel-Datei (.xlsx).', 'Not a readable Excel file (.xlsx).');
  const [head = [], ...rows] = workbook.cells;
  const named = namer(head);
  return {
    file: undefined,
    rejected: [],
    items: rows.flatMap((cells, index) =>
      cells.some((cell) => cell !== null) ? [{ position: `Zeile ${index + 2}`, item: named(cells) }] : [],
    ),
  };
};

/** Headings without case and doubled spaces: each office writes them a little differently. */
const namer = (head: unknown[]) => {
  const names = head.map((cell) => (scalar(cell) ?? '').toLowerCase().replace(/\s+/g, ' '));
  return (cells: unknown[]) => Object.fromEntries(names.map((name, index) => [name, cells[index]]));
};
