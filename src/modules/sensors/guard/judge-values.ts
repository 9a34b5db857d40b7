import type { StreamRule } from './rule.ts';

export type Value = { at: Date; value: number };

/** How a rule stands now; between bad and good nothing changes (hysteresis). */
export type State = { state: 'bad' | 'between' | 'good'; seen: number | null; bound: number };

const FEWEST_STEPS = 50;
const FEWEST_EQUAL = 12;
/** Of a normal distribution: from the median of distances to its standard deviation. */
const MAD_TO_DEVIATION = 1.4826;
/** So many values in a row must be right before the matter is closed. */
const RIGHT_AGAIN = 3;

/** Silent: no value for so many usual distances; speaking again within half of them. Never heard of: not judged. */
export const judgeSilence = (
  last: Date | null,
  now: Date,
  { expectedSeconds, silentAfter }: { expectedSeconds: number | null; silentAfter: number | null },
): State | undefined => {
  if (last === null || expectedSeconds === null || silentAfter === null) return undefined;
  const distances = (now.getTime() - last.getTime()) / (expectedSeconds * 1000);
  const state = distances > silentAfter ? 'bad' : distances <= silentAfter / 2 ? 'good' : 'between';
  return { state, seen: Math.max(0, distances), bound: silentAfter };
};

/** Lengths of the stretches of equal values, in order. */
const runsOf = (values: readonly Value[]): number[] => {
  const runs: number[] = [];
  for (const [at, { value }] of values.entries())
    if (at > 0 && values[at - 1]?.value === value) runs[runs.length - 1] = (runs.at(-1) ?? 0) + 1;
    else runs.push(1);
  return runs;
};

/**
 * Frozen: the same value twice as often as ever before (at least twelve times), or as often as stated. With less than
 * twice as many values before, nobody knows what is usual.
 */
export const judgeFrozen = (
  values: readonly Value[],
  { frozenAfter }: Pick<StreamRule, 'frozenAfter'>,
): State | undefined => {
  const runs = runsOf(values);
  const now = runs.at(-1) ?? 0;
  const before = runs.slice(0, -1);
  const bound =
    frozenAfter ?? Math.max(FEWEST_EQUAL, 2 * before.reduce((most, run) => Math.max(most, run), 0));
  if (frozenAfter === null && values.length - now < 2 * bound) return undefined;
  return { state: now >= bound ? 'bad' : now <= bound / 2 ? 'good' : 'between', seen: now, bound };
};

const medianOf = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
};

/**
 * The largest step that is taken for real: so many robust deviations (median of absolute deviations) of the steps.
 * @returns undefined where there are too few, or most steps are none.
 */
export const jumpBound = (values: readonly Value[], jumpBeyond: number | null): number | undefined => {
  if (jumpBeyond === null || values.length <= FEWEST_STEPS) return undefined;
  const steps = values.slice(1).map(({ value }, at) => value - (values[at]?.value ?? 0));
  const middle = medianOf(steps);
  const spread = MAD_TO_DEVIATION * medianOf(steps.map((step) => Math.abs(step - middle)));
  return spread > 0 ? jumpBeyond * spread : undefined;
};

export type Doubt = 'implausible' | 'jumping';

/**
 * Which values are doubted, each by itself. A jump is far from the value before and from the last one that nobody
 * doubts: after a single spike the return is no second jump, and a new level that holds is believed.
 */
export const doubtsOf = (
  values: readonly Value[],
  { lowest, highest, jumpBeyond }: Pick<StreamRule, 'lowest' | 'highest' | 'jumpBeyond'>,
): (Doubt | undefined)[] => {
  const bound = jumpBound(values, jumpBeyond);
  let sure: number | undefined;
  return values.map(({ value }, at) => {
    const before = values[at - 1]?.value;
    const isOutside = (lowest !== null && value < lowest) || (highest !== null && value > highest);
    if (isOutside) return 'implausible';
    const isFar = (from: number | undefined) =>
      bound !== undefined && from !== undefined && Math.abs(value - from) > bound;
    if (isFar(before) && isFar(sure)) return 'jumping';
    sure = value;
    return undefined;
  });
};

/** Whether the last values are of that kind: bad with the last one, good again after three right ones. */
export const judgeDoubts = (
  values: readonly Value[],
  doubts: readonly (Doubt | undefined)[],
  kind: Doubt,
  bound: number,
): State => {
  const recent = doubts.slice(-RIGHT_AGAIN);
  const at = doubts.lastIndexOf(kind);
  const seen = recent.includes(kind) ? (values[at]?.value ?? null) : null;
  const state = doubts.at(-1) === kind ? 'bad' : recent.includes(kind) ? 'between' : 'good';
  return { state, seen, bound };
};
