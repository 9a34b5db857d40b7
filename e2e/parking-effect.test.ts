import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { inviteFirstAdministrator } from '../src/modules/accounts/index.ts';
import { answerQuestion } from '../src/modules/parking/effect/forecast/answer.ts';
import { forecastKey } from '../src/modules/parking/effect/forecast/compute-forecast.ts';
import {
  askForecast,
  endForecast,
  noteProgress,
} from '../src/modules/parking/effect/forecast/forecast-store.ts';
import { seedPilotDemonstration } from '../src/modules/parking/index.ts';
import { faultsOf, overflowOf, violationsOf } from './sound-page.ts';
import { startWorld } from './world.ts';

const world = await startWorld();
const { database, clock } = world.platform;
const KARLSRUHE = '082120000000';
const SMALL = '/parken/wirkung?ort=08212000&strasse=150&privat=300';
const OPEN = '/parken/wirkung?ort=08212000&strasse=160&privat=300';
const questionOf = (kerbSpaces: number) => ({
  kerbSpaces,
  peakPercent: 90,
  privateSpaces: 300,
  driversPercent: 10,
  ownersPercent: 10,
  inducedPercent: 2,
  seed: 1,
});

before(async () => {
  const now = clock();
  for (const kerbSpaces of [150, 160]) {
    const key = forecastKey(KARLSRUHE, questionOf(kerbSpaces));
    await askForecast(database, key, questionOf(kerbSpaces), { now, silentSince: now });
    await noteProgress(database, key, { done: 3, steps: 66, now });
    if (kerbSpaces === 160) continue;
    const answer = answerQuestion(questionOf(kerbSpaces), () => undefined, { towns: 2, days: 1 });
    await endForecast(database, key, { answer, now });
  }
  await seedPilotDemonstration(world.platform);
});

test('somebody sees what sharing would bring, and how a pilot went, on a phone without a script', async () => {
  const page = await world.open('/parken?ort=08212000', {
    viewport: { width: 320, height: 640 },
    javaScriptEnabled: false,
  });
  await page.getByRole('link', { name: 'Was Teilen brächte' }).click();
  await page.getByRole('heading', { level: 1, name: 'Was Teilen brächte: Karlsruhe' }).waitFor();
  await page.getByRole('link', { name: 'Teilen in der Südstadt (Beispiel)' }).click();
  await page.getByRole('heading', { level: 1, name: /^Versuch: Teilen in der Südstadt/ }).waitFor();
  await page.getByRole('img', { name: /Änderung der Suche im Pilotgebiet/ }).waitFor();
  assert.ok((await overflowOf(page)) <= 0);
  await page.context().close();
});

const pages = [SMALL, OPEN, `/en${SMALL}`, '/parken/wirkung?ort=08212000'];
test('axe finds nothing, light and dark, and nothing is wider than a phone', async () => {
  const list = await world.open('/parken/wirkung?ort=08212000');
  const report = await list
    .getByRole('link', { name: 'Teilen in der Südstadt (Beispiel)' })
    .getAttribute('href');
  await list.context().close();
  for (const path of [...pages, report ?? '', `/en${report}`])
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await world.open(path, { viewport: { width: 320, height: 640 }, colorScheme });
      assert.deepEqual(await violationsOf(page), [], path);
      assert.ok((await overflowOf(page)) <= 0, path);
      await page.context().close();
    }
  assert.deepEqual(world.faults, []);
});

test('a town hall plans a pilot and freezes it, and axe finds nothing on the way', async () => {
  const organisation = { ars: KARLSRUHE, id: KARLSRUHE, name: 'Karlsruhe', kind: 'municipality' } as const;
  const invited = await inviteFirstAdministrator(world.platform, organisation, 'eve@karlsruhe.example');
  assert.ok('code' in invited);
  const page = await world.open(`/einladung?code=${invited.code}`);
  await page.locator('main button[type=submit]').click();
  await world.platform.connection.pool.query(
    `insert into accounts.role (ars, organisation_id, person_id, role, granted_at)
     select ars, organisation_id, person_id, 'digitalOfficer', granted_at from accounts.role limit 1`,
  );
  await page.goto(`/rathaus/${KARLSRUHE}/parken`);
  await page.getByRole('link', { name: 'Wirkung messen' }).click();
  await page.getByRole('button', { name: 'Plan speichern' }).click();
  await page.getByRole('alert').waitFor();
  assert.deepEqual(await faultsOf(page), []);
  for (const [label, value] of [
    ['Name des Versuchs', 'Teilen in der Weststadt'],
    ['Pilotgebiet', 'Weststadt'],
    ['Lage des Pilotgebiets', 'Um den Gutenbergplatz'],
    ['Vergleichsgebiet', 'Mühlburg'],
    ['Lage des Vergleichsgebiets', 'Um den Entenfang'],
    ['Vorher: erster Tag', '2027-03-01'],
    ['Vorher: letzter Tag', '2027-04-15'],
    ['Nachher: erster Tag', '2027-06-01'],
    ['Nachher: letzter Tag', '2027-07-15'],
  ] as const)
    await page.getByLabel(label, { exact: true }).fill(value);
  await page.getByRole('button', { name: 'Plan speichern' }).click();
  await page.getByText(/sehen Sie eine Änderung von 20 % in \d+ von 100 Fällen/).waitFor();
  assert.deepEqual(await faultsOf(page), []);
  await page.getByRole('button', { name: 'Plan festschreiben' }).click();
  await page.getByRole('link', { name: 'Öffentliche Seite dieses Versuchs' }).waitFor();
  assert.deepEqual(await faultsOf(page), []);
  await page.getByLabel('Datei').setInputFiles({
    name: 'fahrten.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Tag;Gebiet;Stunde;Sekunden\n2027-03-01;pilot;9;60\n2027-03-01;Mond;9;60\n'),
  });
  await page.getByRole('button', { name: 'Fahrten hochladen' }).click();
  await page.getByText('1 Fahrten sind übernommen, 1 Zeilen abgewiesen.').waitFor();
  assert.deepEqual(await faultsOf(page), []);
  await page.context().close();
});
