import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { askForSpace } from './ask-for-space.ts';
import { findBySecret } from './booking-store.ts';
import { at, SQUARE, startParking } from './bookings.builder.ts';
import { cancelBooking } from './driver-acts.ts';
import { listEvents } from './event-store.ts';
import { keepTime } from './keep-time.ts';

const { context, setting, addPool, wish, promised, setNow, clear } = await startParking();
beforeEach(async () => {
  await clear();
  setNow('2026-11-24 09:00');
});

const DAY: [string, string] = ['2026-11-24 12:00', '2026-11-24 14:00'];
const found = async (key: { ars: string; secretHash: string }) => {
  const booking = await findBySecret(context.database, key.ars, key.secretHash);
  assert.ok(booking);
  return booking;
};

test('in a full pool a promise moves within its own walk and price, so that both are kept', async () => {
  const near = await addPool();
  // 220 metres on: within the walk of the first, beyond that of the second.
  const far = await addPool({ point: { ...SQUARE, lon: SQUARE.lon + 0.003 } });
  const first = await promised(...DAY);
  assert.equal(first.booking.poolId, near.id);
  const second = await promised(...DAY, { walkLimit: 100 });
  assert.equal(second.booking.poolId, near.id);
  const moved = await found(first.key);
  assert.deepEqual([moved.poolId, moved.state, moved.unit], [far.id, 'promised', null]);
  assert.deepEqual(
    (await listEvents(context.database, moved)).map(({ cause }) => cause),
    ['asked', 'arranged'],
  );
  const third = await askForSpace(setting, wish(...DAY));
  assert.deepEqual(third, { refused: 'full' });
});

test('nobody moves to what is dearer, and nobody whose unit is named', async () => {
  await addPool();
  await addPool({ point: { ...SQUARE, lon: SQUARE.lon + 0.003 }, centsPerHour: 101 });
  await promised(...DAY);
  assert.deepEqual(await askForSpace(setting, wish(...DAY, { walkLimit: 100 })), { refused: 'full' });
  await clear();
  await addPool();
  await addPool({ point: { ...SQUARE, lon: SQUARE.lon + 0.003 } });
  await promised(...DAY);
  setNow('2026-11-24 11:45');
  assert.equal((await keepTime(setting)).fixed, 1);
  assert.deepEqual(await askForSpace(setting, wish(...DAY, { walkLimit: 100 })), { refused: 'full' });
});

test('who asks at once for what is nearly full: every slot holds at most what there is', async () => {
  const near = await addPool({ capacity: 3 });
  await addPool({ capacity: 3, point: { ...SQUARE, lon: SQUARE.lon + 0.003 } });
  const answers = await Promise.all(
    Array.from({ length: 16 }, (_, index) =>
      askForSpace(setting, wish(...DAY, { walkLimit: index % 2 === 0 ? 100 : 350 })),
    ),
  );
  assert.equal(answers.filter((answer) => 'booking' in answer).length, 6);
  const { rows } = await context.connection.pool.query(
    'select max(used) as most, pool_id = $1 as near from parking.slot_load group by pool_id order by near',
    [near.id],
  );
  assert.deepEqual(
    rows.map(({ most }) => Number(most)),
    [3, 3],
  );
});

test('by phone the unit is named at once, free to cancel until shortly before, and nobody presses a button', async () => {
  await addPool();
  const { booking, key } = await promised(...DAY, { channel: 'phone' });
  assert.deepEqual([booking.state, booking.unit], ['fixed', 1]);
  assert.deepEqual(await cancelBooking(setting, key), { chargedCents: 0 });
  const again = await promised(...DAY, { channel: 'phone' });
  setNow('2026-11-24 12:01');
  await keepTime(setting);
  assert.equal((await found(again.key)).state, 'arrived');
  setNow('2026-11-24 12:40');
  await keepTime(setting);
  assert.equal((await found(again.key)).state, 'arrived', 'who does not press is no no-show');
  setNow('2026-11-24 14:01');
  await keepTime(setting);
  const ended = await found(again.key);
  assert.deepEqual([ended.state, ended.chargedCents], ['left', 200]);
  assert.deepEqual(ended.endedAt, at('2026-11-24 14:01'));
});
