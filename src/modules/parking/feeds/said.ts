import { type Dictionary, dictionary, scalar } from '../../../foundation/text/foreign-value.ts';
import { fromBerlin } from '../../../foundation/time/zone.ts';

const YES = new Set(['ja', 'yes', 'true', 't', 'j', '1', 'wahr']);
const NO = new Set(['nein', 'no', 'false', 'f', 'n', '0', 'falsch']);

/** Yes or no, in the words of registers; anything else is not known. */
export const truth = (value: unknown): boolean | undefined => {
  if (typeof value === 'boolean') return value;
  const word = scalar(value)?.toLowerCase();
  if (word === undefined) return undefined;
  return YES.has(word) ? true : NO.has(word) ? false : undefined;
};

/** The number that a text begins with: »2 Behindertenparkplätze«, »1,90 m«. */
export const leadingNumber = (value: unknown): number | undefined => {
  const found = /^-?\d{1,12}([.,]\d{1,12})?/.exec(scalar(value) ?? '')?.[0];
  return found === undefined ? undefined : Number(found.replace(',', '.'));
};

/** A whole number; fractions are no count of spaces. */
export const whole = (value: unknown): number | undefined => {
  const found = leadingNumber(value);
  return Number.isInteger(found) && Math.abs(found ?? 0) < 1_000_000 ? found : undefined;
};

/** More than none: registers write 0 and -1 where nobody has counted. */
export const positive = (value: unknown): number | undefined => {
  const found = whole(value);
  return found !== undefined && found > 0 ? found : undefined;
};

/** What may drive in, in centimetres: sources write metres, centimetres or nothing that a car could pass. */
export const heightCm = (value: unknown): number | undefined => {
  const found = leadingNumber(value);
  if (found === undefined) return undefined;
  const centimetres = Math.round(found < 10 ? found * 100 : found);
  return centimetres >= 150 && centimetres <= 600 ? centimetres : undefined;
};

const WALL = /^(\d{4}-\d{2}-\d{2})[T -](\d{2})[:.](\d{2})(?:[:.](\d{2}))?(?:[.,]\d+)?$/;
const EARLIEST = Date.UTC(2000, 0, 1);

/** Milliseconds or seconds since 1970, or ISO; a time without a zone is one in Berlin, unless `zone` says otherwise. */
export const instantOf = (value: unknown, zone?: 'UTC'): Date | undefined => {
  const text = scalar(value);
  if (text === undefined) return undefined;
  const [, day, hour, minute, second = '00'] = WALL.exec(text) ?? [];
  try {
    const found =
      day === undefined
        ? new Date(/^\d{9,14}$/.test(text) ? Number(text) * (text.length < 12 ? 1000 : 1) : text)
        : zone === 'UTC'
          ? new Date(`${day}T${hour}:${minute}:${second}Z`)
          : fromBerlin(day, `${hour}:${minute}:${second}`);
    return found.getTime() > EARLIEST ? found : undefined;
  } catch {
    return undefined;
  }
};

/** `a.b.c` in nested values; a name that holds a dot itself is looked for first. */
export const at = (item: unknown, path: string): unknown => {
  const fields: Dictionary = Array.isArray(item) ? Object.fromEntries(item.entries()) : dictionary(item);
  if (Object.hasOwn(fields, path)) return fields[path];
  const dot = path.indexOf('.');
  return dot < 0 ? undefined : at(fields[path.slice(0, dot)], path.slice(dot + 1));
};

const LONGEST_TEXT = 2_000;

/** PostgreSQL takes neither a zero byte nor half of a pair, and would refuse the whole file for one of them. */
export const storable = (text: string, longest = LONGEST_TEXT): string =>
  text.replaceAll('\0', '').slice(0, longest).toWellFormed();

/** One line, without a dash that only fills the cell. */
export const line = (value: unknown, longest = LONGEST_TEXT): string | undefined => {
  const text = storable(scalar(value)?.replace(/\s+/g, ' ') ?? '', longest).trim();
  return text === '' || /^[-–/]+$/.test(text) ? undefined : text;
};
