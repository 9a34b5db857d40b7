import { measureMunicipalities } from '../src/modules/knowledge/twins/measure-municipalities.ts';
import { findTwinsAmong } from '../src/modules/knowledge/twins/twin-finder.ts';
import { presets } from '../src/modules/knowledge/twins/weights.ts';
import { shippedPlaceIndex } from '../src/modules/municipalities/shipped-place-index.builder.ts';
import { against, percentile, type Section, short } from './figures.ts';

const LIMIT = 20;
const ATTEMPTS = 3;
const MOST_MS = 5;

/** The nearest twenty of every municipality, by every preset, in the process. */
export const measureTwins = async (): Promise<Section> => {
  const places = await shippedPlaceIndex();
  let began = performance.now();
  const profiles = measureMunicipalities(places);
  const measuring = performance.now() - began;
  began = performance.now();
  const finder = findTwinsAmong(profiles);
  const building = performance.now() - began;
  const rows = Object.entries(presets).map(([name, weights]) => {
    const all: number[] = [];
    const best = profiles.map(({ ars }) => {
      let least = Number.POSITIVE_INFINITY;
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        const asked = performance.now();
        finder.nearest({ ars, weights, limit: LIMIT });
        all.push(performance.now() - asked);
        least = Math.min(least, all.at(-1) ?? least);
      }
      return least;
    });
    const slow = percentile(best, 0.99);
    return [
      name,
      `${short(percentile(all, 0.5))} / ${short(percentile(all, 0.99))}`,
      `${short(percentile(best, 0.5))} / ${short(slow)}`,
      `p99 ${against(slow, MOST_MS, 'most')}`,
    ];
  });
  return {
    title: `Twins: the nearest ${LIMIT} of each of ${profiles.length.toLocaleString('en-GB')} municipalities, exact`,
    head: ['weights', 'p50 / p99 ms', `best of ${ATTEMPTS}, p50 / p99 ms`, 'aim'],
    rows,
    notes: [
      `Once for a register: ${short(measuring)} ms to measure all (borders, ways, surroundings), ${short(building)} ms to scale them into one table.`,
      `Every municipality asks ${ATTEMPTS} times by each preset; the best of them leaves out what the machine did meanwhile.`,
    ],
  };
};
