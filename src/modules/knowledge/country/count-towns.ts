import { type Column, type SignName, type SizeClass, signNames } from './contract.ts';
import type { Known } from './known.ts';

/** A municipality as the picture sorts it. */
export type Town = {
  ars: string;
  ags: string | null;
  name: string;
  /** First two digits of the key. */ state: string;
  population: number | null;
  size: SizeClass;
};

/** What a number of the picture stands for; absent: all. */
export type Choice = {
  sign?: Column | undefined;
  state?: string | undefined;
  size?: SizeClass | undefined;
  field?: string | undefined;
};

export type Figures = { towns: number; known: number; unknown: number; signs: Record<SignName, number> };

/** For what a town is known, in one field or in any. */
export const signsOf = (known: Known, ars: string, field?: string): SignName[] => {
  const signs = known.get(ars);
  if (!signs) return [];
  return signNames.filter((sign) => {
    const one = signs.get(sign);
    return one !== undefined && (field === undefined || one.fields.has(field));
  });
};

const hasSign = (signs: readonly SignName[], sign: Column): boolean => {
  if (sign === 'known') return signs.length > 0;
  return sign === 'unknown' ? signs.length === 0 : signs.includes(sign);
};

/** The towns behind a number. A field alone means: known in that field. */
export const townsBehind = (
  towns: readonly Town[],
  known: Known,
  { sign, state, size, field }: Choice,
): Town[] => {
  const wanted = sign ?? (field === undefined ? undefined : 'known');
  return towns.filter(
    (town) =>
      (state === undefined || town.state === state) &&
      (size === undefined || town.size === size) &&
      (wanted === undefined || hasSign(signsOf(known, town.ars, field), wanted)),
  );
};

export const countTowns = (towns: readonly Town[], known: Known, field?: string): Figures => {
  const signs = Object.fromEntries(signNames.map((sign) => [sign, 0])) as Record<SignName, number>;
  let some = 0;
  for (const { ars } of towns) {
    const own = signsOf(known, ars, field);
    if (own.length > 0) some += 1;
    for (const sign of own) signs[sign] += 1;
  }
  return { towns: towns.length, known: some, unknown: towns.length - some, signs };
};

export const inColumn = ({ known, unknown, signs }: Figures, column: Column): number => {
  if (column === 'known') return known;
  return column === 'unknown' ? unknown : signs[column];
};

/** Five steps of a share; 0 is "nothing known", which is drawn apart. */
const STEPS = [0.05, 0.2, 0.5, 0.8];
export const stepOf = (count: number, towns: number): 0 | 1 | 2 | 3 | 4 | 5 => {
  if (count === 0 || towns === 0) return 0;
  const share = count / towns;
  return (STEPS.filter((bound) => share > bound).length + 1) as 1 | 2 | 3 | 4 | 5;
};
