import { parse } from 'csv-parse/sync';
import * as v from 'valibot';
import type { Message } from '../../../foundation/i18n/message.ts';
import { isZip, readWorkbook } from '../../../foundation/table/workbook.ts';
import type { textKinds } from '../catalogue/public-service.ts';
import type { TownPart } from '../responsibility/town-part.ts';
import { faultOfDays, finishAuthority, finishService, idOf, pointOf, present } from './facts.ts';
import { attempt, type Bytes, collectBytes, type Reader, type ReadItem, tooLarge } from './reading.ts';

type Row = Record<string, string>;

const MOST_ROWS = 100_000;

/**
 * One table (CSV or XLSX) for all three kinds of record, the column `satz` says which: leistung, stelle or zustaendigkeit. Lists
 * stand in one cell, parted by "|".
 */
export const table: Reader = {
  isComplete: true,
  read: async function* (bytes: Bytes) {
    const file = await collectBytes(bytes);
    if (!file) return yield tooLarge;
    const rows = isZip(file)
      ? await rowsOfWorkbook(file)
      : rowsOf(file.toString('utf8').replace(/^\ufeff/, ''));
    if ('unreadable' in rows) return yield rows;
    for (const [at, row] of rows.entries()) {
      const position = `Zeile ${at + 2}`;
      yield* attempt(position, () => [readRow(row, position)]);
    }
  },
};

