import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../foundation/testing/database.ts';
import { recordOwnAct } from './record-act.ts';
import { verifyLogs } from './verify-log.ts';

const context = await testDatabase();
const { pool } = context.connection;
const key = (ars: string) => ({ ars, id: ars });
const write = (ars: string, act: string) =>
  recordOwnAct(context, key(ars), {
    act,
    record: { type: 'offer', id: act },
    detail: { zeta: 1, alpha: true, words: 'Größe' },
  });
const lines = async (ars: string) =>
  Number(
    (await pool.query('select count(*) as lines from accounts.audit_entry where ars = $1', [ars])).rows[0]
      .lines,
  );
/** What the guard forbids, an owner of the database can do all the same: the chain must show it. */
const behindTheGuard = (statement: string) =>
  pool.query(`begin; alter table accounts.audit_entry disable trigger all; ${statement};
    alter table accounts.audit_entry enable trigger all; commit`);

test('lines written at the same moment follow one another, in each municipality by itself', async () => {
  await Promise.all(
    ['070001', '070002'].flatMap((ars) => Array.from({ length: 20 }, (_, at) => write(ars, `act-${at}`))),
  );
  assert.deepEqual(
    (await verifyLogs(context.database)).map(({ ars, lines: count, fault }) => [ars, count, fault]),
    [
      ['070001', 20, undefined],
      ['070002', 20, undefined],
    ],
  );
});

test('a line stands only with what it tells of', async () => {
  const before = await lines('070001');
  await assert.rejects(
    context.database.transaction().execute(async (database) => {
      await recordOwnAct({ ...context, database }, key('070001'), {
        act: 'undone',
        record: { type: 'offer', id: 'x' },
      });
      throw new Error('the change failed');
    }),
  );
  assert.equal(await lines('070001'), before);
});

test('the database refuses to change or remove a line', async () => {
  for (const statement of [
    `update accounts.audit_entry set act = 'other' where ars = '070001' and seq = 3`,
    `delete from accounts.audit_entry where ars = '070001' and seq = 3`,
  ])
    await assert.rejects(pool.query(statement), /append-only/);
});

const tampered: [what: string, ars: string, statement: string, seq: number, fault: string][] = [
  [
    'a changed detail',
    '070011',
    `update accounts.audit_entry set detail = '{"alpha": false}' where ars = '070011' and seq = 2`,
    2,
    'changed',
  ],
  [
    'a removed line',
    '070012',
    `delete from accounts.audit_entry where ars = '070012' and seq = 2`,
    2,
    'missing',
  ],
  [
    'lines cut off at the end',
    '070013',
    `delete from accounts.audit_entry where ars = '070013' and seq > 1`,
    2,
    'missing',
  ],
  [
    'a line of somebody else',
    '070014',
    `update accounts.audit_entry set previous_hash = repeat('a', 64) where ars = '070014' and seq = 3`,
    3,
    'broken-link',
  ],
];

for (const [what, ars, statement, seq, fault] of tampered)
  test(`the chain shows ${what}`, async () => {
    for (const act of ['one', 'two', 'three']) await write(ars, act);
    await behindTheGuard(statement);
    const verdict = (await verifyLogs(context.database)).find((one) => one.ars === ars);
    assert.deepEqual(verdict?.fault, { seq, fault });
  });
