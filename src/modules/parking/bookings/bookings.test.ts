import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { slotAt } from '../slot.ts';
import { askForSpace } from './ask-for-space.ts';
import type { BookingState } from './booking.ts';
import { findBySecret } from './booking-store.ts';
import { at, KARLSRUHE, SQUARE, startParking } from './bookings.builder.ts';
import { arrive, cancelBooking, extend, leave, reportTaken } from './driver-acts.ts';
import { listEvents } from './event-store.ts';
import { keepTime } from './keep-time.ts';

const { context, setting, addPool, wish, promised, setNow, clear } = await startParking();
const { pool: database } = context.connection;
beforeEach(async () => {
  await clear();
  setNow('2026-11-24 09:00');
});

type Key = { ars: string; secretHash: string };
const bookingOf = async ({ ars, secretHash }: Key) => {
  const booking = await findBySecret(context.database, ars, secretHash);
  assert.ok(booking);
  return booking;
};
const statesOf = async (key: Key): Promise<BookingState[]> =>
  (await listEvents(context.database, await bookingOf(key))).map(({ state }) => state);
const loadOf = async (): Promise<number> =>
  Number((await database.query('select coalesce(sum(used), 0) as used from parking.slot_load')).rows[0].used);

test('from the promise to leaving: fixed shortly before, arrived, extended, left, charged what was quoted', async () => {
  const pool = await addPool();
  const { booking, key } = await promised('2026-11-24 12:00', '2026-11-24 14:00');
  assert.deepEqual(
    [booking.state, booking.poolId, booking.unit, booking.quotedCents],
    ['promised', pool.id, null, 200],
  );
  assert.deepEqual((await keepTime(setting)).fixed, 0);
  setNow('2026-11-24 11:41');
  assert.equal((await keepTime(setting)).fixed, 1);
  assert.equal((await bookingOf(key)).unit, 1);
  assert.deepEqual(await arrive(setting, key), { refused: 'too-early' });
  setNow('2026-11-24 11:55');
  assert.deepEqual(await arrive(setting, key), { arrived: true });
  setNow('2026-11-24 13:50');
  assert.ok('to' in (await extend(setting, key, { slots: 6 })));
  assert.equal((await bookingOf(key)).quotedCents, 250);
  setNow('2026-11-24 14:29');
  assert.deepEqual(await leave(setting, key), { chargedCents: 250 });
  assert.deepEqual(await statesOf(key), ['promised', 'fixed', 'arrived', 'arrived', 'left']);
  assert.deepEqual(await leave(setting, key), { refused: 'not-now' });
});

test('what is full is refused, with the reason first that can be changed', async () => {
  const refusalOf = async (...[from, to, more]: Parameters<typeof wish>) => {
    const answer = await askForSpace(setting, wish(from, to, more));
    return 'refused' in answer ? answer.refused : undefined;
  };
  const noon: [string, string] = ['2026-11-24 12:00', '2026-11-24 13:00'];
  assert.equal(await refusalOf(...noon), 'nothing-near');
  await addPool({ centsPerHour: 200 });
  assert.equal(await refusalOf(...noon, { highestCentsPerHour: 199 }), 'too-dear');
  assert.equal(await refusalOf(...noon, { needs: { vehicleSize: 'van', belongsTo: [] } }), 'nothing-suits');
  assert.equal(
    await refusalOf(...noon, { needs: { vehicleSize: 'car', isStepFree: true, belongsTo: [] } }),
    'nothing-suits',
  );
  assert.equal(await refusalOf(...noon, { destination: { ...SQUARE, lat: 49.02 } }), 'nothing-near');
  assert.equal(await refusalOf('2026-11-24 08:00', '2026-11-24 10:00'), 'in-the-past');
  assert.equal(await refusalOf('2026-11-24 12:00', '2026-11-29 12:00'), 'too-long');
  assert.equal(await refusalOf('2027-04-24 12:00', '2027-04-24 13:00'), 'too-far-ahead');
  assert.equal(await refusalOf(...noon), undefined);
  assert.equal(await refusalOf(...noon), 'full');
  assert.equal(await refusalOf('2026-11-24 13:05', '2026-11-24 14:00'), 'full', 'the buffer is held');
  assert.equal(await refusalOf('2026-11-24 13:10', '2026-11-24 14:00'), undefined);
});

test('asked twice with the same key, at once or later: one booking, one link', async () => {
  await addPool({ capacity: 5 });
  const asked = wish('2026-11-24 12:00', '2026-11-24 13:00');
  const answers = await Promise.all(Array.from({ length: 8 }, () => askForSpace(setting, asked)));
  const ids = new Set(
    answers.map((one) => ('booking' in one ? `${one.booking.id} ${one.secret}` : one.refused)),
  );
  assert.equal(ids.size, 1);
  assert.equal(await loadOf(), 14);
});

