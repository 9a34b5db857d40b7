import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TEST_NOW, testDatabase } from '../../../foundation/testing/database.ts';
import { changeNoticeSetting } from '../notices/notice-setting.ts';
import { notify } from '../notices/notify.ts';
import { createUnsubscribeLink } from '../notices/unsubscribe.ts';
import {
  administratorOf,
  amt,
  enterUnits,
  memberOf,
  village,
} from '../organisations/organisations.builder.ts';
import { createMailLink, redeemMailLink } from '../sign-in/mail-link.ts';
import { findSession, type SignedIn } from '../sign-in/sessions.ts';
import { setPassword } from '../sign-in/set-password.ts';
import { deleteAccount } from './delete-account.ts';
import { collectMyData } from './my-data.ts';

const world = await testDatabase();
let now = TEST_NOW;
const context = { ...world, clock: () => now };
const { pool } = context.connection;
await enterUnits(context);

const signIn = async (personId: string): Promise<SignedIn> => {
  const link = await redeemMailLink(context, await createMailLink(context, personId), {
    address: '192.0.2.1',
  });
  assert.ok('session' in link);
  const person = await findSession(context, link.session);
  assert.ok(person);
  return person;
};

type Column = { table: string; column: string };

/** Every column that can hold the id of a person, by its foreign key or its name. */
const personColumns = async (): Promise<Column[]> =>
  (
    await pool.query<Column>(`
      select table_schema || '.' || table_name as table, column_name as column from information_schema.columns
      where table_schema = 'accounts' and data_type = 'uuid'
        and (column_name like '%person_id' or column_name like '%\\_by')
      order by 1, 2`)
  ).rows;

/** Tables of all modules in which any column holds this text. */
const tablesWith = async (text: string): Promise<string[]> => {
  const { rows } = await pool.query<{ table: string }>(`
    select table_schema || '.' || table_name as table from information_schema.tables
    where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE' order by 1`);
  const found: string[] = [];
  for (const { table } of rows) {
    const { rowCount } = await pool.query(
      `select from ${table} one where one::text like '%' || $1 || '%' limit 1`,
      [text],
    );
    if (rowCount) found.push(table);
  }
  return found;
};

/** An administrator of the village with a row in every table, beside another administrator. */
const richPerson = async () => {
  const first = await administratorOf(context, village, 'erste@leezen.example');
  const second = await memberOf(context, first, 'zweite@leezen.example', 'administrator');
  const { personId } = first;
  const person = await signIn(personId);
  await setPassword(context, person, { current: '', next: 'Hund Tasse Wolke' }, { address: '192.0.2.1' });
  await createMailLink(context, personId);
  await changeNoticeSetting(context, personId, {
    paces: { links: 'never' },
    quiet: { from: '22:00', to: '06:00' },
  });
  await notify(context, { personIds: [personId], topic: 'links', subject: 'Ein Verweis', text: 'x' });
  await createUnsubscribeLink(context, personId, ['links']);
  await pool.query("insert into accounts.identity values ('https://login.example', 'sub-1', $1, 'low', $2)", [
    personId,
    TEST_NOW,
  ]);
  await pool.query(
    `insert into accounts.kept_form values ($1, $2, '/konto/nachrichten', '[["text","Hallo"]]', $3, $3)`,
    [context.newId(), personId, TEST_NOW],
  );
  await pool.query(
    `insert into accounts.delegation (ars, organisation_id, id, role, to_ars, to_organisation_id, during, granted_by, granted_at)
     values ($1, $1, $2, 'editor', $3, $3, tstzrange($4, $4::timestamptz + interval '1 day'), $5, $4)`,
    [village.ars, context.newId(), amt.ars, TEST_NOW, personId],
  );
  await pool.query(
    `insert into accounts.invitation (ars, organisation_id, id, mail, role, token_hash, invited_by, invited_at, expires_at)
     values ($1, $1, $2, 'neu@leezen.example', 'editor', 'x', $3, $4, $4), ($1, $1, $5, 'erste@leezen.example', 'editor', 'y', null, $4, $4)`,
    [village.ars, context.newId(), personId, TEST_NOW, context.newId()],
  );
  await pool.query(
    `insert into accounts.administrator_change (ars, organisation_id, id, change, person_id, proposed_by, proposed_at, expires_at)
     values ($1, $1, $2, 'remove', $3, $4, $5, $5), ($1, $1, $6, 'remove', $4, $3, $5, $5)`,
    [village.ars, context.newId(), second.personId, personId, TEST_NOW, context.newId()],
  );
  return { person, second };
};

const { person, second } = await richPerson();

test('all that is stored about a person is listed, and no hash or secret', async () => {
  for (const { table, column } of await personColumns()) {
    const { rowCount } = await pool.query(`select from ${table} where ${column} = $1`, [person.personId]);
    assert.ok(rowCount, `the person of this test stands in ${table}.${column}`);
  }
  const further = async () => [{ name: 'entry', title: { de: '', en: '' }, fields: {}, rows: [{ id: 'x' }] }];
  const data = await collectMyData(context, person.personId, [further]);
  assert.deepEqual(
    data.filter(({ rows }) => rows.length === 0).map(({ name }) => name),
    [],
  );
  for (const { name, rows, fields } of data)
    for (const key of Object.keys(fields))
      assert.ok(
        rows.every((row) => key in row),
        `${name}.${key}`,
      );
  const text = JSON.stringify(data);
  for (const table of ['credential', 'session', 'device', 'mail_link', 'unsubscribe_link', 'invitation']) {
    const column = table === 'credential' ? 'hash' : 'token_hash';
    const { rows } = await pool.query<{ secret: string }>(
      `select ${column} as secret from accounts.${table}`,
    );
    assert.ok(rows.length > 0, table);
    for (const { secret } of rows.filter((row) => row.secret.length > 1))
      assert.ok(!text.includes(secret), table);
  }
  assert.ok(!text.includes('neu@leezen.example'), 'the address of somebody else');
});

test('the account goes with everything but the lines of the log', async () => {
  now = new Date(TEST_NOW.getTime() + 15 * 60_000);
  assert.deepEqual(await deleteAccount(context, person), { refused: 'sign-in-too-old' });
  now = new Date(TEST_NOW.getTime() + 15 * 60_000 - 1);
  assert.deepEqual(await deleteAccount(context, person), { deleted: true });
  assert.deepEqual(await tablesWith(person.personId), ['accounts.audit_entry']);
  assert.deepEqual(await tablesWith('erste@leezen.example'), []);
  const { rows } = await pool.query(
    'select act, person_id from accounts.audit_entry order by seq desc limit 1',
  );
  assert.deepEqual(rows, [{ act: 'account-deleted', person_id: null }]);
});

test('the last administrator stays, also where two leave at the same moment', async () => {
  now = TEST_NOW;
  const last = await signIn(second.personId);
  assert.deepEqual(await deleteAccount(context, last), { refused: 'last-administrator', of: [village] });
  const third = await memberOf(
    context,
    { personId: second.personId, label: '', organisation: village, roles: ['administrator'] },
    'dritte@leezen.example',
    'administrator',
  );
  const other = await signIn(third.personId);
  const results = await Promise.all([deleteAccount(context, last), deleteAccount(context, other)]);
  assert.deepEqual(results.filter((result) => 'deleted' in result).length, 1);
  assert.deepEqual(results.filter((result) => 'refused' in result).length, 1);
});
