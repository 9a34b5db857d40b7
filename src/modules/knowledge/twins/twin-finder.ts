import { type Feature, features, numericFeatures, wordFeatures } from '../contract.ts';
import { bendOf, type Profile } from './profile.ts';
import { scaled, scaleOf } from './scale.ts';
import type { Weights } from './weights.ts';

export type Twin = {
  profile: Profile;
  /** Root of the weighted mean of the squared differences. */ distance: number;
  /** How far apart in each feature; absent where one of the two is not known. */
  differences: Partial<Record<Feature, number>>;
};

export type TwinQuestion = { ars: string; weights: Weights; limit: number };

export type TwinFinder = {
  profileOf: (ars: string) => Profile | undefined;
  /** The nearest, exactly, nearest first; undefined where the key is none of a municipality. */
  nearest: (question: TwinQuestion) => Twin[] | undefined;
  /** Two of them; undefined where nothing that counts is known of both. */
  compare: (a: string, b: string, weights: Weights) => Twin | undefined;
  /** How far apart two are; undefined where nothing that counts is known of both. */
  distance: (a: string, b: string, weights: Weights) => number | undefined;
};

/** Beyond this a difference is simply large: no single figure may decide alone. */
export const LARGEST_DIFFERENCE = 4;
/** Another state, kind or administration counts like one usual deviation. */
const OTHER_WORD = 1;
const WIDTH = features.length;
const FIRST_WORD = numericFeatures.length;

/** Compares one municipality with all others, feature by feature: eleven thousand rows take about a millisecond. */
export const findTwinsAmong = (profiles: readonly Profile[]): TwinFinder => {
  const table = tableOf(profiles);
  const rows = new Map(profiles.map(({ ars }, at) => [ars, at]));
  return {
    profileOf: (ars) => profiles[rows.get(ars) ?? -1],
    nearest: ({ ars, weights, limit }) => {
      const own = rows.get(ars);
      if (own === undefined) return undefined;
      const counted = weighed(weights);
      const best: Place[] = [];
      for (let at = 0; at < profiles.length; at += 1) {
        if (at === own) continue;
        const worst = best.length < limit ? Number.POSITIVE_INFINITY : (best.at(-1)?.square ?? 0);
        const square = squareBetween(table, [own, at], counted, worst);
        if (square < worst) keep(best, { at, square }, limit);
      }
      return best.flatMap(({ at, square }) => {
        const profile = profiles[at];
        return profile
          ? [{ profile, distance: Math.sqrt(square), differences: differencesOf(table, own, at) }]
          : [];
      });
    },
    compare: (a, b, weights) => {
      const [first, second] = [rows.get(a), rows.get(b)];
      const profile = profiles[second ?? -1];
      if (first === undefined || second === undefined || !profile) return undefined;
      const square = squareBetween(table, [first, second], weighed(weights), Number.POSITIVE_INFINITY);
      if (!Number.isFinite(square)) return undefined;
      return { profile, distance: Math.sqrt(square), differences: differencesOf(table, first, second) };
    },
    distance: (a, b, weights) => {
      const [first, second] = [rows.get(a), rows.get(b)];
      if (first === undefined || second === undefined) return undefined;
      const square = squareBetween(table, [first, second], weighed(weights), Number.POSITIVE_INFINITY);
      return Number.isFinite(square) ? Math.sqrt(square) : undefined;
    },
  };
};

/** The features that count, the heaviest first, so that the far ones are left early. */
type Weighed = { columns: Int32Array; weights: Float64Array; sum: number };
const weighed = (weights: Weights): Weighed => {
  const counted = features
    .map((feature, column) => ({ column, weight: weights[feature] }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return {
    columns: Int32Array.from(counted, ({ column }) => column),
    weights: Float64Array.from(counted, ({ weight }) => weight),
    sum: counted.reduce((sum, { weight }) => sum + weight, 0),
  };
};

/**
 * Mean over what is known of both, squared; infinite where that is nothing. Leaves as soon as even the full weight below
 * the line could not bring the mean under `worst`: the answer stays exact.
 */
const squareBetween = (
  table: Float64Array,
  [a, b]: [number, number],
  { columns, weights, sum }: Weighed,
  worst: number,
): number => {
  const ownRow = a * WIDTH;
  const otherRow = b * WIDTH;
  const enough = worst * sum;
  let total = 0;
  let known = 0;
  for (let at = 0; at < columns.length; at += 1) {
    const column = columns[at] as number;
    const difference = differenceIn(
      column,
      table[ownRow + column] as number,
      table[otherRow + column] as number,
    );
    if (Number.isNaN(difference)) continue;
    const weight = weights[at] as number;
    known += weight;
    total += weight * difference * difference;
    if (total > enough) return Number.POSITIVE_INFINITY;
  }
  return known === 0 ? Number.POSITIVE_INFINITY : total / known;
};

const differenceIn = (column: number, own: number, other: number): number => {
  const difference = own > other ? own - other : other - own;
  if (column >= FIRST_WORD) return difference > 0 ? OTHER_WORD : difference;
  return Math.min(difference, LARGEST_DIFFERENCE);
};

const differencesOf = (table: Float64Array, a: number, b: number): Twin['differences'] =>
  Object.fromEntries(
    features.flatMap((feature, column) => {
      const [own = Number.NaN, other = Number.NaN] = [table[a * WIDTH + column], table[b * WIDTH + column]];
      const difference = differenceIn(column, own, other);
      return Number.isNaN(difference) ? [] : [[feature, difference]];
    }),
  );

type Place = { at: number; square: number };

/** Keeps the list in order; of two that are equally far the earlier one in the register stays first. */
const keep = (best: Place[], place: Place, limit: number): void => {
  let at = best.length;
  while (at > 0 && (best[at - 1]?.square ?? 0) > place.square) at -= 1;
  best.splice(at, 0, place);
  if (best.length > limit) best.pop();
};

/** One row for each municipality: scaled figures, then codes of words; not a number is not known. */
const tableOf = (profiles: readonly Profile[]): Float64Array => {
  const table = new Float64Array(profiles.length * WIDTH);
  const columns = [
    ...numericFeatures.map((feature) => scaledColumn(profiles, feature)),
    ...wordFeatures.map((feature) => codedColumn(profiles, feature)),
  ];
  for (const [column, values] of columns.entries())
    for (const [row, value] of values.entries()) table[row * WIDTH + column] = value;
  return table;
};

const scaledColumn = (profiles: readonly Profile[], feature: (typeof numericFeatures)[number]): number[] => {
  const bend = bendOf[feature];
  const bent = profiles.map(({ numbers }) => {
    const value = numbers[feature];
    return value === undefined ? Number.NaN : bend(value);
  });
  const scale = scaleOf(bent.filter((value) => !Number.isNaN(value)));
  return bent.map((value) => (scale ? scaled(value, scale) : Number.NaN));
};

const codedColumn = (profiles: readonly Profile[], feature: (typeof wordFeatures)[number]): number[] => {
  const codes = new Map<string, number>();
  return profiles.map(({ words }) => {
    const word = words[feature];
    if (word === undefined) return Number.NaN;
    const code = codes.get(word) ?? codes.size;
    codes.set(word, code);
    return code;
  });
};

/** What was weighed and could not be compared. */
export const notComparedIn = ({ differences }: Pick<Twin, 'differences'>, weights: Weights): Feature[] =>
  features.filter((feature) => weights[feature] > 0 && differences[feature] === undefined);
