import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { findAll, xmlTree } from '../../../../foundation/testing/xml-tree.ts';
import { INVOICE, KARLSRUHE } from '../../bookings/bookings.builder.ts';
import { cancelBooking } from '../../bookings/driver-acts.ts';
import { listOfBooking } from '../documents/document-store.ts';
import { openDocument } from '../documents/issue-document.ts';
import { listBalances } from '../ledger/ledger-store.ts';
import { startMoney } from '../money.builder.ts';
import type { Payer } from '../payment.ts';
import { findPayment } from '../payment-store.ts';
import { listClaims } from './claim-store.ts';
import { makeDebitRun, openDebitFile } from './make-debit-run.ts';
import { markPaid } from './mark-paid.ts';
import { saveTownAccount } from './town-account-store.ts';

const world = await startMoney();
const { context, setting, addPool, promised, setNow, minute } = world;
const { pool: database } = context.connection;

const TOWN = {
  ars: KARLSRUHE,
  name: 'Stadt Karlsruhe',
  address: 'Marktplatz 1, 76131 Karlsruhe',
  iban: 'DE02120300000000202051',
  creditorId: 'DE98ZZZ09999999999',
  vatPercent: 19,
  taxNumber: '35/1',
};
const DEBIT: Payer = { ...INVOICE, way: 'debit', iban: 'DE02500105170137075030' };

beforeEach(async () => {
  await world.clear();
  setNow('2026-11-24 09:00');
  await saveTownAccount(context.database, TOWN, setting.clock());
});

/** Cancelled too late: half of two euros is owed. */
const owed = async (payer: Payer, personId: string | null = null, more = {}) => {
  setNow('2026-11-24 09:00');
  const one = await promised('2026-11-24 12:00', '2026-11-24 14:00', { payer, personId, ...more });
  setNow('2026-11-24 11:50');
  await minute();
  await cancelBooking(setting, one.key);
  await minute();
  return one.booking;
};
const inside = <Result>(work: (within: typeof setting) => Promise<Result>): Promise<Result> =>
  context.database.transaction().execute((within) => work({ ...setting, database: within }));

test('a space of the town by invoice: promised at once, charged at the end, booked with its tax, paid by hand', async () => {
  await addPool({ capacity: 5 });
  const booking = await owed(INVOICE);
  assert.equal(booking.state, 'promised');
  const [claim] = await listClaims(context.database, KARLSRUHE, 10);
  assert.deepEqual([claim?.cents, claim?.way, claim?.document?.number], [100, 'invoice', 1]);
  const [document] = await listOfBooking(context.database, { ars: KARLSRUHE, bookingId: booking.id });
  const text = JSON.stringify(await openDocument(setting, document!));
  assert.match(text, /Stadt Karlsruhe.*Ada Beispiel, Beispielweg 1, 76131 Karlsruhe.*DE02120300000000202051/);
  assert.match(text, /Umsatzsteuer 19 %","0,16/);
  assert.deepEqual(await listBalances(context.database, KARLSRUHE), [
    { account: 'driver', cents: 100 },
    { account: 'town', cents: -84 },
    { account: 'vat', cents: -16 },
  ]);
  assert.deepEqual(await inside((within) => markPaid(within, KARLSRUHE, booking.id)), { paid: true });
  assert.deepEqual(await inside((within) => markPaid(within, KARLSRUHE, booking.id)), { refused: 'not-due' });
  assert.deepEqual(await inside((within) => markPaid(within, '010605053053', booking.id)), {
    refused: 'not-due',
  });
  assert.deepEqual(await listClaims(context.database, KARLSRUHE, 10), []);
  const balances = await listBalances(context.database, KARLSRUHE);
  assert.equal(balances.find(({ account }) => account === 'bank')?.cents, 100);
  assert.equal(
    balances.reduce((sum, { cents }) => sum + cents, 0),
    0,
  );
});

test('by phone the town collects at its counter, without anybody’s name', async () => {
  await addPool();
  const booking = await owed(INVOICE, null, { channel: 'phone', payer: undefined });
  const payment = await findPayment(context.database, { ars: KARLSRUHE, bookingId: booking.id });
  assert.deepEqual([payment?.way, payment?.sealedPayer], ['counter', null]);
});

test('who pays, and from which account, stands nowhere in clear', async () => {
  await addPool({ capacity: 3 });
  await owed(DEBIT);
  await inside((within) => makeDebitRun(within, KARLSRUHE, '2026-11-26'));
  for (const table of ['payment', 'mandate', 'money_document', 'debit_run']) {
    const { rows } = await database.query(`select string_agg(t::text, ' ') as text from parking.${table} t`);
    assert.ok(rows[0].text, table);
    assert.doesNotMatch(rows[0].text, /Beispiel|DE0250|76131/, table);
  }
});

test('debits go into one file each; who has an account gives one mandate, first collected, then again', async () => {
  await addPool({ capacity: 9 });
  const personId = setting.newId();
  await database.query("insert into accounts.person (id, name, created_at) values ($1, 'Person', now())", [
    personId,
  ]);
  await owed(INVOICE);
  await owed(DEBIT, personId);
  await owed(DEBIT, personId);
  await owed(DEBIT);
  assert.equal((await database.query('select from parking.mandate')).rowCount, 2);
  assert.deepEqual(await inside((within) => makeDebitRun(within, KARLSRUHE, '2026-11-25')), {
    refused: 'no-banking-day',
  });
  const made = await inside((within) => makeDebitRun(within, KARLSRUHE, '2026-11-26'));
  assert.ok('id' in made);
  const file = await openDebitFile(setting, { ars: KARLSRUHE, id: made.id });
  const tree = xmlTree(file ?? '');
  assert.deepEqual(
    findAll(tree, 'SeqTp').map(({ text }) => text),
    ['FRST', 'RCUR'],
  );
  assert.deepEqual(
    findAll(tree, 'InstdAmt').map(({ text }) => text),
    ['1.00', '1.00', '1.00'],
  );
  assert.deepEqual(await inside((within) => makeDebitRun(within, KARLSRUHE, '2026-11-26')), {
    refused: 'no-claims',
  });
  assert.equal(await openDebitFile(setting, { ars: '010605053053', id: made.id }), undefined);
  await owed(DEBIT, personId);
  const next = await inside((within) => makeDebitRun(within, KARLSRUHE, '2026-11-26'));
  assert.ok('id' in next);
  const again = xmlTree((await openDebitFile(setting, { ars: KARLSRUHE, id: next.id })) ?? '');
  assert.deepEqual(
    findAll(again, 'SeqTp').map(({ text }) => text),
    ['RCUR'],
  );
});

test('without a creditor identifier nothing is debited', async () => {
  await saveTownAccount(context.database, { ...TOWN, creditorId: '' }, setting.clock());
  assert.deepEqual(await inside((within) => makeDebitRun(within, KARLSRUHE, '2026-11-26')), {
    refused: 'no-creditor',
  });
});
