import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { beforeEach, test } from 'node:test';
import { toMetres } from '../../../foundation/geo/point.ts';
import { askForSpace } from '../bookings/ask-for-space.ts';
import { KARLSRUHE, SQUARE, startParking } from '../bookings/bookings.builder.ts';
import { listZones, saveZone } from '../zones/zone-store.ts';
import { gainOf } from './bid-price.ts';
import { dayClassOf } from './day-class.ts';
import { listDemand, saveDemand } from './demand-store.ts';
import { learnDuringDay } from './learn-during-day.ts';
import { learnPrices } from './learn-prices.ts';
import { noteDemand } from './note-demand.ts';
import { findPrices, findPricesOn } from './price-store.ts';

const { context, setting, addPool, wish, setNow, clear } = await startParking();
const { pool: database } = context.connection;
const { x, y } = toMetres(SQUARE);
const rounded = { x: Math.round(x), y: Math.round(y) };

/** On each of some weekdays somebody asks early for a short stay at noon, and later somebody for the whole day around it. */
const remember = async (days: string[]): Promise<void> => {
  for (const day of days)
    for (const [requestedMinute, arrival, departure] of [
      [480, 720, 750],
      [540, 660, 1140],
    ] as const)
      await saveDemand(context.database, randomUUID(), {
        ars: KARLSRUHE,
        day,
        requestedMinute,
        ...rounded,
        arrival,
        departure,
        walkLimit: 350,
      });
};
const EARLIER = ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19'];

beforeEach(async () => {
  await clear();
  await database.query(
    'delete from parking.demand; delete from parking.price_set; delete from parking.day_price',
  );
  setNow('2026-11-24 01:45');
});

test('what earlier days were worth keeps a space from a short stay for the long one that will come', async () => {
  await addPool();
  const [short, long] = [
    wish('2026-11-24 12:00', '2026-11-24 12:30'),
    wish('2026-11-24 11:00', '2026-11-24 19:00'),
  ];
  await remember(EARLIER);
  assert.deepEqual(await learnPrices(setting), { towns: 1, priceSets: 1 });
  const prices = await findPrices(context.database, KARLSRUHE, 'weekday');
  assert.ok(prices && prices.days === 4 && prices.kappa > 0);
  assert.ok((prices.replay?.own ?? 0) > (prices.replay?.firstCome ?? 0), 'else they would not be used');
  assert.deepEqual(await askForSpace(setting, short), { refused: 'kept-for-others' });
  assert.ok('booking' in (await askForSpace(setting, long)));
});

test('without earlier days, or on other days, whoever asks first is promised the nearest space', async () => {
  await addPool();
  await learnPrices(setting);
  assert.equal(await findPrices(context.database, KARLSRUHE, 'weekday'), undefined);
  assert.ok('booking' in (await askForSpace(setting, wish('2026-11-24 12:00', '2026-11-24 12:30'))));
  await remember(EARLIER);
  await learnPrices(setting);
  assert.ok(
    'booking' in (await askForSpace(setting, wish('2026-11-28 12:00', '2026-11-28 12:30'))),
    'a Saturday',
  );
});

test('with room for both nothing is kept back', async () => {
  await addPool();
  await addPool({ point: { ...SQUARE, lat: SQUARE.lat + 0.001 } });
  await remember(EARLIER);
  await learnPrices(setting);
  for (const [from, to] of [
    ['12:00', '12:30'],
    ['11:00', '19:00'],
  ])
    assert.ok('booking' in (await askForSpace(setting, wish(`2026-11-24 ${from}`, `2026-11-24 ${to}`))));
});

test('what was asked for is noted without a person, on a grid of a hundred metres', async () => {
  await noteDemand(setting, KARLSRUHE, wish('2026-11-24 23:00', '2026-11-25 02:00'));
  const [noted, ...others] = await listDemand(context.database, KARLSRUHE, {
    since: '2026-11-24',
    before: '2026-11-25',
  });
  assert.equal(others.length, 0);
  assert.ok(noted);
  assert.deepEqual([noted.arrival, noted.departure, noted.requestedMinute], [1380, 1560, 105]);
  assert.deepEqual([noted.x % 100, noted.y % 100], [0, 0]);
});

