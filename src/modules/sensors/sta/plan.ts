import type { Node } from './filter.ts';

export type Order = { steps: string[]; isDescending: boolean };

/** What is asked of a set or an entity, in the terms of the model. */
export type Plan = {
  select: string[] | undefined;
  expand: { name: string; plan: Plan }[];
  filter: Node | undefined;
  order: Order[];
  top: number;
  skip: number;
  isCounted: boolean;
  /** Where the page before ended: the values of its last row. */ after: (string | null)[] | undefined;
  isDataArray: boolean;
  /** As it was written, for the link to the next page of an inner list. */ written: [
    name: string,
    value: string,
  ][];
};

/** Splits at a sign that stands outside of quotes and brackets. */
export const splitOutside = (text: string, sign: string): string[] => {
  const parts = [''];
  let depth = 0;
  let isQuoted = false;
  for (const character of text) {
    if (character === "'") isQuoted = !isQuoted;
    else if (!isQuoted && character === '(') depth += 1;
    else if (!isQuoted && character === ')') depth -= 1;
    if (character === sign && depth === 0 && !isQuoted) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts;
};

export const tokenOf = (values: readonly (string | null)[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url');

export const valuesIn = (token: string): (string | null)[] | undefined => {
  try {
    const values: unknown = JSON.parse(Buffer.from(token, 'base64url').toString());
    const isList = Array.isArray(values) && values.length <= 10;
    return isList && values.every((one) => one === null || typeof one === 'string') ? values : undefined;
  } catch {
    return undefined;
  }
};
