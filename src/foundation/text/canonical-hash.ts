import { createHash } from 'node:crypto';

/** Keys in order of their letters, so that the same content has the same text. */
const ordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, ordered(inner)]),
  );
};

/** JSON without spaces, keys in order: what a hash is taken of, and what whoever checks it can write down again. */
export const canonicalJson = (value: unknown): string => JSON.stringify(ordered(value));

export const canonicalHash = (value: unknown): string =>
  createHash('sha256').update(canonicalJson(value)).digest('hex');
