import assert from 'node:assert/strict';
import { test } from 'node:test';
import { meanOf } from '../../../../foundation/statistics/interval.ts';
import { type Driven, driveDay } from './drive-day.ts';
import { Events } from './events.ts';
import { forecastTown, type Variant } from './forecast-town.ts';
import { promisedOn } from './sharing.ts';
import { centreOf, plainDay, sharedDay, stockOfCentre } from './simulate-days.ts';
import { layoutOf, REFERENCE, type Sharing } from './town.ts';
import { tripsOfDay } from './trips.ts';

const centre = centreOf(REFERENCE, 3);
const DAYS = [0, 1];
const both = (share: number, induced = 0): Sharing => ({ drivers: share, owners: share, induced });
const stocks = new Map<string, ReturnType<typeof stockOfCentre>>();
const stockOf = (sharing: Sharing) => {
  const key = JSON.stringify(sharing);
  const stock = stocks.get(key) ?? stockOfCentre(centre, sharing);
  stocks.set(key, stock);
  return stock;
};
const plain = DAYS.map((day) => plainDay(centre, day));
// Several tests compare with the same town: it is driven once.
const driven = new Map<string, number>();
const changeAt = (sharing: Sharing, rule: 'ours' | 'listing' = 'ours'): number => {
  const key = JSON.stringify([sharing, rule]);
  const known = driven.get(key);
  if (known !== undefined) return known;
  const stock = stockOf(sharing);
  const changes = DAYS.map(
    (day, at) => sharedDay(centre, stock, { rule, day }).searchMinutes / (plain[at]?.searchMinutes ?? 1) - 1,
  );
  driven.set(key, 100 * meanOf(changes));
  return 100 * meanOf(changes);
};
const within = (value: number, low: number, high: number, what: string): void =>
  assert.ok(value >= low && value <= high, `${what}: ${value} is not between ${low} and ${high}`);

test('without sharing people search as measured in Frankfurt (start2park), within bounds', (t) => {
  const driven = [1, 2, 3].map((seed): Driven => {
    const day = tripsOfDay(centre.layout, centre.demand, seed);
    return driveDay(centre.streets, day, () => false, seed);
  });
  const search = driven.flatMap((day) => [...day.search]);
  const share = (is: (minutes: number) => boolean) => (100 * search.filter(is).length) / search.length;
  const peak = meanOf(driven.map(({ peakOccupancy }) => peakOccupancy));
  const measured = [
    meanOf(search),
    share((one) => one === 0),
    ...[2, 3, 5].map((m) => share((one) => one > m)),
    peak,
  ];
  t.diagnostic(measured.map((one) => one.toFixed(2)).join(' · '));
  const bounds = [
    ['mean', 2.07, 0.15],
    ['none', 41, 3],
    ['> 2 min', 32, 3],
    ['> 3 min', 24, 3],
    ['> 5 min', 14, 2],
    ['peak occupancy', 0.9, 0.02],
  ] as const;
  bounds.forEach(([what, target, off], at) => {
    within(measured[at] ?? 0, target - off, target + off, what);
  });
});

test('the more take part the less is searched, ours before a list, near the figures of the study', (t) => {
  // Of the study, another simulator: here whoever would have given up takes part of the kerb that is freed, so less is spared.
  const study = { 0.05: [-10, -8], 0.1: [-23, -20], 0.2: [-47, -41], 0.4: [-80, -73] };
  let before = 0;
  for (const [share, [ours = 0, listing = 0]] of Object.entries(study)) {
    const found = [changeAt(both(Number(share))), changeAt(both(Number(share)), 'listing')];
    t.diagnostic(
      `${share}: ours ${found[0]?.toFixed(1)} (${ours}), listing ${found[1]?.toFixed(1)} (${listing})`,
    );
    within(found[0] ?? 0, ours - 3, ours + 14, `ours at ${share}`);
    within(found[1] ?? 0, listing - 3, listing + 17, `listing at ${share}`);
    assert.ok((found[0] ?? 0) < before, `more sharing at ${share} did not help`);
    if (Number(share) >= 0.1) assert.ok((found[0] ?? 0) < (found[1] ?? 0), `a list is better at ${share}`);
    before = found[0] ?? 0;
  }
});

