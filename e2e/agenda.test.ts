import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { organisationsOf } from '../src/app/desk/organisations.ts';
import { consumers } from '../src/app/domain-events.ts';
import { deliverEvents } from '../src/foundation/events/deliver-events.ts';
import { seedOrganisation } from '../src/modules/accounts/index.ts';
import { aProgramme } from '../src/modules/funding/programme.builder.ts';
import { insertProgramme } from '../src/modules/funding/programmes/programme-store.ts';
import { seedKnowledgeDemonstration } from '../src/modules/knowledge/index.ts';
import { loadPlaceIndex } from '../src/modules/municipalities/index.ts';
import { faultsOf } from './sound-page.ts';
import { staffOf } from './staff.ts';
import { startWorld } from './world.ts';

// From an empty small town to a paper for its council, in one sitting.
const LEEZEN = '010605053053';
const KARLSRUHE = '082120000000';
const world = await startWorld();
const { platform } = world;
const { accept, mailedLink, officer } = await staffOf(world);
const desk = (path = '') => `/rathaus/${LEEZEN}/agenda${path}`;
const isSound = async (page: Page): Promise<void> => assert.deepEqual(await faultsOf(page), [], page.url());

let page: Page;
const measures: string[] = [];

test('a short self-check shows two gaps, and both become measures', async () => {
  page = await officer('01060053', LEEZEN, 'anna@leezen.example', ['digitalOfficer', 'editor']);
  await page.goto(desk());
  await isSound(page);
  await page.getByRole('link', { name: 'Selbstcheck' }).click();
  await isSound(page);
  for (const question of ['admin-online', 'energy-meter']) {
    await page.locator(`[name="heute-${question}"]`).selectOption('0');
    await page.locator(`[name="ziel-${question}"]`).selectOption('3');
  }
  await page.getByRole('button', { name: 'Antworten speichern' }).click();
  await page.getByText('2 Antworten gespeichert').waitFor();
  for (const question of ['admin-online', 'energy-meter']) {
    await page.goto(desk('/selbstcheck/ergebnis'));
    await isSound(page);
    const form = page.locator(`form:has(input[value="${question}"])`);
    await form.locator('[name="entscheidung"]').selectOption('act');
    await form.getByRole('button', { name: /Entscheiden/ }).click();
    await page.waitForURL(/massnahmen/);
    await isSound(page);
    measures.push(new URL(page.url()).pathname);
  }
});

test('an entry of another town is reused, and becomes the third measure', async () => {
  const karlsruhe = organisationsOf(await loadPlaceIndex(platform.database)).find(KARLSRUHE);
  assert.ok(karlsruhe);
  await seedOrganisation(platform, karlsruhe, []);
  await seedKnowledgeDemonstration(platform, { organisation: karlsruhe });
  await page.goto('/netzwerk/bibliothek?ort=01060053&q=Sensoren');
  await page.getByRole('link', { name: 'Sensoren im Stadtgebiet beschaffen' }).click();
  await page.getByRole('link', { name: 'Das hier planen' }).click();
  await page.getByRole('button', { name: 'Für Leezen festhalten' }).click();
  await page.getByText('Die andere Stelle erfährt davon').waitFor();
  const delivered = await deliverEvents(platform, consumers, (_, error) => {
    throw error;
  });
  assert.equal(delivered.delivered, 1);
  await page.goto(desk());
  await page.getByRole('link', { name: 'Sensoren im Stadtgebiet beschaffen' }).click();
  measures.push(new URL(page.url()).pathname);
});

test('each measure gets a person, money and time', async () => {
  for (const [at, measure] of measures.entries()) {
    await page.goto(`${measure}/grund`);
    await isSound(page);
    await page.locator('[name="lead"]').selectOption({ index: 1 });
    await page.locator('[name="leadRole"]').fill('Bürgerbüro');
    await page.locator('[name="feld-administration"]').check();
    await page.locator('[name="state"][value="planned"]').check();
    await page.locator('[name="isPublic"]').check();
    await page.getByRole('button', { name: 'Speichern' }).click();
    await page.getByText('Gespeichert.').waitFor();
    await page.goto(`${measure}/geld`);
    await isSound(page);
    await page.locator('[name="once-2027"]').fill(at === 0 ? '20.000' : '9.000');
    await page.locator('[name="benefit"]').selectOption('4');
    await page.getByRole('button', { name: 'Speichern' }).click();
    await page.getByText('Gespeichert.').waitFor();
  }
  await page.goto(desk());
  await isSound(page);
  await page.getByText('3 Maßnahmen bewegen sich').waitFor();
});

test('a conflict between two of them is entered with its reason, and shown at the measure', async () => {
  await page.goto(desk('/wirkungen'));
  await isSound(page);
  const [one = '', two = ''] = measures.map((path) => path.split('/').at(-1));
  await page.locator('[name="from"]').selectOption(`measure:${one}`);
  await page.locator('[name="kind"]').selectOption('hinders');
  await page.locator('[name="to"]').selectOption(`measure:${two}`);
  await page.locator('[name="strength"][value="2"]').check();
  await page.locator('[name="reason"]').fill('Beide brauchen dieselbe Person.');
  await page.locator('form:has([name="from"]) button[type="submit"]').first().click();
  await page.getByText('Beide brauchen dieselbe Person.').first().waitFor();
  await isSound(page);
  await page.goto(`${measures[0]}/wechselwirkungen`);
  await page.getByText('Beide brauchen dieselbe Person.').first().waitFor();
  await isSound(page);
});