const rowsOf = (text: string): Row[] | { unreadable: Message } => {
  const first = /^[^#\n].*$/m.exec(text)?.[0] ?? '';
  const delimiter = first.includes(';') ? ';' : ',';
  try {
    const rows = parse(text, {
      columns: true,
      comment: '#',
      comment_no_infix: true,
      delimiter,
      skip_empty_lines: true,
      relax_column_count: true,
      trim: true,
    }) as Row[];
    return withColumns(rows);
  } catch (error) {
    const what = (error as Error).message.slice(0, 150);
    return { unreadable: { de: `Kein gültiges CSV: ${what}`, en: `Not valid CSV: ${what}` } };
  }
};

const withColumns = (rows: Row[]): Row[] | { unreadable: Message } =>
  rows[0] && !('satz' in rows[0] && 'kennung' in rows[0])
    ? {
        unreadable: {
          de: 'Die Spalten »satz« und »kennung« fehlen.',
          en: 'The columns “satz” and “kennung” are missing.',
        },
      }
    : rows;

const textOf = (cell: unknown): string => {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return cell === null || cell === undefined ? '' : String(cell).trim();
};

/** Headings stand in the first row; empty rows are passed over as in CSV. */
const rowsOfWorkbook = async (file: Buffer): Promise<Row[] | { unreadable: Message }> => {
  const workbook = await readWorkbook(file, { mostRows: MOST_ROWS });
  if (!workbook || 'tooMany' in workbook)
    return {
      unreadable: {
        de: `Keine lesbare Excel-Datei (.xlsx), oder mehr als ${MOST_ROWS} Zeilen.`,
        en: `Not a readable Excel file (.xlsx), or more than ${MOST_ROWS} rows.`,
      },
    };
  const [headings = [], ...rest] = workbook.cells;
  return withColumns(
    rest
      .filter((row) => row.some((cell) => textOf(cell) !== ''))
      .map((row) => Object.fromEntries(headings.map((heading, at) => [textOf(heading), textOf(row[at])]))),
  );
};

const readRow = (row: Row, position: string): ReadItem => {
  if (row.satz === 'leistung') return readService(row, position);
  if (row.satz === 'stelle') return readAuthority(row, position);
  if (row.satz === 'zustaendigkeit') return readRule(row, position);
  return {
    position,
    rejected: {
      de: 'In der Spalte »satz« steht leistung, stelle oder zustaendigkeit.',
      en: 'The column “satz” holds leistung, stelle or zustaendigkeit.',
    },
  };
};

const cell = (row: Row, name: string): string | undefined => (row[name] ? row[name] : undefined);
const list = (row: Row, name: string): string[] =>
  (cell(row, name) ?? '')
    .split('|')
    .map((one) => one.trim())
    .filter((one) => one !== '');

const TEXT_COLUMNS: Record<string, (typeof textKinds)[number]> = {
  kurztext: 'summary',
  ablauf: 'procedure',
  unterlagen: 'evidence',
  voraussetzungen: 'conditions',
  kosten: 'cost',
  bearbeitungsdauer: 'processingTime',
  frist: 'deadline',
  rechtsgrundlage: 'legalBasis',
  hinweise: 'hints',
};

const TrustSchema = v.optional(v.picklist(['low', 'substantial', 'high']));

const readService = (row: Row, position: string): ReadItem => {
  const ways = list(row, 'wege');
  return finishService(position, row.kennung, {
    name: row.name,
    ...(cell(row, 'name_en') && { names: { en: row.name_en ?? '' } }),
    leikaKeys: list(row, 'schluessel'),
    texts: Object.entries(TEXT_COLUMNS).flatMap(([column, kind]) => [
      { kind, language: 'de', text: cell(row, column) },
      { kind, language: 'en', text: cell(row, `${column}_en`) },
    ]),
    keywords: list(row, 'stichworte'),
    ...(cell(row, 'lebenslagen') && { lifeEvents: list(row, 'lebenslagen') }),
    channels: [
      { online: cell(row, 'online') },
      ...(ways.includes('telefon') ? [{ phone: '115' }] : []),
      ...(ways.includes('vor ort') ? [{ counter: true as const }] : []),
      ...(ways.includes('post') ? [{ post: true as const }] : []),
    ],
    trustLevel: v.parse(TrustSchema, cell(row, 'vertrauensniveau')),
    reach: row.reichweite === 'bund' ? 'country' : 'unit',
    validFrom: cell(row, 'gueltig_ab'),
    validTo: cell(row, 'gueltig_bis'),
  });
};

const AccessSchema = v.optional(
  v.pipe(
    v.picklist(['ja', 'nein', 'teilweise']),
    v.transform((word) => ({ ja: 'yes' as const, nein: 'no' as const, teilweise: 'limited' as const })[word]),
  ),
);

const readAuthority = (row: Row, position: string): ReadItem =>
  finishAuthority(position, row.kennung, {
    name: row.name,
    organisation: cell(row, 'organisation'),
    address: {
      street: cell(row, 'strasse'),
      houseNumber: cell(row, 'hausnummer'),
      postcode: cell(row, 'plz'),
      town: cell(row, 'ort'),
    },
    point: pointOf(cell(row, 'lon'), cell(row, 'lat')),
    openingHours: cell(row, 'oeffnungszeiten'),
    phone: cell(row, 'telefon'),
    mail: cell(row, 'mail'),
    web: cell(row, 'web'),
    access: present({ stepFree: v.parse(AccessSchema, cell(row, 'stufenlos')) }),
    parentForeignId: cell(row, 'uebergeordnet'),
  });

const readRule = (row: Row, position: string): ReadItem => {
  const reject = (de: string, en: string): ReadItem => ({ position, rejected: { de, en } });
  const foreignId = idOf(row.kennung);
  if (foreignId === undefined)
    return reject('Die Kennung fehlt oder ist zu lang.', 'The id is missing or too long.');
  const wrongDay = faultOfDays(cell(row, 'gueltig_ab'), cell(row, 'gueltig_bis'));
  if (wrongDay) return { position, rejected: wrongDay };
  const [leikaKey] = list(row, 'schluessel');
  const service = cell(row, 'leistung');
  const authorityForeignId = cell(row, 'stelle');
  const actingKey = cell(row, 'zustaendig_ueber');
  const areas = list(row, 'gebiet');
  if (areas.length === 0) return reject('Das Gebiet fehlt.', 'The area is missing.');
  if (leikaKey === undefined && service === undefined)
    return reject('Die Leistung fehlt.', 'The service is missing.');
  if ((authorityForeignId === undefined) === (actingKey === undefined))
    return reject(
      'Entweder »stelle« oder »zustaendig_ueber« ist auszufüllen.',
      'Either “stelle” or “zustaendig_ueber” must be filled in.',
    );
  return {
    kind: 'responsibility',
    foreignId,
    facts: {
      service: service === undefined ? { leikaKey: leikaKey ?? '' } : { foreignId: service },
      areaKeys: areas.map((key) => (key === 'bund' ? '' : key)),
      role: row.rolle === 'ansprechpunkt' ? 'contact' : 'responsible',
      ...present({
        authorityForeignId,
        actingKey,
        part: partOf(row),
        validFrom: cell(row, 'gueltig_ab'),
        validTo: cell(row, 'gueltig_bis'),
      }),
    },
  };
};

/** "Hauptstraße 1-99 ungerade | Nebenweg" in `strassen`, or postcodes in `postleitzahlen`. */
const partOf = (row: Row): TownPart | undefined => {
  const name = present({ name: cell(row, 'ortsteil') });
  const postcodes = list(row, 'postleitzahlen');
  if (postcodes.length > 0) return { kind: 'postcodes', postcodes, ...name };
  const streets = list(row, 'strassen');
  if (streets.length === 0) return undefined;
  return { kind: 'streets', ...name, streets: streets.map(streetOf) };
};

const streetOf = (text: string) => {
  const [, street = text, from, to, side] =
    /^(.*?)(?:\s+(\d+)\s*-\s*(\d+))?(?:\s+(gerade|ungerade))?$/.exec(text) ?? [];
  return {
    street,
    ...(from !== undefined && { from: Number(from) }),
    ...(to !== undefined && { to: Number(to) }),
    ...(side !== undefined && { side: side === 'gerade' ? ('even' as const) : ('odd' as const) }),
  };
};