test('a bid price is the sum of the slots that a stay holds, buffer included', () => {
  const prices = { kappa: 0.5, from: 600, byPool: { p: [1, 1, 4, 4] } };
  const stay = { poolId: 'p', from: 600, to: 610, heldTo: 620, walk: 0 };
  assert.equal(gainOf(stay, prices), gainOf(stay, undefined) - 5);
  assert.equal(gainOf({ ...stay, heldTo: 610 }, prices), gainOf(stay, undefined) - 1);
  assert.equal(gainOf({ ...stay, poolId: 'q' }, prices), gainOf(stay, undefined));
  assert.ok(gainOf({ ...stay, walk: 300 }, undefined) < gainOf(stay, undefined));
});

test('days that are alike: a holiday is like a Sunday', () => {
  assert.equal(dayClassOf('2026-11-24', 'Hessen'), 'weekday');
  assert.equal(dayClassOf('2026-11-28', 'Hessen'), 'saturday');
  assert.equal(dayClassOf('2026-12-25', 'Hessen'), 'sunday');
});

test('below its floor an area weighs more, until it has reached it; what is not learned again is not forgotten', async () => {
  await addPool();
  const corner = (east: number, north: number) => ({ lon: SQUARE.lon + east, lat: SQUARE.lat + north });
  const zone = {
    ars: KARLSRUHE,
    id: randomUUID(),
    name: 'Markt',
    outline: [corner(-0.01, -0.01), corner(0.01, -0.01), corner(0.01, 0.01), corner(-0.01, 0.01)],
    highestCentsPerHour: 300,
    isSharingWanted: false,
    resolution: '',
    floorPercent: 50,
    isDemonstration: false,
  };
  await saveZone(context.database, zone, setting.clock());
  const floor = async () => (await listZones(context.database, KARLSRUHE))[0]?.floor;
  await remember([...EARLIER, '2026-11-20']);
  const short = wish('2026-11-24 12:00', '2026-11-24 12:30');
  await learnPrices(setting);
  // Eight were asked for in a week and none was promised: half is lacking, the highest weight.
  assert.deepEqual(await floor(), { asked: 8, served: 0, weight: 3 });
  assert.ok('booking' in (await askForSpace(setting, short)), 'without its floor it was kept for others');
  await saveZone(context.database, { ...zone, floorPercent: 0 }, setting.clock());
  await learnPrices(setting);
  assert.deepEqual((await floor())?.weight, 0);
});

test('during the day prices follow what is promised and what would still come', async () => {
  const pool = await addPool();
  await remember(EARLIER);
  assert.deepEqual(await learnDuringDay(setting), { towns: 0 }, 'a cold start learns nothing by day');
  await learnPrices(setting);
  const short = wish('2026-11-24 12:00', '2026-11-24 12:30');
  assert.deepEqual(await askForSpace(setting, short), { refused: 'kept-for-others' });
  assert.deepEqual(await learnDuringDay(setting), { towns: 1 });
  assert.deepEqual(
    await askForSpace(setting, short),
    { refused: 'kept-for-others' },
    'the long stay still comes',
  );
  // Who usually asks for the whole day at nine has not come today: nobody is waited for any more.
  setNow('2026-11-24 09:30');
  await learnDuringDay(setting);
  const prices = await findPricesOn(
    context.database,
    { ars: KARLSRUHE, day: '2026-11-24', dayClass: 'weekday' },
    [pool.id],
  );
  assert.ok(prices?.byPool[pool.id]?.every((price) => price < 0.05));
  assert.ok('booking' in (await askForSpace(setting, short)));
  const tomorrow = wish('2026-11-25 12:00', '2026-11-25 12:30');
  assert.deepEqual(
    await askForSpace(setting, tomorrow),
    { refused: 'kept-for-others' },
    'another day, its own prices',
  );
});
