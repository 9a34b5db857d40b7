/**
 * Official keys. AGS (8 digits: state 2, region 1, district 2, municipality 3) and ARS (12 digits: the same with the
 * association's 4 digits before the last 3) are different numbers for one municipality; both begin with zeros and are text.
 */
export type Level = 'state' | 'region' | 'district' | 'association' | 'municipality';

const LEVEL_OF_LENGTH: Readonly<Record<number, Level>> = {
  2: 'state',
  3: 'region',
  5: 'district',
  9: 'association',
  12: 'municipality',
};

const DIGITS = /^[0-9]+$/;

/** @returns the level that an ARS of this length has, or undefined where the text is no ARS. */
export const levelOfArs = (ars: string): Level | undefined =>
  DIGITS.test(ars) ? LEVEL_OF_LENGTH[ars.length] : undefined;

export const isAgs = (key: string): boolean => /^[0-9]{8}$/.test(key);

export const isMunicipalityArs = (key: string): boolean => /^[0-9]{12}$/.test(key);

/** Down to the district both keys are the same; an association has no AGS. */
export const agsOfArs = (ars: string): string | null => {
  if (ars.length === 12) return ars.slice(0, 5) + ars.slice(9);
  return ars.length <= 5 ? ars : null;
};

/** Keys of the levels above, nearest first; not all of them exist (Hesse has regions, Thuringia has none). */
export const keysAbove = (ars: string): string[] =>
  [9, 5, 3, 2].filter((length) => length < ars.length).map((length) => ars.slice(0, length));
