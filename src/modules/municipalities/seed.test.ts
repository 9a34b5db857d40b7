import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../foundation/testing/database.ts';
import { loadPlaceIndex } from './load-place-index.ts';
import { seedMunicipalities } from './seed.ts';

test('the shipped tables are loaded once, and all of them', async (t) => {
  const context = await testDatabase();
  const began = performance.now();
  assert.deepEqual(await seedMunicipalities(context), { register: true, boundaries: true, postcodes: true });
  t.diagnostic(`loaded in ${Math.round(performance.now() - began)} ms`);
  assert.deepEqual(await seedMunicipalities(context), {
    register: false,
    boundaries: false,
    postcodes: false,
  });
  const places = await loadPlaceIndex(context.database);
  const count = (level: string) => places.units.filter((unit) => unit.level === level).length;
  assert.deepEqual(
    ['state', 'region', 'district', 'association', 'municipality'].map(count),
    [16, 29, 400, 4_597, 10_981],
  );
  const karlsruhe = places.get('082120000000');
  assert.equal(karlsruhe?.sourceDate, '2023-11-30');
  assert.equal(karlsruhe?.population, 308_707);
  assert.deepEqual(karlsruhe?.point, { lon: 8.40528, lat: 49.00963 });
  assert.equal(places.byPoint({ lon: 8.4037, lat: 49.0069 }).kind, 'inside');
  assert.equal(places.byPostcode('76131').kind, 'one');
  assert.equal(places.byAgs('16056000').kind, 'succeeded');
});
