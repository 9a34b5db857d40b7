import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TEST_NOW, testDatabase } from '../../foundation/testing/database.ts';
import { importLines, KARLSRUHE } from './offers.builder.ts';
import { offerPersonalData } from './personal-data-store.ts';

test('what somebody wrote, uploaded and answered is theirs to see, and nobody else’s', async () => {
  const context = await testDatabase();
  const { pool } = context.connection;
  await importLines(context, 'id;name;category;lon;lat', ['1;Museum;museum;8.404;49.009']);
  const [me, other] = [context.newId(), context.newId()];
  for (const id of [me, other])
    await pool.query("insert into accounts.person (id, name, created_at) values ($1, 'x', $2)", [
      id,
      TEST_NOW,
    ]);
  await pool.query(
    "insert into accounts.organisation (ars, id, kind, name, created_at) values ($1, $1, 'municipality', 'x', $2)",
    [KARLSRUHE, TEST_NOW],
  );
  for (const id of [me, other]) {
    const values = [KARLSRUHE, context.newId(), id, TEST_NOW];
    await pool.query(
      `insert into offers.entry (ars, organisation_id, id, fields, owner, created_at, changed_at)
       values ($1, $1, $2, '{"name":"Fest"}', $3, $4, $4)`,
      values,
    );
    await pool.query(
      `insert into offers.sheet (ars, organisation_id, id, file_name, uploaded_by, uploaded_at)
       values ($1, $1, $2, 'a.xlsx', $3, $4)`,
      values,
    );
    await pool.query(
      `insert into offers.suggestion (ars, id, fields, suggested_at, outcome, handled_at, handled_by)
       values ($1, $2, '{}', $4, 'taken', $4, $3)`,
      values,
    );
    await pool.query(
      `insert into offers.mistake_report (ars, id, offer_id, message, reported_at, outcome, handled_at, handled_by)
       values ($1, $2, (select id from offers.offer), 'falsch', $4, 'mended', $4, $3)`,
      values,
    );
  }
  const data = await offerPersonalData(context, me);
  assert.deepEqual(
    data.map(({ name, rows }) => [name, rows.length]),
    [
      ['entry', 1],
      ['sheet', 1],
      ['answer', 2],
    ],
  );
  assert.equal(data[0]?.rows[0]?.name, 'Fest');
  for (const { fields, rows } of data)
    for (const key of Object.keys(fields))
      assert.ok(
        rows.every((row) => key in row),
        key,
      );
  await pool.query('delete from accounts.person where id = $1', [me]);
  assert.deepEqual(
    (await offerPersonalData(context, me)).map(({ rows }) => rows.length),
    [0, 0, 0],
  );
});
