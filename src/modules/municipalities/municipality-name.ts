export type SplitName = { name: string; suffix: string | null };

// Bavaria's part of the register abbreviates, and some names are cut at the end of their column.
const SUFFIXES: readonly (readonly [RegExp, string])[] = [
  [/^St$/, 'Stadt'],
  [/^M$/, 'Markt'],
  [/^GKSt$/, 'Große Kreisstadt'],
  [/^(gemfr\.|gemeindefreie[rs]?) ?(Geb\.|Gebiet)$/, 'gemeindefreies Gebiet'],
  [/^(gemfr\.|gemeindefreie[rs]?) ?Bezirk$/, 'gemeindefreier Bezirk'],
];

/** "Kiel, Landeshauptstadt" → name and suffix; the second language of "Stadt / Běła Woda" goes back to the name. */
export const splitName = (official: string): SplitName => {
  const text = official.replace(/\s+/g, ' ').trim();
  const comma = text.indexOf(',');
  if (comma < 0) return { name: text, suffix: null };
  const [suffix = '', ...languages] = text
    .slice(comma + 1)
    .split(' / ')
    .map((part) => part.trim());
  const written = SUFFIXES.find(([pattern]) => pattern.test(suffix))?.[1] ?? suffix.replace(/ ,/g, ',');
  return { name: [text.slice(0, comma).trim(), ...languages].join('/'), suffix: written || null };
};

/** "Halle (Saale)" → "Halle"; "Cottbus/Chóśebuz" → "Cottbus": what people type. */
export const baseName = (name: string): string => name.replace(/\s*[(/].*$/, '').trim() || name;

const MARKS = /\p{M}/gu;

const simplify = (text: string): string =>
  text
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(MARKS, '')
    .replaceAll('ł', 'l')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    // "St. Peter-Ording" is "Sankt Peter-Ording" in the register, and St. Wendel the other way round.
    .replace(/\bst (?=[a-z])/g, 'sankt ');

/** One spelling for comparison: "Köln" and "koln" → "koln". */
export const foldName = (text: string): string => simplify(text.toLowerCase());

/** The other usual spelling: "Köln" → "koeln". */
export const foldNameLong = (text: string): string =>
  simplify(
    text.toLowerCase().normalize('NFC').replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue'),
  );
