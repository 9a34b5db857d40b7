import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { TEST_NOW } from '../src/foundation/testing/database.ts';
import { aRecord, importRecords } from '../src/modules/parking/sites/sites.builder.ts';
import { overflowOf, violationsOf } from './sound-page.ts';
import { startWorld } from './world.ts';

const world = await startWorld();
const minutesAgo = (minutes: number): string => new Date(TEST_NOW.getTime() - minutes * 60_000).toISOString();

before(() =>
  importRecords(world.platform, [
    aRecord({
      realtime_free_capacity: 142,
      realtime_data_updated_at: minutesAgo(3),
      has_fee: true,
      max_height: 210,
    }),
    aRecord({
      uid: 'far',
      name: 'Parkhaus mit einem sehr langen Namen am Hauptbahnhof, Ausgang Südseite',
      lat: 49.05,
      public_url: 'https://stadt.example',
    }),
  ]),
);

test('a driver finds a public car park on a phone, without a script', async () => {
  const page = await world.open('/parken?ort=08212000', {
    viewport: { width: 320, height: 640 },
    javaScriptEnabled: false,
  });
  await page.getByRole('link', { name: 'Öffentliche Parkplätze' }).click();
  await page.getByRole('heading', { level: 1, name: 'Öffentliche Parkplätze um Karlsruhe' }).waitFor();
  await page.getByText('142 frei, vor 3 Minuten').waitFor();
  await page.getByRole('link', { name: 'bis 10 km' }).click();
  await page.getByRole('heading', { level: 2, name: /^Parkhaus mit einem sehr langen/ }).waitFor();
  assert.ok((await overflowOf(page)) <= 0);
  await page.getByRole('link', { name: 'nur mit Zählung' }).click();
  assert.equal(await page.getByRole('heading', { level: 2, name: /^Parkhaus/ }).count(), 1);
  await page.context().close();
});

for (const path of [
  '/parken/orte?ort=08212000&umkreis=10',
  '/en/parken/orte?ort=08212000&umkreis=10',
  '/parken/orte',
])
  test(`axe finds nothing: ${path}`, async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await world.open(path, { viewport: { width: 320, height: 640 }, colorScheme });
      assert.deepEqual(await violationsOf(page), []);
      assert.ok((await overflowOf(page)) <= 0);
      await page.context().close();
    }
  });
