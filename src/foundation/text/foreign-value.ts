/** Foreign values of any form: what is not what was expected is absent. */

export type Dictionary = Record<string, unknown>;

export const dictionary = (value: unknown): Dictionary =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Dictionary) : {};

export const array = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

/** Text or number as text; empty is absent. */
export const scalar = (value: unknown): string | undefined => {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
};

/** A number, also with a decimal comma. */
export const number = (value: unknown): number | undefined => {
  const text = scalar(value)?.replace(',', '.');
  if (text === undefined || !/^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text)) return undefined;
  return Number(text);
};

/** Without the keys whose value is undefined: an absent fact has no key. */
export const present = <T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(value).filter(([, content]) => content !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
