import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { askForSpace } from '../bookings/ask-for-space.ts';
import { cancelBooking } from '../bookings/driver-acts.ts';
import { listOfBooking, listOfHost } from './documents/document-store.ts';
import { openDocument } from './documents/issue-document.ts';
import { numberText } from './documents/money-document.ts';
import { owedTo } from './ledger/ledger-store.ts';
import { reconcile } from './ledger/reconcile.ts';
import { FACTS, startMoney } from './money.builder.ts';
import { refundByNumber } from './refund.ts';
import { findHostTax } from './tax/host-tax-store.ts';
import { keepTaxFacts, openTaxFacts } from './tax/keep-tax-facts.ts';
import { reportOfHost } from './tax/report-year.ts';
import { dueStep } from './tax/tax-facts.ts';
import { parkingMoneyWork } from './work.ts';

const world = await startMoney();
const { context, setting, provider, addPool, paid, setNow, minute, paymentOf, wish } = world;
const { pool: database } = context.connection;
const KARLSRUHE = '082120000000';
const [, ofHosts, ofMonths] = parkingMoneyWork(setting);
const run = async (job: typeof ofHosts) => job?.run({}, async () => undefined);

beforeEach(async () => {
  await world.clear();
  setNow('2026-11-24 09:00');
});

/** A host whose driver has paid one euro for a stay that was cancelled too late. */
const earn = async (day = '2026-11-24', pool?: Awaited<ReturnType<typeof addPool>>) => {
  const at = pool ?? (await addPool({ capacity: 9 }, undefined, 'firm'));
  setNow(`${day} 09:00`);
  const one = await paid(`${day} 12:00`, `${day} 14:00`);
  setNow(`${day} 11:50`);
  await minute();
  await cancelBooking(setting, one.key);
  await minute();
  assert.equal((await paymentOf(one))?.state, 'paid');
  return { one, pool: at, host: { ars: KARLSRUHE, hostId: at.hostId } };
};

test('nothing is paid out before the tax facts are there; then everything, once', async () => {
  const { host } = await earn();
  assert.equal((await run(ofHosts))?.paidOut, 0);
  assert.equal(await provider.balanceOf(KARLSRUHE, host.hostId), 100, 'it waits at the provider');
  await keepTaxFacts(setting, host, FACTS);
  assert.equal((await run(ofHosts))?.paidOut, 1);
  assert.equal((await run(ofHosts))?.paidOut, 0, 'it is on its way already');
  assert.equal((await minute()).refused, 0);
  assert.equal(await provider.balanceOf(KARLSRUHE, host.hostId), 0);
  assert.equal(await owedTo(context.database, host), 0);
  assert.deepEqual(
    (await reconcile(setting, provider, { ars: KARLSRUHE, day: '2026-11-24' })).differences,
    [],
  );
});

test('what a host told stands nowhere in clear', async () => {
  const { host } = await earn();
  await keepTaxFacts(setting, host, FACTS);
  assert.deepEqual(await openTaxFacts(setting, host), JSON.parse(JSON.stringify(FACTS)));
  const { rows } = await database.query('select t::text as text from parking.host_tax t');
  assert.doesNotMatch(rows[0].text, /Ada|86095742719|DE0212|1980/);
  await database.query("update parking.host_tax set host_id = host_id, facts = facts where facts like 'x%'");
  const other = await addPool({}, undefined, 'firm');
  await database.query(
    `insert into parking.host_tax (ars, host_id, facts, asked_at, used_at)
     select ars, $1, facts, asked_at, used_at from parking.host_tax limit 1`,
    [other.hostId],
  );
  await assert.rejects(openTaxFacts(setting, { ars: KARLSRUHE, hostId: other.hostId }), /another row/);
});

const days = (count: number) => new Date(Date.parse('2026-01-01') + count * 86_400_000);
const steps: [reminded: number, day: number, step: ReturnType<typeof dueStep>][] = [
  [0, 19, undefined],
  [0, 20, 'remind'],
  [0, 99, 'remind'],
  [1, 39, undefined],
  [1, 40, 'remind'],
  [2, 59, undefined],
  [2, 60, 'block'],
];
for (const [reminded, day, step] of steps)
  test(`${day} days after the first earning and ${reminded} reminders: ${step ?? 'nothing'}`, () => {
    const asked = { askedAt: days(0), reminded, completeAt: null, blockedAt: null };
    assert.equal(dueStep(asked, days(day)), step);
    assert.equal(dueStep({ ...asked, completeAt: days(1) }, days(day)), undefined);
  });

