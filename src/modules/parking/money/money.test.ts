import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { askForSpace } from '../bookings/ask-for-space.ts';
import { SQUARE } from '../bookings/bookings.builder.ts';
import { arrive, cancelBooking, extend, leave, reportTaken } from '../bookings/driver-acts.ts';
import { recallPromises } from '../bookings/recall-promises.ts';
import { owedTo } from './ledger/ledger-store.ts';
import { startMoney } from './money.builder.ts';
import { pageToPay } from './open-payment.ts';
import { listStuckOrders } from './order-store.ts';
import { readPaymentNotice } from './secure-payment.ts';
import { signNotice } from './test-provider/sign-notice.ts';

const world = await startMoney();
const { context, setting, provider, addPool, wish, setNow, requested, open, paid, minute } = world;
const { bookingOf, paymentOf } = world;
const { pool: database } = context.connection;
beforeEach(async () => {
  await world.clear();
  setNow('2026-11-24 09:00');
});

const NOON: [string, string] = ['2026-11-24 12:00', '2026-11-24 14:00'];
const shared = (facts = {}) => addPool(facts, undefined, 'firm');
const usedSlots = async (): Promise<number> =>
  Number((await database.query('select coalesce(sum(used), 0) as sum from parking.slot_load')).rows[0].sum);
const stateOf = async (one: Parameters<typeof bookingOf>[0]) => (await bookingOf(one))?.state;
const parked = async (one: Parameters<typeof bookingOf>[0], from = '11:55', until = '13:50') => {
  setNow('2026-11-24 11:45');
  await minute();
  setNow(`2026-11-24 ${from}`);
  await arrive(setting, one.key);
  setNow(`2026-11-24 ${until}`);
  await leave(setting, one.key);
};

test('a priced space is held, paid for on the page of the provider, promised, and charged at the end', async () => {
  const pool = await shared();
  const one = await requested(...NOON);
  assert.equal(one.booking.state, 'requested');
  assert.ok((await usedSlots()) > 0, 'the slots are held');
  assert.equal((await minute()).promised, 0);
  const reference = await open(one);
  assert.deepEqual(await open(one), reference, 'opened again it is the same page');
  await provider.decide(reference, 'authorised');
  assert.equal(await stateOf(one), 'promised');
  await parked(one);
  assert.deepEqual(await minute(), {
    promised: 0,
    givenUp: 0,
    unreachable: 0,
    settled: 1,
    done: 1,
    refused: 0,
    later: 0,
  });
  const payment = await paymentOf(one);
  assert.deepEqual(
    [payment?.state, payment?.chargedCents, payment?.property],
    ['paid', 200, 'Marktplatz 1, Karlsruhe (Hof)'],
  );
  const host = { ars: pool.ars, hostId: pool.hostId };
  assert.equal(await owedTo(context.database, host), 200);
  assert.equal(await provider.balanceOf(pool.ars, pool.hostId), 200, 'both books say the same');
});

test('without a provider a private host shares free of charge only; so does who is blocked, and who calls', async () => {
  await shared();
  const asked = wish(...NOON);
  const none = await askForSpace({ ...setting, payments: undefined }, asked);
  assert.deepEqual(none, { refused: 'not-payable' });
  assert.deepEqual(await askForSpace(setting, { ...asked, channel: 'phone' }), { refused: 'not-payable' });
  await shared({ centsPerHour: 0 });
  const free = await askForSpace({ ...setting, payments: undefined }, asked);
  assert.ok('booking' in free && free.booking.state === 'promised' && free.booking.quotedCents === 0);
});

test('who does not pay within a quarter of an hour gives the space back, and cannot pay any more', async () => {
  await shared();
  const one = await requested(...NOON);
  const reference = await open(one);
  setNow('2026-11-24 09:14');
  assert.equal((await minute()).givenUp, 0);
  setNow('2026-11-24 09:15');
  assert.deepEqual((await minute()).givenUp, 1);
  assert.deepEqual([await stateOf(one), await usedSlots()], ['cancelled', 0]);
  assert.equal(await provider.decide(reference, 'authorised'), false);
  assert.equal((await paymentOf(one))?.state, 'released');
});