test('a risk, and the assessment of its consequences, signed by somebody else', async () => {
  await page.goto(`${measures[0]}/risiken`);
  await page.locator('[name="text"]').fill('Wer kein Netz hat, bleibt außen vor.');
  await page.getByRole('button', { name: 'Risiko eintragen' }).click();
  await page.getByText('Wer kein Netz hat, bleibt außen vor.').first().waitFor();
  await isSound(page);
  await page.getByRole('link', { name: 'Datenschutz-Folgenabschätzung' }).click();
  await isSound(page);
  await page.locator('[name="personal"][value="ja"]').check();
  for (const tick of ['merkmal-large-scale', 'merkmal-vulnerable'])
    await page.locator(`[name="${tick}"]`).check();
  for (const name of ['description', 'purpose', 'necessity', 'dangers', 'safeguards', 'officer'])
    await page.locator(`[name="${name}"]`).fill(`Text zu ${name}.`);
  await page.getByRole('button', { name: 'Speichern' }).click();
  await page.getByText('Zwei oder mehr Merkmale').waitFor();
  await page.goto(`/rathaus/${LEEZEN}/menschen`);
  await page.getByLabel('E-Mail-Adresse').fill('dora@leezen.example');
  await page.getByLabel('Rolle', { exact: true }).selectOption('dataProtectionOfficer');
  await page.getByRole('button', { name: 'Einladung senden' }).click();
  await page.getByText('Die Einladung ist unterwegs').waitFor();
  const second = await accept(await mailedLink('dora@leezen.example'));
  await second.goto(`${measures[0]}/folgen`);
  await second.locator('[name="role"]').fill('Datenschutzbeauftragte');
  await isSound(second);
  await second.getByRole('button', { name: 'Freigeben' }).click();
  await second.getByText('Freigegeben am').waitFor();
});

test('one programme fits with its reason, another one does not with its reason', async () => {
  const karlsruhe = { ars: KARLSRUHE, id: KARLSRUHE };
  const fits = aProgramme({ title: 'Gute Ämter', fields: { ids: ['administration'], rest: '' } });
  const refuses = aProgramme({ title: 'Nur Bayern', area: ['09'], areaText: 'Bayern' });
  for (const facts of [fits, refuses])
    await insertProgramme(platform.database, karlsruhe, {
      id: platform.newId(),
      facts,
      now: platform.clock(),
    });
  await page.goto(measures[0] ?? '');
  await page.getByRole('link', { name: 'Passende Förderung' }).click();
  await isSound(page);
  const text = await page.locator('main').innerText();
  assert.match(text, /Gute Ämter/);
  assert.match(text, /Nur Bayern/);
  assert.match(text, /Bayern/);
});

test('the paper for the council is a tagged PDF, and the agenda is public', async () => {
  await page.goto(measures[0] ?? '');
  await page.getByRole('link', { name: 'Vorlage für den Rat' }).click();
  await isSound(page);
  await page.locator('form button[type="submit"]').first().click();
  await page.waitForURL(/vorlagen\/[0-9a-f-]{36}/);
  await isSound(page);
  await page.locator('[name="body"]').fill('Gemeindevertretung');
  await page.locator('[name="sittingOn"]').fill('2026-12-10');
  await page.locator('[name="proposal"]').fill('Die Gemeinde bringt zehn Anträge ins Netz.');
  await page.locator('form:has([name="proposal"]) button[type="submit"]').first().click();
  await page.waitForLoadState();
  const pdf = await (await page.request.get(`${new URL(page.url()).pathname}/pdf`)).body();
  assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
  await page.goto(desk('/ziele'));
  await isSound(page);
  await page.locator('[name="vision"]').fill('Alle erledigen das Wichtigste, ohne zu fahren.');
  await page.getByRole('button', { name: 'Speichern', exact: true }).click();
  await page.getByText('Gespeichert.').waitFor();
  await page.getByRole('button', { name: 'Als neue Fassung veröffentlichen' }).click();
  await page.getByText('Fassung 1 ist öffentlich').waitFor();
  const resident = await world.open('/agenda/leezen-01060053');
  await isSound(resident);
  await resident.getByRole('link', { name: /häufigsten Anträge/ }).click();
  await isSound(resident);
  await resident.getByText('Bürgerbüro').waitFor();
  await resident.getByRole('link', { name: 'Meinung sagen' }).click();
  await resident.locator('[name="text"]').fill('Bitte auch mit Vorlesen.');
  await isSound(resident);
  await resident.getByRole('button', { name: 'Absenden' }).click();
  await resident.getByText('Ihr Text ist angekommen').waitFor();
  await page.goto(`/rathaus/${LEEZEN}/mitmachen`);
  await page.getByText('Bitte auch mit Vorlesen.').waitFor();
  await isSound(page);
});

test('who steers, who can do what, and how it goes on without machines', async () => {
  for (const path of ['/steuerung', '/mitarbeit', '/notfall', '/einlesen', '/selbstcheck/raster']) {
    await page.goto(desk(path));
    await page.locator('details').evaluateAll((all) => {
      for (const one of all) (one as HTMLDetailsElement).open = true;
    });
    await isSound(page);
  }
});

test('no page asked another server, and none failed in the console', () =>
  assert.deepEqual(world.faults, []));
