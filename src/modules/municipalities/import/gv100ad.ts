import type { RegisterFacts, Rejection } from '../municipality.ts';
import { agsOfArs, type Level } from '../municipality-key.ts';
import { isKindOfLevel, type Kind, kindOfRegion, kindOfTypeCode } from '../municipality-kind.ts';
import { splitName } from '../municipality-name.ts';

/** GV100AD: 220 characters a line; Satzart 30 (planning regions) is no level of administration and is left out. */
const LEVEL_OF_RECORD: Readonly<Record<string, Level | 'skipped'>> = {
  '10': 'state',
  '20': 'region',
  '30': 'skipped',
  '40': 'district',
  '50': 'association',
  '60': 'municipality',
};

const KEY_LENGTH: Readonly<Record<Level, number>> = {
  state: 2,
  region: 3,
  district: 5,
  association: 9,
  municipality: 12,
};

export type Gv100adReading = { date: string; units: RegisterFacts[]; rejected: Rejection[]; skipped: number };

type Reason = Rejection['reason'];
type Line = { level: Level; date: string; ars: string; text: string };

const reason = (de: string, en: string): { reason: Reason } => ({ reason: { de, en } });

/**
 * Reads the official file line by line. A line that cannot be read is listed with its number and the reason, the
 * others are kept. The edition's date is that of most lines; a line of another edition is rejected.
 */
export const readGv100ad = async (
  lines: Iterable<string> | AsyncIterable<string>,
): Promise<Gv100adReading> => {
  const units: RegisterFacts[] = [];
  const rejected: Rejection[] = [];
  const seen = new Set<string>();
  let skipped = 0;
  let date: string | undefined;
  let number = 0;
  const reject = (why: Reason, key?: string) =>
    rejected.push({ position: String(number), reason: why, ...(key ? { key } : {}) });
  for await (const raw of lines) {
    number += 1;
    const text = raw.replace(/^\uFEFF/, '').replace(/\r$/, '');
    if (text.trim() === '') continue;
    const line = readKey(text);
    if (line === 'skipped') skipped += 1;
    else if ('reason' in line) reject(line.reason);
    else {
      date ??= line.date;
      const unit = line.date === date ? readUnit(line) : otherEdition(line.date, date);
      if ('reason' in unit) reject(unit.reason, line.ars);
      else if (seen.has(line.ars)) reject(twice(line.ars), line.ars);
      else {
        seen.add(line.ars);
        units.push(unit);
      }
    }
  }
  return { date: date ?? '', units, rejected, skipped };
};

const twice = (ars: string): Reason => ({
  de: `Schlüssel ${ars} kommt zweimal vor`,
  en: `Key ${ars} occurs twice`,
});

const otherEdition = (found: string, expected: string) =>
  reason(`Gebietsstand ${found} statt ${expected}`, `Edition ${found} instead of ${expected}`);

const readKey = (text: string): Line | 'skipped' | { reason: Reason } => {
  const level = LEVEL_OF_RECORD[text.slice(0, 2)];
  if (level === 'skipped') return 'skipped';
  if (!level)
    return reason(`Unbekannte Satzart »${text.slice(0, 2)}«`, `Unknown record kind "${text.slice(0, 2)}"`);
  const [, year, month, day] = /^(\d{4})(0[1-9]|1[0-2])([0-2]\d|3[01])$/.exec(text.slice(2, 10)) ?? [];
  if (!year) return reason(`Kein Datum: »${text.slice(2, 10)}«`, `Not a date: "${text.slice(2, 10)}"`);
  // The file writes the municipality's 3 digits before the association's 4; the ARS has them the other way round.
  const field = text.slice(10, 22);
  const ars = (field.slice(0, 5) + field.slice(8, 12) + field.slice(5, 8)).trimEnd();
  if (!/^\d+$/.test(ars) || ars.length !== KEY_LENGTH[level])
    return reason(`Schlüssel »${field}« passt nicht zur Satzart`, `Key "${field}" does not fit the record`);
  return { level, date: `${year}-${month}-${day}`, ars, text };
};

const readUnit = ({ level, ars, text }: Line): RegisterFacts | { reason: Reason } => {
  const name = text.slice(22, 72).trim();
  if (name === '') return reason('Name fehlt', 'Name missing');
  const kind = readKind(level, name, text.slice(122, 124));
  if (typeof kind !== 'string') return kind;
  const unit: RegisterFacts = {
    ars,
    ags: agsOfArs(ars),
    level,
    kind,
    ...splitName(name),
    seat: level === 'municipality' ? null : text.slice(72, 122).trim() || null,
    population: null,
    areaKm2: null,
    postcode: null,
    point: null,
  };
  return level === 'municipality' ? withFigures(unit, text) : unit;
};

const readKind = (level: Level, name: string, code: string): Kind | { reason: Reason } => {
  if (level === 'state') return 'state';
  if (level === 'region') return kindOfRegion(name);
  const kind = isKindOfLevel(code, level) ? kindOfTypeCode(code) : undefined;
  return kind ?? reason(`Unbekanntes Textkennzeichen »${code}«`, `Unknown type code "${code}"`);
};

const withFigures = (unit: RegisterFacts, text: string): RegisterFacts | { reason: Reason } => {
  const area = text.slice(128, 139);
  const population = text.slice(139, 150);
  if (!/^\d{11}$/.test(area)) return reason(`Fläche »${area}« ist keine Zahl`, `Area "${area}" is no number`);
  if (!/^\d{11}$/.test(population))
    return reason(`Bevölkerung »${population}« ist keine Zahl`, `Population "${population}" is no number`);
  const postcode = text.slice(165, 170).trim();
  if (postcode !== '' && !/^\d{5}$/.test(postcode))
    return reason(`Postleitzahl »${postcode}« ist keine`, `"${postcode}" is no postcode`);
  return { ...unit, areaKm2: Number(area) / 100, population: Number(population), postcode: postcode || null };
};
