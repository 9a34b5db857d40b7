import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { beforeEach, test } from 'node:test';
import { cancelBooking } from '../bookings/driver-acts.ts';
import { listAtProvider, listBalances } from './ledger/ledger-store.ts';
import { startMoney } from './money.builder.ts';
import { listStuckOrders } from './order-store.ts';

const world = await startMoney();
const { context, provider, setting, addPool, paid, setNow, minute, paymentOf } = world;
const { pool: database } = context.connection;
beforeEach(async () => {
  await world.clear();
  setNow('2026-11-24 09:00');
});

const KARLSRUHE = '082120000000';
const WHOLE = { start: new Date('2026-11-24T00:00Z'), end: new Date('2026-11-25T00:00Z') };

/** Bookings that have ended with something to pay. */
const ended = async (count: number) => {
  await addPool({ capacity: count }, undefined, 'firm');
  const all = [];
  for (let one = 0; one < count; one += 1) all.push(await paid('2026-11-24 12:00', '2026-11-24 14:00'));
  setNow('2026-11-24 11:50');
  await minute();
  for (const one of all) await cancelBooking(setting, one.key);
  return all;
};

/** Each booking is taken once, in both books. */
const bothSay = async (times: number): Promise<void> => {
  const there = await provider.movementsOf(KARLSRUHE, '2026-11-24');
  const here = await listAtProvider(context.database, KARLSRUHE, WHOLE);
  assert.equal(there.length, times);
  assert.deepEqual(
    here.map(({ key, cents }) => [key, cents]),
    there.map(({ key, cents }) => [key, cents]),
  );
  const sum = (await listBalances(context.database, KARLSRUHE)).reduce(
    (total, { cents }) => total + cents,
    0,
  );
  assert.equal(sum, 0);
};

for (const breaks of ['before', 'after'] as const)
  test(`the network breaks ${breaks} the provider has done it: it is done once, a minute later`, async () => {
    const [one] = await ended(1);
    assert.ok(one);
    provider.faults = { breaks };
    assert.equal((await minute()).later, 1);
    assert.equal((await paymentOf(one))?.state, 'due');
    assert.equal((await minute()).later, 0, 'not asked again at once');
    const [stuck] = await listStuckOrders(context.database, KARLSRUHE, new Date('2027-01-01'));
    assert.equal(stuck?.state, 'waiting');
    provider.faults = {};
    setNow('2026-11-24 11:52');
    assert.equal((await minute()).done, 1);
    assert.equal((await paymentOf(one))?.state, 'paid');
    await bothSay(1);
  });

test('several at once, again and again: each booking is settled and taken once', async () => {
  await ended(6);
  await Promise.all(Array.from({ length: 5 }, () => minute()));
  await minute();
  await bothSay(6);
});

test('the worker is killed again and again: nothing is taken twice, nothing is forgotten', async (t) => {
  const count = 30;
  await ended(count);
  const at = '2026-11-24 11:51';
  let kills = 0;
  for (let round = 0; round < 40; round += 1) {
    const child = spawn(
      process.execPath,
      [
        '--import',
        'tsx',
        new URL('money-worker.builder.ts', import.meta.url).pathname,
        JSON.stringify(context.config),
        at,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), 25 + 12 * round));
    const [code] = await once(child, 'close');
    if (code === 0) break;
    kills += 1;
  }
  await bothSay(count);
  const { rows } = await database.query(
    'select state, count(*)::int as count from parking.payment group by state',
  );
  assert.deepEqual(rows, [{ state: 'paid', count }]);
  assert.ok(kills > 0, 'it was killed at least once');
  t.diagnostic(`${kills} kills`);
});
