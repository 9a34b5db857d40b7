import { type Request, RULES } from '../src/modules/parking/engine/day.ts';
import { BID_PRICE, BidPrice } from '../src/modules/parking/engine/policy/bid-price.ts';
import { POLICIES, policyOf } from '../src/modules/parking/engine/policy/policies.ts';
import { decideDay, type Placed, worthOf } from '../src/modules/parking/engine/policy/policy.ts';
import { type NightRun, nightRun } from '../src/modules/parking/engine/prices/night.ts';
import { boundOf } from '../src/modules/parking/engine/prices/supply.ts';
import { type Stock, stockOf } from '../src/modules/parking/engine/stock/stock.ts';
import { generateDay } from '../src/modules/parking/simulator/days/generate-day.ts';
import { ZONES, zoneOf } from '../src/modules/parking/simulator/days/search-value.ts';
import { percentile, type Section, short } from './figures.ts';

const LEVELS = [
  [10, 10],
  [20, 20],
  [20, 5],
  [40, 5],
] as const;
/** None of these towns was looked at while the settings were chosen. */
const SEEDS = [101, 102, 103];
const FLOOR = 0.25;

type World = { level: string; stock: Stock; prices: NightRun; requests: Request[]; bound: number };

const worldOf = ([drivers, owners]: readonly [number, number], seed: number): World => {
  const day = generateDay(seed, { drivers: drivers / 100, owners: owners / 100 });
  const stock = stockOf(day.pools, RULES);
  const prices = nightRun(stock, day.history);
  return {
    level: `${drivers}:${owners}`,
    stock,
    prices,
    requests: day.requests,
    bound: boundOf(stock, day.requests, 3000),
  };
};

const meanOf = (all: number[]): number => all.reduce((sum, each) => sum + each, 0) / all.length;
const ratioOf = (placed: Placed[], { bound }: World): number => worthOf(placed) / bound;

const GROUPS: readonly [string, (request: Request) => boolean][] = [
  ...ZONES.map((zone): [string, (request: Request) => boolean] => [
    zone,
    ({ destination }) => zoneOf(destination) === zone,
  ]),
  ['≤ 1 h', ({ arrival, departure }) => departure - arrival <= 60],
  ['1–3 h', ({ arrival, departure }) => departure - arrival > 60 && departure - arrival <= 180],
  ['> 3 h', ({ arrival, departure }) => departure - arrival > 180],
  ['spontaneous', ({ arrival, requestedAt }) => arrival - requestedAt < 60],
];

/** Of all requests of a group, how many were served, in percent. */
const acceptance = (placed: Placed[], { requests }: World): number[] =>
  GROUPS.map(([, isIn]) => {
    const served = placed.filter(({ request }) => isIn(request)).length;
    return (100 * served) / Math.max(1, requests.filter(isIn).length);
  });

const outerFloor = {
  group: 'outer',
  isIn: ({ destination }: Request) => zoneOf(destination) === 'outer',
  share: FLOOR,
};
const withFloor = { ...BID_PRICE, floors: [outerFloor] };

type Run = { name: string; decide: (world: World) => Placed[] };
const RUNS: readonly Run[] = [
  ...POLICIES.map((name) => ({
    name,
    decide: ({ stock, prices, requests }: World) => decideDay(policyOf(name, stock, prices), requests),
  })),
  {
    name: 'no earlier day',
    decide: ({ stock, requests }) => decideDay(new BidPrice(stock, { scenarios: [], kappa: 0 }), requests),
  },
  {
    name: `bidPrice, outer ≥ ${FLOOR * 100} %`,
    decide: ({ stock, prices, requests }) => decideDay(new BidPrice(stock, prices, withFloor), requests),
  },
];