test('owners are the bottleneck, and trips that come because of it eat the gain', () => {
  const scarce = { drivers: 0.4, owners: 0.05, induced: 0 };
  within(changeAt(scarce), -27, -10, 'many drivers, few owners');
  assert.ok(changeAt({ drivers: 0.2, owners: 0.2, induced: 0 }) < changeAt(scarce) - 10);
  const lost = changeAt(both(0.2, 0.02)) - changeAt(both(0.2));
  within(lost, 1, 9, 'points lost to 2 % more trips');
  assert.ok(changeAt(both(0.2, 0.1)) > changeAt(both(0.2, 0.02)) + 5);
});

test('every trip ends once, and nobody stands where somebody stands', () => {
  const shared = stockOf(both(0.2));
  const day = tripsOfDay(centre.layout, centre.demand, 9);
  const { walks, asked } = promisedOn(shared, 'ours', day.trips);
  const driven = driveDay(centre.streets, day, (trip) => walks.has(trip), 9);
  assert.equal(driven.endings.length, day.trips.length);
  const count = (ending: string) => driven.endings.filter((one) => one === ending).length;
  assert.equal(count('parked') + count('garage') + count('booked'), day.trips.length);
  assert.equal(count('booked'), walks.size);
  assert.ok(walks.size < asked && walks.size > asked / 2);
  assert.ok(driven.peakOccupancy <= 1);
  driven.endings.forEach((ending, trip) => {
    const patience = day.trips[trip]?.patience ?? 0;
    if (ending === 'booked') assert.equal(driven.search[trip], 0);
    assert.ok((driven.search[trip] ?? 0) <= patience + 1e-9, 'nobody searches longer than patience lasts');
  });
});

test('the same seed gives the same day, another seed another one', () => {
  assert.deepEqual(plainDay(centreOf(REFERENCE, 3), 1), plain[1]);
  assert.notDeepEqual(plainDay(centreOf(REFERENCE, 4, centre.demand), 1), plain[1]);
  const day = { rule: 'ours', day: 0 } as const;
  const again = sharedDay(centre, stockOfCentre(centre, both(0.1)), day);
  assert.deepEqual(sharedDay(centre, stockOf(both(0.1)), day), again);
});

test('a smaller stock is a smaller centre with the same occupancy', () => {
  const town = { kerbSpaces: 300, peakOccupancy: 0.7, privateSpaces: 500 };
  const small = centreOf(town, 1);
  assert.equal(
    small.streets.spaces.reduce((sum, each) => sum + each, 0),
    300,
  );
  assert.ok(layoutOf(town).side < layoutOf(REFERENCE).side);
  within(meanOf(DAYS.map((day) => plainDay(small, day).peakOccupancy)), 0.6, 0.8, 'occupancy');
  assert.ok(plainDay(small, 0).searchMinutes / plainDay(small, 0).trips < 1);
});

test('a forecast tells its steps, ends where it is told to, and has intervals around what was found', () => {
  const town = { kerbSpaces: 200, peakOccupancy: 0.9, privateSpaces: 400 };
  const variants: Variant[] = [
    { sharing: both(0.1), rules: ['ours', 'listing'] },
    { sharing: both(0.1), rules: ['ours'], isHalfStock: true },
  ];
  const steps: string[] = [];
  const onStep = (done: number, of: number) => steps.push(`${done}/${of}`);
  const found = forecastTown(town, variants, { seed: 1, effort: { towns: 2, days: 1 }, onStep });
  assert.deepEqual(steps, ['1/4', '2/4', '3/4', '4/4']);
  assert.deepEqual(
    found.variants.map((rules) => rules.map(({ rule }) => rule)),
    [['ours', 'listing'], ['ours']],
  );
  for (const { change } of found.variants.flat())
    assert.ok(change.low <= change.estimate && change.estimate <= change.high);
  const stop = () => {
    throw new Error('stopped');
  };
  assert.throws(
    () => forecastTown(town, variants, { seed: 1, effort: { towns: 2, days: 1 }, onStep: stop }),
    /stopped/,
  );
});

test('events come by their time, of equals the smaller number', () => {
  const events = new Events();
  const all = Array.from({ length: 3000 }, (_, at) => ({ time: (at * 7919) % 101, what: (at * 31) % 977 }));
  for (const { time, what } of all) events.add(time, what);
  const read = all.map(() => events.next());
  assert.deepEqual(
    read,
    all.toSorted((a, b) => a.time - b.time || a.what - b.what),
  );
  assert.equal(events.next(), undefined);
});