test('declined, the space is free at once', async () => {
  await shared();
  const one = await requested(...NOON);
  await provider.decide(await open(one), 'declined');
  assert.deepEqual([await stateOf(one), await usedSlots()], ['cancelled', 0]);
});

test('a notice that is lost, comes twice or late changes nothing: the provider is asked', async () => {
  await shared({ capacity: 3 });
  provider.faults = { notices: 'lost' };
  const lost = await requested(...NOON);
  await provider.decide(await open(lost), 'authorised');
  assert.equal(await stateOf(lost), 'requested');
  assert.equal((await minute()).promised, 1);
  assert.equal(await stateOf(lost), 'promised');
  provider.faults = { notices: 'twice' };
  const twice = await paid(...NOON);
  const { rows } = await database.query(
    "select from parking.booking_event where cause = 'paid' and booking_id = $1",
    [twice.booking.id],
  );
  assert.equal(rows.length, 1);
  await cancelBooking(setting, twice.key);
  await minute();
  const key = { ars: twice.booking.ars, reference: (await paymentOf(twice))?.reference ?? '' };
  const body = JSON.stringify(key);
  const late = { body, signature: signNotice(Buffer.alloc(32, 9), body, setting.clock()) };
  assert.equal(await readPaymentNotice(setting, late), 0, 'who has cancelled is promised nothing');
});

test('a notice that nobody signed, or long ago, or about something else is refused', async () => {
  await shared();
  const one = await requested(...NOON);
  const key = await open(one);
  const body = JSON.stringify(key);
  const right = signNotice(Buffer.alloc(32, 9), body, setting.clock());
  for (const [text, signature] of [
    [body, ''],
    [body, right.replace(/.$/, (sign) => (sign === '0' ? '1' : '0'))],
    [body.replace('"', ' "'), right],
    [body, signNotice(Buffer.alloc(32, 8), body, setting.clock())],
    [body, signNotice(Buffer.alloc(32, 9), body, new Date('2026-11-24T07:00Z'))],
    ['[]', signNotice(Buffer.alloc(32, 9), '[]', setting.clock())],
    ['{', signNotice(Buffer.alloc(32, 9), '{', setting.clock())],
  ] as const)
    assert.equal(await readPaymentNotice(setting, { body: text, signature }), undefined, text);
  assert.equal(await readPaymentNotice(setting, { body, signature: right }), 0, 'signed, but not paid yet');
});

test('cancelled for nothing, what was reserved is let go; with a cost only that is taken', async () => {
  await shared();
  const first = await paid(...NOON);
  await cancelBooking(setting, first.key);
  await minute();
  assert.deepEqual((await provider.movementsOf(first.booking.ars, '2026-11-24')).length, 0);
  assert.equal(
    await provider.look(first.booking.ars, (await paymentOf(first))?.reference ?? ''),
    'cancelled',
  );
  const second = await paid(...NOON);
  setNow('2026-11-24 11:50');
  await minute();
  await cancelBooking(setting, second.key);
  await minute();
  const [movement] = await provider.movementsOf(second.booking.ars, '2026-11-24');
  assert.equal(movement?.cents, 100);
});

test('who does not come pays the first hour; who finds the space taken and no other pays nothing', async () => {
  await shared();
  const missed = await paid('2026-11-24 12:00', '2026-11-24 15:00');
  setNow('2026-11-24 11:45');
  await minute();
  setNow('2026-11-24 12:16');
  await minute();
  assert.deepEqual(
    [(await paymentOf(missed))?.state, (await paymentOf(missed))?.chargedCents],
    ['paid', 100],
  );
  const failed = await paid('2026-11-24 13:00', '2026-11-24 14:00');
  setNow('2026-11-24 12:50');
  await minute();
  await reportTaken(setting, failed.key);
  await minute();
  assert.deepEqual([await stateOf(failed), (await paymentOf(failed))?.state], ['failed', 'released']);
});

