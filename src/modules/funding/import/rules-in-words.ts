import { stateOf } from '../../municipalities/index.ts';
import type { ApplicantKind, ProgrammeFacts } from '../contract.ts';

const partsOf = (text: string): string[] =>
  text
    .split(/[;,]|\bund\b|\//)
    .map((part) => part.trim())
    .filter(Boolean);

/** Parts that a table knows, and the rest in its own words. */
const sorted = <One extends string>(text: string, table: readonly (readonly [RegExp, readonly One[]])[]) => {
  const found = new Set<One>();
  const rest: string[] = [];
  for (const part of partsOf(text)) {
    const known = table.find(([pattern]) => pattern.test(part));
    if (known) for (const one of known[1]) found.add(one);
    else rest.push(part);
  }
  return { known: [...found], rest: rest.join('; ').slice(0, 300) };
};

/** A whole word, not a part of one: "Gemeinden im Rheinischen Revier" are not all municipalities. */
const APPLICANTS: [RegExp, ApplicantKind[]][] = [
  [/^(Gemeinden?|Städte|Kommunen?)$/i, ['municipality']],
  [/^kreisfreie Städte$/i, ['urbanDistrict']],
  [/^(Land)?kreise$/i, ['district']],
  [/^Gemeindeverbände$/i, ['association']],
  [/^(Zusammenschlüsse von Gemeinden|interkommunale Zusammenarbeit)$/i, ['joint']],
  [/^(öffentliche|kommunale) Unternehmen$/i, ['company']],
];

export const applicantsIn = (text: string): ProgrammeFacts['applicants'] => {
  const { known, rest } = sorted(text, APPLICANTS);
  if (known.length === 0 && rest === '') return null;
  // "Kommune" may mean districts as well: that is left open.
  const isVague = partsOf(text).some((part) => /^Kommunen?$/i.test(part));
  return { kinds: known, rest: [rest, ...(isVague ? ['Kommune'] : [])].filter(Boolean).join('; ') };
};

type Field = NonNullable<ProgrammeFacts['fields']>['ids'][number];
const FIELDS: [RegExp, Field[]][] = [
  [/Mobilität|Verkehr/i, ['mobility']],
  [/Verwaltungsdigitalisierung|Onlinedienste|^OZG$/i, ['administration']],
];

/** "Digitalisierung" or "Infrastruktur" is no field of action: it stays in the words of the source. */
export const fieldsIn = (text: string): ProgrammeFacts['fields'] => {
  const { known, rest } = sorted(text, FIELDS);
  return known.length === 0 && rest === '' ? null : { ids: known, rest };
};

const STATE_KEYS = Array.from({ length: 16 }, (_, at) => String(at + 1).padStart(2, '0'));

export const areaIn = (text: string): string[] | null => {
  if (/^bundesweit$/i.test(text)) return [''];
  const key = STATE_KEYS.find((one) => stateOf(one) === text);
  return key === undefined ? null : [key];
};

export const levelIn = (text: string): ProgrammeFacts['level'] => {
  if (/^EU/i.test(text)) return 'eu';
  if (/^Bund/i.test(text)) return 'federal';
  return /^Land/i.test(text) ? 'state' : null;
};

/** "2021", "2023-02"; "undatiert" is none. */
export const sourceDayIn = (text: string): string | null =>
  /^20\d{2}(-(0[1-9]|1[0-2])(-\d{2})?)?$/.test(text) ? text : null;

const AMOUNT = String.raw`([\d.]+(?:,\d+)?)\s*(Mio\.?)?\s*(?:EUR|€)`;
const CAP = new RegExp(String.raw`(?:max\.|maximal|höchstens)\s*${AMOUNT}`, 'gi');
const LEAST = new RegExp(String.raw`(?:Bagatellgrenze|Mindestvolumen)\s*${AMOUNT}`, 'gi');
const RATE = /(bis zu )?(\d{1,3}) ?%(?! Eigenanteil)/i;
const WEAK = /bei Haushalts(?:notlage|sicherung) (?:bis zu )?(\d{1,3}) ?%/i;

/** The only amount of its kind; two of them hold for different parts, and none for all. */
const single = (text: string, pattern: RegExp): number | null => {
  const [first, ...more] = [...text.matchAll(pattern)];
  if (!first || more.length > 0) return null;
  const number = Number((first[1] ?? '').replaceAll('.', '').replace(',', '.'));
  return Math.round(number * (first[2] ? 1_000_000 : 1));
};

export const moneyIn = (text: string): Omit<ProgrammeFacts['money'], 'text'> => {
  const weak = WEAK.exec(text);
  const rate = RATE.exec(text.replace(WEAK, ''));
  const percent = (digits: string | undefined): number | null => {
    const value = Number(digits);
    return digits !== undefined && value <= 100 ? value : null;
  };
  return {
    rate: percent(rate?.[2]),
    isUpTo: rate?.[1] !== undefined,
    weakRate: percent(weak?.[1]),
    cap: single(text, CAP),
    leastCost: single(text, LEAST),
  };
};
