import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { KARLSRUHE } from '../../bookings/bookings.builder.ts';
import { startMoney } from '../money.builder.ts';
import {
  captured,
  hostCharge,
  type Posting,
  paidOut,
  paidToTown,
  reversed,
  sumOf,
  townCharge,
} from './ledger.ts';
import { book, deleteLedger, listBalances, owedTo } from './ledger-store.ts';

const { setting, context } = await startMoney();
const { pool } = context.connection;
const HOST = '0193b7a0-0000-7000-8000-00000000000a';

const cents = fc.integer({ min: 1, max: 1_000_000 });
const sound = fc.oneof(
  fc
    .tuple(cents, fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([sum, share]) => hostCharge(HOST, sum, Math.floor(sum * share))),
  fc
    .tuple(cents, fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([sum, share]) => townCharge(sum, Math.floor(sum * share))),
  cents.map(captured),
  cents.map(paidToTown),
  cents.map((sum) => paidOut(HOST, sum)),
);

const transaction = (postings: Posting[], key: string = setting.newId()) => ({
  ars: KARLSRUHE,
  id: setting.newId(),
  key,
  kind: 'correction' as const,
  bookingId: null,
  at: setting.clock(),
  postings,
});
const bookAlone = (postings: Posting[], key?: string) =>
  context.database.transaction().execute((database) => book(database, transaction(postings, key)));

test('whatever is booked sums to zero, and so does the other way round', () => {
  fc.assert(
    fc.property(sound, (postings) => {
      assert.equal(sumOf(postings), 0);
      assert.equal(sumOf(reversed(postings)), 0);
      assert.ok(postings.every((posting) => posting.cents !== 0));
    }),
  );
});

test('the database takes what sums to zero and refuses everything else', async () => {
  await fc.assert(
    fc.asyncProperty(
      sound,
      fc.oneof(fc.constant(0), fc.integer({ min: -500, max: 500 })),
      async (postings, off) => {
        const [first, ...rest] = postings;
        assert.ok(first);
        const changed = [{ ...first, cents: first.cents + off }, ...rest].filter((one) => one.cents !== 0);
        if (off === 0) await bookAlone(changed);
        else await assert.rejects(bookAlone(changed), /sums to|lines/);
      },
    ),
    { numRuns: 60 },
  );
  const { rows } = await pool.query(
    'select sum(cents) as sum, count(*) as lines from parking.ledger_posting group by transaction_id',
  );
  assert.ok(rows.length > 5);
  assert.ok(rows.every((row) => Number(row.sum) === 0 && Number(row.lines) >= 2));
  await assert.rejects(bookAlone([]), /0 lines/);
  await assert.rejects(
    pool.query(
      `insert into parking.ledger_posting select ars, id, 9, 'town', null, 1 from parking.ledger_transaction limit 1`,
    ),
    /sums to/,
  );
});

test('the same key is booked once', async () => {
  const before = await owedTo(context.database, { ars: KARLSRUHE, hostId: HOST });
  for (const _ of [1, 2, 3]) await bookAlone(hostCharge(HOST, 500, 25), 'once');
  assert.equal(await owedTo(context.database, { ars: KARLSRUHE, hostId: HOST }), before + 475);
});

test('no line is changed or taken away, but for a merger of municipalities and the end of its time', async () => {
  for (const statement of [
    'update parking.ledger_posting set cents = cents + 1',
    "update parking.ledger_transaction set kind = 'paid'",
    'delete from parking.ledger_posting',
    'delete from parking.ledger_transaction',
  ])
    await assert.rejects(pool.query(statement), /appended only/, statement);
  await pool.query(
    `insert into municipalities.municipality select (jsonb_populate_record(m, '{"ars": "999999999999"}')).*
     from municipalities.municipality m where ars = $1`,
    [KARLSRUHE],
  );
  await pool.query(`update parking.ledger_transaction set ars = '999999999999'`);
  assert.deepEqual(await listBalances(context.database, KARLSRUHE), []);
  const sum = (await listBalances(context.database, '999999999999')).reduce(
    (total, one) => total + one.cents,
    0,
  );
  assert.equal(sum, 0);
  assert.equal(await deleteLedger(context.database, new Date('2020-01-01')), 0);
  assert.ok((await deleteLedger(context.database, new Date('2030-01-01'))) > 0);
  assert.equal((await pool.query('select from parking.ledger_posting')).rowCount, 0);
});