test('who says nothing is reminded twice, then promised to nobody for money, and starts again with the facts', async () => {
  const { host } = await earn();
  for (const [day, said] of [
    ['2026-12-10', { reminded: 0, blocked: 0 }],
    ['2026-12-15', { reminded: 1, blocked: 0 }],
    ['2027-01-04', { reminded: 1, blocked: 0 }],
    ['2027-01-24', { reminded: 0, blocked: 1 }],
    ['2027-01-25', { reminded: 0, blocked: 0 }],
  ] as const) {
    setNow(`${day} 10:00`);
    const { reminded, blocked } = (await run(ofHosts)) ?? {};
    assert.deepEqual({ reminded, blocked }, said, day);
  }
  const asked = wish('2027-01-26 12:00', '2027-01-26 13:00');
  assert.deepEqual(await askForSpace(setting, asked), { refused: 'not-payable' });
  await keepTaxFacts(setting, host, FACTS);
  assert.equal((await findHostTax(context.database, host))?.blockedAt, null);
  assert.ok('booking' in (await askForSpace(setting, asked)));
  assert.equal((await run(ofHosts))?.paidOut, 1);
});

test('receipts are numbered without a gap, whoever comes at once and whatever is rolled back', async () => {
  const pool = await addPool({ capacity: 9 }, undefined, 'firm');
  const all = [];
  for (let one = 0; one < 8; one += 1) all.push(await paid('2026-11-24 12:00', '2026-11-24 14:00'));
  setNow('2026-11-24 11:50');
  await minute();
  for (const { key } of all) await cancelBooking(setting, key);
  provider.faults = { breaks: 'after' };
  await minute();
  provider.faults = {};
  setNow('2026-11-24 11:55');
  await Promise.all([minute(), minute(), minute()]);
  await minute();
  const { rows } = await database.query('select number, content from parking.money_document order by number');
  assert.deepEqual(
    rows.map(({ number }) => number),
    [1, 2, 3, 4, 5, 6, 7, 8],
  );
  assert.doesNotMatch(rows[0].content, /Marktplatz/);
  assert.ok(pool.hostId);
});

test('given back: the money, the mirror, and a document that takes the receipt back', async () => {
  const { one, host } = await earn();
  const [receipt] = await listOfBooking(context.database, one.money);
  assert.ok(receipt);
  const number = numberText(receipt);
  assert.equal(number, 'Q-082120000000-2026-000001');
  for (const wrong of ['', 'x', 'Q-082120000000-2026-000002', number.replace('0821', '0822')])
    assert.deepEqual(await refundByNumber(setting, KARLSRUHE, wrong), { refused: 'unknown-number' }, wrong);
  assert.ok('bookingId' in (await refundByNumber(setting, KARLSRUHE, ` ${number.toLowerCase()} `)));
  await refundByNumber(setting, KARLSRUHE, number);
  await minute();
  assert.equal((await paymentOf(one))?.state, 'refunded');
  assert.equal(await owedTo(context.database, host), 0);
  assert.equal(await provider.balanceOf(KARLSRUHE, host.hostId), 0);
  const documents = await listOfBooking(context.database, one.money);
  assert.deepEqual(
    documents.map(({ kind, grossCents }) => [kind, grossCents]),
    [
      ['receipt', 100],
      ['cancellation', -100],
    ],
  );
  const letter = await openDocument(setting, documents[1]!);
  assert.match(letter.paragraphs.join(' '), new RegExp(number));
  assert.deepEqual(
    (await reconcile(setting, provider, { ars: KARLSRUHE, day: '2026-11-24' })).differences,
    [],
  );
});

test('each month a host gets one credit note, by the tax that they told; what was given back is taken off', async () => {
  const { host, pool, one } = await earn('2026-11-24');
  await earn('2026-11-25', pool);
  setNow('2026-11-30 23:59');
  assert.equal((await run(ofMonths))?.issued, 0, 'November is not over');
  await keepTaxFacts(setting, host, { ...FACTS, vat: 'full', vatId: 'DE136695976' });
  setNow('2026-12-01 04:00');
  assert.equal((await run(ofMonths))?.issued, 1);
  assert.equal((await run(ofMonths))?.issued, 0);
  const [receipt] = await listOfBooking(context.database, one.money);
  await refundByNumber(setting, KARLSRUHE, numberText(receipt!));
  await minute();
  setNow('2027-01-02 04:00');
  assert.equal((await run(ofMonths))?.issued, 1);
  const notes = await listOfHost(context.database, host);
  assert.deepEqual(
    notes.map((note) => [numberText(note), note.month, note.grossCents, note.vatCents]),
    [
      ['G-082120000000-2027-000001', '2026-12-01', -100, -16],
      ['G-082120000000-2026-000001', '2026-11-01', 200, 32],
    ],
  );
  const text = JSON.stringify(await openDocument(setting, notes[1]!));
  assert.match(text, /Ada Beispiel, Ahornweg 7, 76131 Karlsruhe/);
  assert.match(text, /Umsatzsteuer 19 %","0,32/);
  const [, , , fourth] = (await reportOfHost(setting, host, 2026))[0]?.quarters ?? [];
  assert.deepEqual(fourth, { cents: 100, feeCents: 0, lettings: 1 });
});
