import { type Feature, features, numericFeatures, wordFeatures } from '../contract.ts';
import type { Profile } from './profile.ts';
import type { Twin } from './twin-finder.ts';
import type { Weights } from './weights.ts';

export type Likeness = 'same' | 'near' | 'different';

/** Why two are twins, or in what they are not: to be put into words. */
export type Reason = { likeness: Likeness } & (
  | { feature: (typeof numericFeatures)[number]; own: number; other: number }
  | { feature: (typeof wordFeatures)[number]; ownWord: string; otherWord: string }
);

const NEAR = 0.5;
const DIFFERENT = 1;
/** Within five in a hundred, or two kilometres, people say "the same". */
const SAME_SHARE = 0.05;
const SAME_KM = 2;
const MOST_ALIKE = 4;
const MOST_DIFFERENT = 2;

const isDistance = (feature: Feature): boolean =>
  ['city', 'town', 'stateBorder', 'outerBorder'].includes(feature);

const isSame = (feature: Feature, own: number, other: number): boolean =>
  Math.abs(own - other) <= Math.max(SAME_SHARE * Math.max(own, other), isDistance(feature) ? SAME_KM : 0);

/** The heaviest likenesses first, then the largest differences; what does not count gives no reason. */
export const explainTwin = (
  own: Profile,
  { profile: other, differences }: Twin,
  weights: Weights,
): Reason[] => {
  const counted = features.filter((feature) => weights[feature] > 0);
  const costOf = (feature: Feature) => weights[feature] * (differences[feature] ?? 0) ** 2;
  const reasons = counted.flatMap((feature) => reasonOf(feature, own, other, differences[feature]) ?? []);
  const alike = reasons
    .filter(({ likeness }) => likeness !== 'different')
    .sort(
      (a, b) =>
        weights[b.feature] - weights[a.feature] ||
        (differences[a.feature] ?? 0) - (differences[b.feature] ?? 0),
    );
  const different = reasons
    .filter(({ likeness }) => likeness === 'different')
    .sort((a, b) => costOf(b.feature) - costOf(a.feature));
  return [...alike.slice(0, MOST_ALIKE), ...different.slice(0, MOST_DIFFERENT)];
};

const reasonOf = (
  feature: Feature,
  { numbers: own, words: ownWords }: Profile,
  { numbers: other, words: otherWords }: Profile,
  difference: number | undefined,
): Reason | undefined => {
  if (difference === undefined) return undefined;
  for (const name of numericFeatures) {
    const [a, b] = [own[name], other[name]];
    if (name !== feature || a === undefined || b === undefined) continue;
    if (isSame(name, a, b)) return { feature: name, likeness: 'same', own: a, other: b };
    if (difference <= NEAR) return { feature: name, likeness: 'near', own: a, other: b };
    return difference >= DIFFERENT ? { feature: name, likeness: 'different', own: a, other: b } : undefined;
  }
  for (const name of wordFeatures) {
    const [a, b] = [ownWords[name], otherWords[name]];
    if (name !== feature || a === undefined || b === undefined) continue;
    return { feature: name, likeness: a === b ? 'same' : 'different', ownWord: a, otherWord: b };
  }
  return undefined;
};

/** How alike a pair is, in four steps. */
export const closenessOf = (distance: number): 'very' | 'well' | 'partly' | 'little' => {
  if (distance <= 0.25) return 'very';
  if (distance <= 0.5) return 'well';
  return distance <= 1 ? 'partly' : 'little';
};
