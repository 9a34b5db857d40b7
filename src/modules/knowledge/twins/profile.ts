import type { NumericFeature, WordFeature } from '../contract.ts';

/** What is known of a municipality, in the units that people read. What is not known is absent, never zero. */
export type Profile = {
  ars: string;
  ags: string | null;
  name: string;
  numbers: Readonly<Partial<Record<NumericFeature, number>>>;
  words: Readonly<Partial<Record<WordFeature, string>>>;
};

/** From here on a town counts as a large city, and as a medium one (usual classes of German spatial planning). */
export const CITY_FROM = 100_000;
export const TOWN_FROM = 20_000;
export const AROUND_KM = 30;

const logarithm = (value: number): number => Math.log10(Math.max(value, 0.01));
const root = (value: number): number => Math.sqrt(Math.max(value, 0));

/**
 * Twice as many people is the same step from 500 as from 50,000; the step from 5 to 15 km weighs more than the one from
 * 95 to 105.
 */
export const bendOf: Record<NumericFeature, (value: number) => number> = {
  population: logarithm,
  density: logarithm,
  area: logarithm,
  surroundings: logarithm,
  city: root,
  town: root,
  stateBorder: root,
  outerBorder: root,
};
