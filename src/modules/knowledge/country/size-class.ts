import type { SizeClass } from './contract.ts';

const BOUNDS: [below: number, size: SizeClass][] = [
  [5_000, 'under5000'],
  [20_000, 'under20000'],
  [100_000, 'under100000'],
];

/** The classes of official statistics: village, small town, town, large city. */
export const sizeClassOf = (population: number | null): SizeClass => {
  if (population === null) return 'notCounted';
  return BOUNDS.find(([below]) => population < below)?.[1] ?? 'from100000';
};
