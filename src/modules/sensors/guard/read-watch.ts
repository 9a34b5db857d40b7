import type { Typed } from '../../../foundation/http/typed-body.ts';
import { number } from '../../../foundation/text/foreign-value.ts';
import { textIn } from '../../../foundation/text/typed-text.ts';
import { isThreshold, type Threshold } from './alert.ts';
import type { StreamRule } from './rule.ts';

/** A number as it was typed; empty is null, and what is none is undefined. */
const typedNumber = (typed: Typed, name: string): number | null | undefined => {
  const text = textIn(typed, name);
  return text === '' ? null : number(text);
};

const isIn = (value: number | null | undefined, low: number, high: number, isWhole = true): boolean =>
  value === null ||
  (value !== undefined && value >= low && value <= high && (!isWhole || Number.isInteger(value)));

/** @returns undefined where a number is none, or limits do not ascend. */
export const readRule = (typed: Typed): StreamRule | undefined => {
  const [silentAfter, frozenAfter, lowest, highest, jumpBeyond] = [
    'silentAfter',
    'frozenAfter',
    'lowest',
    'highest',
    'jumpBeyond',
  ].map((name) => typedNumber(typed, name));
  if (!isIn(silentAfter, 2, 1000) || !isIn(frozenAfter, 3, 10_000) || !isIn(jumpBeyond, 3, 1000, false))
    return undefined;
  if (lowest === undefined || highest === undefined) return undefined;
  if (lowest !== null && highest !== null && lowest >= highest) return undefined;
  return {
    silentAfter: silentAfter ?? null,
    frozenAfter: frozenAfter ?? null,
    lowest,
    highest,
    jumpBeyond: jumpBeyond ?? null,
  };
};

/** @returns undefined where it lacks a name or a number, or could never end. */
export const readThreshold = (typed: Typed): (Threshold & { name: string }) | undefined => {
  const name = textIn(typed, 'thresholdName').slice(0, 120);
  const direction = textIn(typed, 'direction') === 'below' ? 'below' : 'above';
  const raiseAt = typedNumber(typed, 'raiseAt');
  const clearAt = typedNumber(typed, 'clearAt') ?? raiseAt;
  if (name === '' || raiseAt === null || raiseAt === undefined || typeof clearAt !== 'number')
    return undefined;
  const threshold = { direction, raiseAt, clearAt } as const;
  return isThreshold(threshold) ? { ...threshold, name } : undefined;
};
