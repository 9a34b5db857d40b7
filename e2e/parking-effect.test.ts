import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { answerQuestion } from '../src/modules/parking/effect/forecast/answer.ts';
import { forecastKey } from '../src/modules/parking/effect/forecast/compute-forecast.ts';
import {
  askForecast,
  endForecast,
  noteProgress,
} from '../src/modules/parking/effect/forecast/forecast-store.ts';
import { seedPilotDemonstration } from '../src/modules/parking/index.ts';
import { overflowOf, violationsOf } from './sound-page.ts';
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
