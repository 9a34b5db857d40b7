import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../foundation/testing/database.ts';
import { findAccount, listActing } from '../modules/accounts/index.ts';
import { loadPlaceIndex, seedMunicipalities } from '../modules/municipalities/index.ts';
import { demonstrationStaff, seedDemonstration } from './demonstration.ts';

test('the invented desks are there once, and the clerk of the association works for the village as well', async () => {
  const context = await testDatabase();
  const secret = () => Buffer.alloc(32, 1);
  await seedMunicipalities(context);
  const places = await loadPlaceIndex(context.database);
  await seedDemonstration({ ...context, secret }, places);
  await seedDemonstration({ ...context, secret }, places);
  const count = async (table: string) =>
    Number((await context.connection.pool.query(`select count(*) as rows from ${table}`)).rows[0].rows);
  assert.equal(await count('accounts.person'), demonstrationStaff.flatMap(({ people }) => people).length);
  assert.equal(await count('accounts.delegation'), 1);
  assert.equal(await count('offers.entry'), 6);
  const personId = (await findAccount(context, 'amt@leezen.example')) ?? '';
  const acting = await listActing(context, { personId, label: '' });
  assert.deepEqual(
    acting.map(({ organisation, through, roles }) => [organisation.id, through?.id, [...roles].sort()]),
    [
      ['010605053', undefined, ['administrator', 'caseWorker', 'editor']],
      ['010605053053', '010605053', ['editor']],
    ],
  );
});
