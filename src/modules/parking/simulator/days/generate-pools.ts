import type { Point, Pool } from '../../engine/day.ts';
import { drawn, lognormal, type Random, uniform } from './random.ts';

const SIDE_METRES = 1200;
/** Owners in the town; `share` of them offer. */
const SITES = 490;
const OPENS = 360;
const CLOSES = 1440;

const quarter = (minutes: number): number => Math.round(minutes / 15) * 15;
const whileAway = (random: Random): Pick<Pool, 'windows'>['windows'] => [
  { from: quarter(uniform(random, 420, 525)), to: quarter(uniform(random, 945, 1080)) },
];
const allDay = [{ from: OPENS, to: CLOSES }];

type Offered = Pick<Pool, 'capacity' | 'windows'>;

/** A household's space while it is away or all day, a housing company's by day, a firm's: some by day, most after work. */
const kinds: readonly ((random: Random) => Offered[])[] = [
  (random) => [{ capacity: random() < 0.9 ? 1 : 2, windows: whileAway(random) }],
  (random) => [{ capacity: random() < 0.9 ? 1 : 2, windows: allDay }],
  (random) => [{ capacity: Math.round(uniform(random, 4, 20)), windows: whileAway(random) }],
  (random) => {
    const all = Math.min(66, Math.max(3, Math.round(lognormal(random, 18, 0.7))));
    const byDay = Math.max(1, Math.round(all * 0.22));
    const from = quarter(uniform(random, 1020, 1080));
    return [
      { capacity: byDay, windows: allDay },
      { capacity: all - byDay, windows: [{ from, to: CLOSES }] },
    ];
  },
];
const KIND_WEIGHTS = [0.31, 0.24, 0.2, 0.25];

const siteOf = (random: Random, side: number): { at: Point; offered: Offered[] } => ({
  at: { x: Math.round(uniform(random, 0, side)), y: Math.round(uniform(random, 0, side)) },
  offered: kinds[drawn(random, KIND_WEIGHTS)]?.(random) ?? [],
});

/** What is shared in the town where `share` of the owners take part; more of them are those of fewer, and others. */
export const generatePools = (
  random: Random,
  share: number,
  { sites, side } = { sites: SITES, side: SIDE_METRES },
): Pool[] =>
  Array.from({ length: Math.round(sites * share) }, () => siteOf(random, side))
    .flatMap(({ at, offered }) => offered.map((each) => ({ at, ...each })))
    .map((pool, at) => ({ id: `p${at}`, ...pool }));
