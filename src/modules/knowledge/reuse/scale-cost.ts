import type { ScaledCost } from './contract.ts';

const SIGNIFICANT = 100;

/** Two significant figures: more would pretend to know. */
const rounded = (euros: number): number => {
  const unit = Math.max(1, 10 ** Math.floor(Math.log10(Math.max(1, euros)) - 1));
  return Math.round(euros / unit) * unit;
};

/**
 * What something that cost so much in one municipality may cost in another. Some of it does not depend on size (a
 * concept, a licence for a whole town), some grows with the people (sensors, devices). The two bounds are these two, the
 * proposal is their geometric mean, cost × √(people here ÷ people there): an assumption, no finding.
 */
export const scaleCost = (
  there: number,
  peopleThere: number | null,
  peopleHere: number | null,
): ScaledCost => {
  if (!peopleThere || !peopleHere) return { there, here: null };
  const inProportion = (there * peopleHere) / peopleThere;
  const proposed = there * Math.sqrt(peopleHere / peopleThere);
  const isExact = (euros: number) => euros === there || there < SIGNIFICANT;
  const round = (euros: number) => (isExact(euros) ? Math.round(euros) : rounded(euros));
  return {
    there,
    here: {
      least: round(Math.min(there, inProportion)),
      proposed: round(proposed),
      most: round(Math.max(there, inProportion)),
    },
  };
};