/** Value served against the certified bound, and who is served. */
export const measureAllocation = (): Section[] => {
  const value: string[][] = RUNS.map(({ name }) => [name]);
  const served: string[][] = [];
  for (const level of LEVELS) {
    const worlds = SEEDS.map((seed) => worldOf(level, seed));
    for (const [at, run] of RUNS.entries()) {
      const placed = worlds.map((world) => run.decide(world));
      const ratios = worlds.map((world, day) => ratioOf(placed[day] ?? [], world));
      const count = meanOf(placed.map(({ length }) => length));
      value[at]?.push(`${meanOf(ratios).toFixed(3)} (${Math.round(count)})`);
      if (run.name !== 'pooled' && !run.name.startsWith('bidPrice')) continue;
      const shares = worlds.map((world, day) => acceptance(placed[day] ?? [], world));
      const means = GROUPS.map((_, group) => meanOf(shares.map((each) => each[group] ?? 0)));
      served.push([level.join(':'), run.name, ...means.map((share) => share.toFixed(0))]);
    }
  }
  return [
    {
      title: 'Parking: value served against the certified bound, drivers:owners in percent',
      head: ['', ...LEVELS.map((level) => level.join(':'))],
      rows: value,
      notes: [
        `Mean of ${SEEDS.length} generated towns, four earlier days each; in brackets requests served. The bound is of Lagrange, 3,000 rounds: nobody can reach more, even knowing all requests beforehand.`,
      ],
    },
    {
      title: 'Parking: who is served, percent of the requests of a group',
      head: ['', '', ...GROUPS.map(([name]) => name)],
      rows: served,
      notes: ['A floor is a weight, not a promise: its cost stands in the table before.'],
    },
  ];
};

const LARGE = 100_000;

/** A day of 100,000 requests: the town of 20:20 many times side by side. */
export const measureLargeDay = (): Section => {
  const step = 2000;
  const towns = Array.from({ length: Math.round(LARGE / 2340) }, (_, at) =>
    generateDay(500 + at, { drivers: 0.2, owners: 0.2 }),
  );
  const shifted = <T extends { id: string }>(each: T, town: number, key: 'at' | 'destination'): T => {
    const from = each[key as keyof T] as { x: number; y: number };
    const to = { x: from.x + step * (town % 7), y: from.y + step * Math.floor(town / 7) };
    return { ...each, id: `${town} ${each.id}`, [key]: to };
  };
  const pools = towns.flatMap((day, town) => day.pools.map((pool) => shifted(pool, town, 'at')));
  const joined = (days: readonly (readonly Request[])[]): Request[] =>
    days
      .flatMap((day, town) => day.map((request) => shifted(request, town, 'destination')))
      .sort((a, b) => a.requestedAt - b.requestedAt);
  const requests = joined(towns.map((day) => day.requests));
  const earlier = [0, 1, 2, 3].map((at) => joined(towns.map(({ history }) => history[at] ?? [])));
  const stock = stockOf(pools, RULES);
  const began = performance.now();
  const prices = nightRun(stock, earlier);
  const night = (performance.now() - began) / 1000;
  const heap = process.memoryUsage().heapUsed / 2 ** 20;
  const policy = new BidPrice(stock, prices);
  const times = requests.map((request) => {
    const asked = performance.now();
    policy.ask(request);
    return performance.now() - asked;
  });
  const day = times.reduce((sum, each) => sum + each, 0) / 1000;
  return {
    title: `Parking: a day of ${requests.length.toLocaleString('en-GB')} requests, ${pools.length.toLocaleString('en-GB')} pools`,
    head: ['', 'measured', 'aim'],
    rows: [
      ['the whole day, s', short(day), '≤ 5'],
      [
        'one request, p50 / p99, ms',
        `${short(percentile(times, 0.5))} / ${short(percentile(times, 0.99))}`,
        'p99 ≤ 1',
      ],
      ['prices of the night, four earlier days, s', short(night), '≤ 120'],
      ['heap after the night, MB', short(heap), '≤ 1,024'],
      ['served', policy.end().length.toLocaleString('en-GB'), ''],
    ],
    notes: [
      'So large a day keeps the prices of the night: learning them anew every few minutes would cost more than deciding.',
    ],
  };
};