test('a hundred who come at once for seven spaces: seven are promised, and no slot is above its capacity', async () => {
  await addPool({ capacity: 4 });
  await addPool({ capacity: 3 });
  const answers = await Promise.all(
    Array.from({ length: 100 }, () => askForSpace(setting, wish('2026-11-24 12:00', '2026-11-24 13:00'))),
  );
  assert.equal(answers.filter((one) => 'booking' in one).length, 7);
  const { rows } = await database.query('select max(used - capacity) as over from parking.slot_load');
  assert.equal(rows[0].over, 0);
  setNow('2026-11-24 11:45');
  assert.equal((await keepTime(setting)).fixed, 7);
  const units = await database.query('select pool_id, unit from parking.stay');
  assert.equal(new Set(units.rows.map((row) => `${row.pool_id} ${row.unit}`)).size, 7);
});

test('cancelled before it is fixed it costs nothing, afterwards half; the slots are free again', async () => {
  await addPool();
  const first = await promised('2026-11-24 12:00', '2026-11-24 14:00');
  assert.deepEqual(await cancelBooking(setting, first.key), { chargedCents: 0 });
  assert.equal(await loadOf(), 0);
  const second = await promised('2026-11-24 12:00', '2026-11-24 14:00');
  setNow('2026-11-24 11:50');
  await keepTime(setting);
  assert.deepEqual(await cancelBooking(setting, second.key), { chargedCents: 100 });
  assert.equal(await loadOf(), 0);
  assert.equal((await database.query('select from parking.stay')).rowCount, 0);
});

test('the space is taken: another one within the walk at once, else nothing is charged', async () => {
  const near = await addPool();
  const other = await addPool({ point: { ...SQUARE, lat: SQUARE.lat + 0.001 }, centsPerHour: 80 });
  const { booking, key } = await promised('2026-11-24 12:00', '2026-11-24 14:00');
  assert.equal(booking.poolId, near.id);
  setNow('2026-11-24 11:50');
  await keepTime(setting);
  setNow('2026-11-24 12:02');
  await arrive(setting, key);
  assert.deepEqual(await reportTaken(setting, key), { placed: true });
  const moved = await bookingOf(key);
  assert.deepEqual([moved.state, moved.poolId, moved.unit, moved.quotedCents], ['fixed', other.id, 1, 200]);
  assert.deepEqual(await reportTaken(setting, key), { placed: true }, 'the first one counts as free again');
  assert.equal((await bookingOf(key)).poolId, near.id);
  await promised('2026-11-24 12:05', '2026-11-24 16:00');
  assert.deepEqual(await reportTaken(setting, key), { placed: false });
  const failed = await bookingOf(key);
  assert.deepEqual([failed.state, failed.chargedCents], ['failed', 0]);
});

test('who is moved after the start is waited for anew, and is no no-show at once', async () => {
  await addPool();
  await addPool({ point: { ...SQUARE, lat: SQUARE.lat + 0.001 } });
  const { key } = await promised('2026-11-24 12:00', '2026-11-24 14:00');
  setNow('2026-11-24 11:50');
  await keepTime(setting);
  setNow('2026-11-24 12:14');
  await arrive(setting, key);
  setNow('2026-11-24 12:20');
  assert.deepEqual(await reportTaken(setting, key), { placed: true });
  setNow('2026-11-24 12:34');
  assert.equal((await keepTime(setting)).missed, 0);
  setNow('2026-11-24 12:36');
  assert.equal((await keepTime(setting)).missed, 1);
});

test('who does not come is noted, pays the first hour, and the space is free', async () => {
  await addPool();
  const { key } = await promised('2026-11-24 12:00', '2026-11-24 16:00');
  setNow('2026-11-24 11:50');
  await keepTime(setting);
  setNow('2026-11-24 12:14');
  assert.equal((await keepTime(setting)).missed, 0);
  setNow('2026-11-24 12:16');
  assert.equal((await keepTime(setting)).missed, 1);
  assert.equal((await bookingOf(key)).chargedCents, 100);
  assert.ok('booking' in (await askForSpace(setting, wish('2026-11-24 12:20', '2026-11-24 13:00'))));
});

