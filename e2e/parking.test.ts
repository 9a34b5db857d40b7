import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { createAccount, createMailLink } from '../src/modules/accounts/index.ts';
import { parkingWork } from '../src/modules/parking/index.ts';
import { faultsOf, overflowOf } from './sound-page.ts';
import { startWorld } from './world.ts';

const world = await startWorld();
const phone = { width: 320, height: 700 };
const [time] = parkingWork(world.platform);
const HERE = 'lon=8.4037&lat=49.0093';

const answerAll = async (page: Page, area: string): Promise<void> => {
  for (const answer of ['auf einem Grundstück', 'im Freien'])
    await page.getByLabel(answer, { exact: true }).check();
  await page.getByLabel('In welchem Gebiet').selectOption({ label: area });
  for (const answer of [
    'Stellplätze für einen Betrieb, eine Schule, ein Amt',
    'nur wenn ihn dort sonst niemand braucht',
    'mit allen',
    'Er gehört mir',
    'über eigenen Grund oder direkt von der Straße',
  ])
    await page.getByLabel(answer, { exact: true }).check();
  await page.getByRole('group', { name: 'Wollen Sie Geld dafür?' }).getByLabel('ja').check();
  await page.getByRole('button', { name: 'Prüfen' }).click();
};

const share = async (): Promise<void> => {
  const created = await createAccount(world.platform, 'firma@stadt.example');
  assert.ok('personId' in created);
  const code = await createMailLink(world.platform, created.personId);
  const page = await world.open(`/anmelden/link?code=${code}`, { viewport: phone });
  const isSound = async () => assert.deepEqual(await faultsOf(page), [], page.url());
  await page.getByRole('button', { name: 'Jetzt anmelden' }).click();
  await page.goto(`/parken/darf-ich?${HERE}`);
  await answerAll(page, 'Sondergebiet (SO)');
  await page.getByRole('link', { name: /Bauaufsicht fragen/ }).waitFor();
  await isSound();
  await answerAll(page, 'Kerngebiet (MK)');
  await isSound();
  await page.getByRole('link', { name: 'Stellplatz anlegen' }).click();
  await isSound();
  await page.locator('.drawing__map').scrollIntoViewIfNeeded();
  const picked = async () => [
    await page.getByLabel('Breitengrad').inputValue(),
    await page.getByLabel('Längengrad').inputValue(),
  ];
  const before = await picked();
  await page.locator('.drawing__map.leaflet-container').click({ position: { x: 120, y: 150 } });
  const after = await picked();
  assert.notDeepEqual(after, before, 'a tap on the map fills in the entrance');
  assert.match(after.join(' '), /^49\.\d{6} 8\.\d{6}$/);
  await page.getByRole('button', { name: 'Anlegen und teilen' }).click();
  await page.getByRole('alert').waitFor();
  await isSound();
  await page.getByLabel('Name des Stellplatzes').fill('Hof der Firma');
  await page.getByLabel('Straße und Hausnummer der Einfahrt').fill('Beispielweg 1');
  await page.getByLabel('Sonntag und Feiertag').check();
  await page.getByRole('button', { name: 'Anlegen und teilen' }).click();
  await page.getByText('Der Stellplatz wird geteilt.').waitFor();
  await isSound();
  await page.goto('/parken/teilen');
  await page.getByRole('link', { name: 'Hof der Firma' }).waitFor();
  await isSound();
};

const park = async (javaScriptEnabled: boolean): Promise<void> => {
  const page = await world.open(`/parken?${HERE}`, { viewport: phone, javaScriptEnabled });
  const isSound = async () =>
    javaScriptEnabled
      ? assert.deepEqual(await faultsOf(page), [], page.url())
      : assert.ok((await overflowOf(page)) <= 0, page.url());
  await isSound();
  await page.getByRole('button', { name: 'Platz versprechen lassen' }).click();
  await page.getByRole('heading', { level: 1, name: 'Noch nicht bezahlt' }).waitFor();
  await isSound();
  await page.getByRole('link', { name: /bezahlen/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Testkasse' }).waitFor();
  await isSound();
  await page.getByRole('button', { name: 'Testzahlung zusagen' }).click();
  await page.getByRole('heading', { level: 1, name: 'Versprochen' }).waitFor();
  await isSound();
  await time?.run({}, async () => undefined);
  await page.goto(page.url().replace(/\?.*/, ''));
  await page.getByText('Hof der Firma, Stellplatz 1').waitFor();
  await isSound();
  for (const [button, said] of [
    ['Ich bin da', 'Gut angekommen.'],
    ['30 Minuten länger', 'Verlängert.'],
    ['Ich fahre ab', 'Gute Fahrt.'],
  ] as const) {
    await page.getByRole('button', { name: button }).click();
    await page.getByText(said).waitFor();
    await isSound();
  }
  await page.getByText(/Zu zahlen: 2,50/).waitFor();
};

test('a host shares after the permit check; drivers with a phone park there, with and without JavaScript', async () => {
  await share();
  await park(false);
  await park(true);
  assert.deepEqual(world.faults, []);
});
