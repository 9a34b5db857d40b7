import { parse } from 'csv-parse/sync';
import type { RegisterEdition, RegisterFacts } from '../municipality.ts';
import { agsOfArs, levelOfArs } from '../municipality-key.ts';
import { isKind } from '../municipality-kind.ts';

/** Columns of the shipped table; level, AGS and parents follow from the ARS. */
export const REGISTER_COLUMNS = [
  'ars',
  'kind',
  'name',
  'suffix',
  'seat',
  'population',
  'area_km2',
  'postcode',
  'lon',
  'lat',
] as const;

type Row = Record<(typeof REGISTER_COLUMNS)[number], string>;

/** Reads our own shipped table: a fault in it is a fault of the build and throws. */
export const readRegisterCsv = (text: string): RegisterEdition => {
  const rows = parse(text, { columns: true, comment: '#', comment_no_infix: true }) as Row[];
  return { date: headline(text, 'edition'), source: headline(text, 'source'), units: rows.map(readRow) };
};

/** `# key: value` lines above the header. */
export const headline = (text: string, key: string): string => {
  const value = new RegExp(`^# ${key}: (.+)$`, 'm').exec(text)?.[1];
  if (!value) throw new Error(`The table has no line "# ${key}:".`);
  return value.trim();
};

const readRow = (row: Row): RegisterFacts => {
  const level = levelOfArs(row.ars);
  if (!level || !isKind(row.kind)) throw new Error(`register.csv: ${row.ars} ${row.kind}`);
  return {
    ars: row.ars,
    ags: agsOfArs(row.ars),
    level,
    kind: row.kind,
    name: row.name,
    suffix: row.suffix || null,
    seat: row.seat || null,
    population: row.population === '' ? null : Number(row.population),
    areaKm2: row.area_km2 === '' ? null : Number(row.area_km2),
    postcode: row.postcode || null,
    point: row.lon === '' ? null : { lon: Number(row.lon), lat: Number(row.lat) },
  };
};