test('who stays on is held, the next driver is moved before they arrive, and the overstay is charged', async () => {
  await addPool();
  const other = await addPool({ point: { ...SQUARE, lat: SQUARE.lat + 0.001 } });
  const first = await promised('2026-11-24 10:00', '2026-11-24 11:00');
  const next = await promised('2026-11-24 11:10', '2026-11-24 12:00');
  assert.equal(next.booking.poolId, first.booking.poolId);
  setNow('2026-11-24 09:55');
  await keepTime(setting);
  setNow('2026-11-24 10:01');
  await arrive(setting, first.key);
  setNow('2026-11-24 10:52');
  await keepTime(setting);
  assert.equal((await bookingOf(next.key)).state, 'fixed');
  setNow('2026-11-24 11:01');
  assert.equal((await keepTime(setting)).over, 1);
  assert.deepEqual(
    [(await bookingOf(first.key)).state, (await bookingOf(next.key)).poolId],
    ['overstaying', other.id],
  );
  for (const time of ['11:10', '11:20', '11:30']) {
    setNow(`2026-11-24 ${time}`);
    await keepTime(setting);
  }
  setNow('2026-11-24 11:31');
  assert.deepEqual(await leave(setting, first.key), { chargedCents: 100 + Math.round(3 * 25 * 1.5) });
});

test('a promise that is not fixed yet is moved as well, when somebody stays on', async () => {
  await addPool();
  const other = await addPool({ point: { ...SQUARE, lat: SQUARE.lat + 0.001 } });
  const first = await promised('2026-11-24 10:00', '2026-11-24 11:00');
  setNow('2026-11-24 09:55');
  await keepTime(setting);
  setNow('2026-11-24 10:01');
  await arrive(setting, first.key);
  setNow('2026-11-24 11:10');
  await keepTime(setting);
  const next = await promised('2026-11-24 11:45', '2026-11-24 12:30');
  assert.equal(next.booking.poolId, first.booking.poolId);
  for (const time of ['11:20', '11:31']) {
    setNow(`2026-11-24 ${time}`);
    await keepTime(setting);
  }
  assert.equal((await bookingOf(next.key)).poolId, other.id);
});

test('who has stayed on and extends late holds on, and leaves nothing held behind', async () => {
  await addPool();
  const { key } = await promised('2026-11-24 10:00', '2026-11-24 11:00');
  setNow('2026-11-24 09:55');
  await keepTime(setting);
  await arrive(setting, key);
  for (const time of ['11:00', '11:20', '11:40']) {
    setNow(`2026-11-24 ${time}`);
    await keepTime(setting);
  }
  const extended = await extend(setting, key, { slots: 1 });
  assert.ok('to' in extended);
  assert.equal(extended.to, slotAt(at('2026-11-24 11:45')));
  assert.equal((await bookingOf(key)).state, 'arrived');
  await leave(setting, key);
  const { rows } = await database.query('select max(slot) as last from parking.slot_load where used > 0');
  assert.ok((rows[0].last ?? 0) < slotAt(at('2026-11-24 11:40')), 'what was held after leaving is free');
});

test('a stay over midnight and over the change of clocks has its real length', async () => {
  await addPool();
  setNow('2026-10-24 12:00');
  const { booking } = await promised('2026-10-24 23:00', '2026-10-25 05:00');
  assert.equal(booking.to - booking.from, 7 * 12);
  assert.equal(booking.quotedCents, 700);
});

test('another town, a wrong secret, or none finds nothing', async () => {
  await addPool();
  const { key } = await promised('2026-11-24 12:00', '2026-11-24 13:00');
  for (const other of [
    { ...key, ars: '010605053053' },
    { ...key, secretHash: 'x' },
  ])
    for (const act of [cancelBooking, arrive, leave, reportTaken])
      assert.deepEqual(await act(setting, other), { refused: 'unknown-booking' });
});

test('what was typed as a plate stands nowhere', async () => {
  await addPool();
  await promised('2026-11-24 12:00', '2026-11-24 13:00', { plate: 'KA-QX 987' });
  const { rows } = await database.query('select b::text as text from parking.booking b');
  assert.doesNotMatch(rows[0].text, /QX|987/);
  assert.match(rows[0].text, new RegExp(KARLSRUHE));
  assert.ok(slotAt(at('2026-11-24 12:00')) > 0);
});

test('a second tap does nothing: each act holds for the page on which it was pressed', async () => {
  await addPool({ capacity: 2 });
  const { key } = await promised('2026-11-24 09:30', '2026-11-24 10:30');
  setNow('2026-11-24 09:15');
  await keepTime(setting);
  // Promised and fixed: two events.
  const page = { ...key, seen: 2 };
  assert.deepEqual(await cancelBooking(setting, { ...key, seen: 1 }), { refused: 'seen-before' });
  assert.ok('to' in (await extend(setting, page, { slots: 6 })));
  assert.deepEqual(await extend(setting, page, { slots: 6 }), { refused: 'seen-before' });
  assert.equal((await bookingOf(key)).to, slotAt(at('2026-11-24 11:00')));
  assert.deepEqual(await reportTaken(setting, page), { refused: 'seen-before' });
});
