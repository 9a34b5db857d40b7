import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { aCaseStudy } from '../src/modules/knowledge/library/entry.builder.ts';
import { loadPlaceIndex } from '../src/modules/municipalities/index.ts';
import { faultsOf } from './sound-page.ts';
import { staffOf } from './staff.ts';
import { startWorld } from './world.ts';

// What one village has learned becomes the next one's measure: a digital officer with a small town and a question.
const LEEZEN = '010605053053';
const world = await startWorld();
const { officer } = await staffOf(world);
const places = await loadPlaceIndex(world.platform.database);
const isSound = async (page: Page): Promise<void> => assert.deepEqual(await faultsOf(page), [], page.url());

let digital: Page;
let twin: { ars: string; key: string; name: string };
let twinDesk: Page;

test('she finds the twins of her town, with the reasons', async () => {
  digital = await officer('01060053', LEEZEN, 'anna@leezen.example', ['digitalOfficer']);
  await digital.goto('/netzwerk/zwillinge?ort=01060053');
  await isSound(digital);
  const json = await digital.request.get('/api/network/twins?key=010605053053&limit=1');
  const { twins } = (await json.json()) as { twins: { ars: string; ags: string; name: string }[] };
  const [nearest] = twins;
  assert.ok(nearest);
  twin = { ars: nearest.ars, key: nearest.ags, name: nearest.name };
  const page = await digital.locator('main').innerText();
  assert.ok(page.includes(twin.name) && /Menschen|Einwohner/.test(page), twin.name);
});

test('her twin has written down what it did', async () => {
  twinDesk = await officer(twin.key, twin.ars, 'ben@zwilling.example', ['digitalOfficer']);
  await twinDesk.goto(`/rathaus/${twin.ars}/wissen`);
  await twinDesk.getByLabel('Was möchten Sie schreiben?').selectOption('caseStudy');
  await twinDesk.getByRole('button', { name: 'Entwurf anlegen' }).click();
  for (const [part, value] of Object.entries(
    aCaseStudy({ title: 'Wasserstände im Bach melden', technology: 'LoRaWAN', after: '12 Meldungen' }),
  )) {
    const field = twinDesk.locator(`[name="${part}"]`);
    const isChoice = (await field.evaluate((element) => element.tagName)) === 'SELECT';
    await (isChoice ? field.selectOption(value) : field.fill(value));
  }
  await twinDesk.getByRole('button', { name: 'Entwurf speichern' }).click();
  await twinDesk.getByText('Gespeichert.').waitFor();
  await isSound(twinDesk);
  await twinDesk.getByRole('button', { name: 'Jetzt veröffentlichen' }).click();
  await twinDesk.getByText('Alle können es jetzt lesen').waitFor();
});

test('she finds it among what worked in towns like hers, and reuses it', async () => {
  await digital.goto('/netzwerk/bibliothek?ort=01060053&q=Wasserstand');
  await isSound(digital);
  await digital
    .getByText(/Ähnlichkeit/)
    .first()
    .waitFor();
  await digital.getByRole('link', { name: 'Wasserstände im Bach melden' }).click();
  await isSound(digital);
  await digital.getByRole('link', { name: 'Das hier planen' }).click();
  await isSound(digital);
  await digital.getByRole('button', { name: 'Für Leezen festhalten' }).click();
  await digital.getByText('Die andere Stelle erfährt davon').waitFor();
  await isSound(digital);
  await twinDesk.goto(`/rathaus/${twin.ars}/nachnutzung`);
  await twinDesk.getByText('Leezen: Wasserstände im Bach melden').waitFor();
  await isSound(twinDesk);
});

test('she asks for advice, and her twin answers', async () => {
  await digital.goto(`/rathaus/${LEEZEN}/rat`);
  await isSound(digital);
  await digital.getByRole('link', { name: 'Eine Frage stellen' }).click();
  await isSound(digital);
  for (const [name, value] of [
    ['titel', 'Wer misst Wasserstände?'],
    ['frage', 'Welche Sensoren halten den Winter aus?'],
    ['woerter', 'Wasserstände LoRaWAN'],
  ])
    await digital.locator(`[name="${name}"]`).fill(value ?? '');
  await digital.locator('[name="feld"]').selectOption('environment');
  await digital.locator('form:has([name="titel"]) button[type="submit"]').click();
  await digital.getByText('hat einen Eintrag dazu').waitFor();
  await isSound(digital);
  const thread = new URL(digital.url()).pathname;
  await twinDesk.goto(`/rathaus/${twin.ars}/rat`);
  await isSound(twinDesk);
  await twinDesk.getByRole('link', { name: /Wer misst Wasserstände/ }).click();
  await twinDesk.locator('[name="weg"][value="answer"]').check();
  await twinDesk.locator('[name="text"]').fill('Nehmen Sie Lithium-Zellen.');
  await isSound(twinDesk);
  await twinDesk.locator('form:has([name="weg"]) button[type="submit"]').click();
  await digital.goto(thread);
  await digital.getByText('Nehmen Sie Lithium-Zellen.').waitFor();
});

test('the picture of the country counts both, and whoever has no account reads and takes along', async () => {
  const stranger = await world.open('/lagebild?zeichen=nachnutzung');
  await isSound(stranger);
  const answer = await stranger.request.get('/api/network/country');
  const { country } = (await answer.json()) as { country: { signs: Record<string, number> } };
  assert.ok((country.signs.reuses ?? 0) >= 1, JSON.stringify(country.signs));
  assert.ok((country.signs.entries ?? 0) >= 1);
  const exported = await (await stranger.request.get('/netzwerk/eintraege.json')).json();
  const { entries } = exported as { entries: { parts: { title: string }; reuses: number; ars: string }[] };
  const entry = entries.find(({ parts }) => parts.title === 'Wasserstände im Bach melden');
  assert.deepEqual([entry?.reuses, entry?.ars], [1, twin.ars]);
  assert.ok(places.get(twin.ars));
});

test('no page asked another server, and none failed in the console', () =>
  assert.deepEqual(world.faults, []));