test('longer is paid from what is reserved and no longer than that; who stays on is never charged more', async () => {
  await shared();
  const one = await paid('2026-11-24 12:00', '2026-11-24 13:00');
  setNow('2026-11-24 11:55');
  await minute();
  await arrive(setting, one.key);
  assert.ok('to' in (await extend(setting, one.key, { slots: 24 })));
  assert.deepEqual(await extend(setting, one.key, { slots: 1 }), { refused: 'not-covered' });
  setNow('2026-11-24 19:00');
  await leave(setting, one.key);
  await minute();
  assert.equal((await paymentOf(one))?.chargedCents, 300);
  assert.equal((await bookingOf(one))?.chargedCents, 300);
});

test('the space is taken and a free one is near: the driver stands there for nothing', async () => {
  await shared();
  await shared({ point: { ...SQUARE, lat: SQUARE.lat + 0.001 }, centsPerHour: 0 });
  const one = await paid(...NOON);
  setNow('2026-11-24 11:50');
  await minute();
  assert.deepEqual(await reportTaken(setting, one.key), { placed: true });
  setNow('2026-11-24 12:00');
  await arrive(setting, one.key);
  setNow('2026-11-24 13:00');
  assert.deepEqual(await leave(setting, one.key), { chargedCents: 0 });
  await minute();
  assert.equal((await paymentOf(one))?.state, 'released');
});

test('nobody is moved from a private host to the town, who asks for money in another way', async () => {
  await shared();
  await addPool({ point: { ...SQUARE, lat: SQUARE.lat + 0.001 } });
  const one = await paid(...NOON);
  setNow('2026-11-24 11:50');
  await minute();
  assert.deepEqual(await reportTaken(setting, one.key), { placed: false });
});

test('the provider refuses in the end: the books owe the host nothing, and the town sees the order', async () => {
  const pool = await shared();
  const one = await paid(...NOON);
  await parked(one);
  // The hold has run out at the provider.
  await database.query("update parking.test_payment set state = 'cancelled'");
  const report = await minute();
  assert.deepEqual([report.settled, report.refused], [1, 1]);
  assert.equal((await paymentOf(one))?.state, 'released');
  assert.equal(await owedTo(context.database, { ars: pool.ars, hostId: pool.hostId }), 0);
  const stuck = await listStuckOrders(context.database, pool.ars, new Date('2027-01-01'));
  assert.deepEqual(
    stuck.map(({ key, reason }) => [key, reason]),
    [[`${one.booking.id}/capture`, 'wrong-state']],
  );
});

test('a series is agreed on once, taken day by day, and what is left is let go with its last day', async () => {
  await shared({ capacity: 2 });
  const days = [await requested(...NOON), await requested('2026-11-25 12:00', '2026-11-25 14:00')];
  const ids = days.map(({ booking }) => booking.id);
  const ars = days[0]?.booking.ars ?? '';
  const way = { returnTo: '', language: 'de' as const };
  const page = await pageToPay(setting, provider, { ars, bookingIds: ids }, way);
  assert.equal(page?.cents, 800);
  assert.equal(
    (await pageToPay(setting, provider, { ars, bookingIds: ids.toReversed() }, way))?.page,
    page?.page,
  );
  const [first, second] = days;
  const reference = (await paymentOf(first!))?.reference ?? '';
  await provider.decide({ ars, reference }, 'authorised');
  assert.deepEqual([await stateOf(first!), await stateOf(second!)], ['promised', 'promised']);
  await parked(first!);
  await minute();
  await minute();
  assert.equal(await provider.look(ars, reference), 'captured');
  await cancelBooking(setting, second!.key);
  await minute();
  assert.deepEqual(
    [(await paymentOf(first!))?.state, (await paymentOf(second!))?.state],
    ['paid', 'released'],
  );
  const more = { ars, key: 'more', reference, cents: 1, feeCents: 0, host: 'x' };
  assert.deepEqual(
    await provider.capture(more),
    { refused: 'above-reservation' },
    'nothing is held any more',
  );
});

test('a host who takes everything back in an emergency takes back what is not paid yet as well', async () => {
  const pool = await shared();
  const one = await requested(...NOON);
  await recallPromises(setting, pool, false);
  assert.equal(await stateOf(one), 'requested');
  await recallPromises(setting, pool, true);
  await minute();
  assert.deepEqual(
    [await stateOf(one), (await paymentOf(one))?.state, await usedSlots()],
    ['cancelled', 'released', 0],
  );
});
