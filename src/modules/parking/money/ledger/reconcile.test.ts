import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cancelBooking } from '../../bookings/driver-acts.ts';
import { startMoney } from '../money.builder.ts';
import type { Movement } from '../payment-provider.ts';
import { compareBooks, reconcile } from './reconcile.ts';

const capture = (key: string, cents: number): Movement => ({ key, kind: 'capture', cents, feeCents: 0 });
const booked = (key: string, cents: number) => ({ key, kind: 'capture' as const, cents });

test('the books are compared line by line', () => {
  assert.deepEqual(compareBooks([], []), []);
  assert.deepEqual(compareBooks([booked('a', 100)], [capture('a', 100)]), []);
  assert.deepEqual(compareBooks([booked('a', 100), booked('b', 5)], [capture('c', 7), capture('a', 99)]), [
    { kind: 'other-sum', key: 'a', here: 100, there: 99 },
    { kind: 'only-here', key: 'b', cents: 5 },
    { kind: 'only-there', key: 'c', cents: 7 },
  ]);
  const out: Movement = { key: 'p', kind: 'payOut', cents: 30, feeCents: 0 };
  assert.deepEqual(compareBooks([{ key: 'p', kind: 'payOut', cents: -30 }], [out]), []);
});

test('a day of a town: nothing differs, until somebody changes one of the books', async () => {
  const { context, provider, setting, addPool, paid, setNow, minute } = await startMoney();
  const { pool } = context.connection;
  const about = { ars: '082120000000', day: '2026-11-24' };
  await addPool({ capacity: 2 }, undefined, 'firm');
  const one = await paid('2026-11-24 12:00', '2026-11-24 14:00');
  const two = await paid('2026-11-24 12:00', '2026-11-24 14:00');
  setNow('2026-11-24 11:50');
  await minute();
  for (const { key } of [one, two]) await cancelBooking(setting, key);
  await minute();
  await minute();
  assert.deepEqual(await reconcile(setting, provider, about), { movements: 2, cents: 200, differences: [] });
  assert.deepEqual((await reconcile(setting, provider, { ...about, day: '2026-11-23' })).movements, 0);
  const key = `${one.booking.id}/capture`;
  await pool.query('update parking.test_movement set cents = 120 where key = $1', [key]);
  await pool.query(`insert into parking.payment_order (ars, key, purpose, cents, next_at, made_at)
    values ('082120000000', 'stuck', 'refund', 5, '2026-11-24', '2026-11-24')`);
  assert.deepEqual((await reconcile(setting, provider, about)).differences, [
    { kind: 'other-sum', key, here: 100, there: 120 },
    { kind: 'unfinished', key: 'stuck', reason: 'waiting' },
  ]);
});
