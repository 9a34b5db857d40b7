import type { PlaceIndex } from '../municipalities/index.ts';
import type { Areas } from './import/run/source.ts';

/** The unit of today behind a key, through the mergers of the register. */
export const areasOf = (places: Pick<PlaceIndex, 'byAgs'>): Areas => ({
  findArea: (key) => {
    const answer = places.byAgs(key);
    if (answer.kind === 'unknown') return undefined;
    if (answer.kind === 'current') return { ars: answer.municipality.ars };
    const [first, ...others] = answer.successors;
    return others.length === 0
      ? { ars: first.ars }
      : { dividedAmong: answer.successors.map(({ ars }) => ars) };
  },
});
