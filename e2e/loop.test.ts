import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { consumers } from '../src/app/domain-events.ts';
import { deliverEvents } from '../src/foundation/events/deliver-events.ts';
import { anySeries, normalOf, seeded } from '../src/foundation/statistics/series.builder.ts';
import { aCaseStudy } from '../src/modules/knowledge/library/entry.builder.ts';
import { faultsOf } from './sound-page.ts';
import { staffOf } from './staff.ts';
import { startWorld } from './world.ts';

// One idea goes round: learnt from one town, planned in the next, taken up by a sprint, tried, measured, written down, and taken
// on by a third.
const LEEZEN = '010605053053';
const KARLSRUHE = '082120000000';
const DROCHTERSEN = '033590013013';
const MAIL = 'anna@leezen.example';
const world = await startWorld();
const { officer, signIn } = await staffOf(world);
const isSound = async (page: Page): Promise<void> => assert.deepEqual(await faultsOf(page), [], page.url());
const deliver = () =>
  deliverEvents(world.platform, consumers, (_, error) => {
    throw error;
  });
const fillIn = async (page: Page, values: Record<string, string>): Promise<void> => {
  for (const [name, value] of Object.entries(values)) {
    const field = page.locator(`[name="${name}"]`);
    const kind = await field.first().evaluate((element) => (element as HTMLInputElement).type);
    if (kind === 'radio') await page.locator(`[name="${name}"][value="${value}"]`).check();
    else if (kind.startsWith('select')) await field.selectOption(value);
    else await field.fill(value);
  }
};
const writeEntry = async (page: Page, parts: Record<string, string>): Promise<void> => {
  await fillIn(page, parts);
  await page.getByRole('button', { name: 'Entwurf speichern' }).click();
  await page.getByText('Gespeichert.').waitFor();
  await page.getByRole('button', { name: 'Jetzt veröffentlichen' }).click();
  await page.getByText('Alle können es jetzt lesen').waitFor();
};
const takeOver = async (page: Page, title: string, town: string, place: string): Promise<void> => {
  await page.goto(`/netzwerk/bibliothek?ort=${place}&q=${encodeURIComponent(title)}`);
  await page.getByRole('link', { name: title }).click();
  await page.getByRole('link', { name: 'Das hier planen' }).click();
  await page.locator('[name="genannt"]').check();
  await page.getByRole('button', { name: `Für ${town} festhalten` }).click();
  await page.getByText('Die andere Stelle erfährt davon').waitFor();
  await deliver();
};

let page: Page;
let measure: string;
let pilot: string;

test('a town has written down what it did, and another one plans with it', async () => {
  const karlsruhe = await officer('08212000', KARLSRUHE, 'eve@karlsruhe.example', ['digitalOfficer']);
  await karlsruhe.goto(`/rathaus/${KARLSRUHE}/wissen`);
  await karlsruhe.getByLabel('Was möchten Sie schreiben?').selectOption('caseStudy');
  await karlsruhe.getByRole('button', { name: 'Entwurf anlegen' }).click();
  await writeEntry(karlsruhe, aCaseStudy({ title: 'Radstraße auf Probe', field: 'mobility' }));
  page = await officer('01060053', LEEZEN, MAIL, ['digitalOfficer', 'editor']);
  await takeOver(page, 'Radstraße auf Probe', 'Leezen', '01060053');
  await page.goto(`/rathaus/${LEEZEN}/agenda`);
  await page.getByRole('link', { name: 'Radstraße auf Probe' }).click();
  measure = new URL(page.url()).pathname;
  await page.goto(`${measure}/grund`);
  await page.locator('[name="leadRole"]').fill('Verkehrsplanung');
  await page.locator('[name="feld-mobility"]').check();
  await page.locator('[name="state"][value="running"]').check();
  await page.locator('[name="isPublic"]').check();
  await page.getByRole('button', { name: 'Speichern' }).click();
  await page.getByText('Gespeichert.').waitFor();
  await page.goto(measure);
  await page.getByRole('button', { name: 'Als Praxisbeispiel weitergeben' }).click();
  await page.getByText('In höchstens einer Minute liegt der Entwurf').waitFor();
  await deliver();
});

// 110 days before the start, 56 days of the run; the first street rises by 40 % when it becomes one for bicycles.
const [BEFORE, RUN] = [110, 56];
const FIRST = Date.parse('2026-08-04');
const dayAt = (day: number) => new Date(FIRST + day * 86_400_000).toISOString().slice(0, 10);
const random = seeded(4);
const weather = Array.from({ length: BEFORE + RUN }, () => 0.15 * normalOf(random));
const streets = ['Dorfstraße', 'Bergweg', 'Am Bach', 'Mühlenweg'].map((name, street) => ({
  name,
  lines: anySeries(random, {
    days: BEFORE + RUN,
    lasting: 0.03,
    passing: 0.03,
    start: BEFORE,
    change: street === 0 ? Math.log(1.4) : 0,
  }).map(({ at, log }) => `${dayAt(at)};${Math.round(Math.exp(log + (weather[at] ?? 0)))}`),
}));
const bring = async (from: number, to: number): Promise<void> => {
  for (const { name, lines } of streets) {
    await page.goto(pilot);
    await page.locator('details').evaluateAll((all) => {
      for (const one of all) (one as HTMLDetailsElement).open = true;
    });
    const werte = ['Tag;Räder', ...lines.slice(from, to)].join('\n');
    await fillIn(page, { name, einheit: 'Räder je Tag', quelle: 'eigene Zählung', werte });
    await page.locator('form:has([name="werte"]) button[type="submit"]').click();
    await page.waitForLoadState();
  }
};

test('nobody answers for it yet: a sprint room takes it up, and decides to try it', async () => {
  await page.goto(`/rathaus/${LEEZEN}/sprints`);
  await page.getByLabel('Welcher Teil des Ortes?').fill('Dorfstraße');
  await page.getByRole('button', { name: 'Beginnen' }).click();
  await page.getByLabel('Radstraße auf Probe', { exact: false }).check();
  await page.getByRole('button', { name: 'Ausgewähltes in den Raum nehmen' }).click();
  await page.getByLabel('Frage, die der Sprint').fill('Wie wird die Dorfstraße sicher?');
  await page.getByLabel('Wer antwortet dafür?').fill('Verkehrsplanung');
  await page.getByRole('button', { name: 'Speichern', exact: true }).click();
  await page.getByRole('button', { name: 'Raum öffnen' }).click();
  await page.getByRole('link', { name: 'Raum leiten' }).click();
  await page.getByLabel('Das haben wir entschieden').fill('Acht Wochen auf Probe');
  await page.getByLabel('Warum', { exact: true }).fill('Dann sehen wir, ob mehr Rad fahren.');
  await page.getByRole('button', { name: 'Entscheidung speichern' }).click();
  await page.getByLabel('Was soll daraus werden?').selectOption('pilot');
  await page.getByLabel('Name', { exact: true }).fill('Radstraße in der Dorfstraße');
  await page.getByRole('button', { name: 'Weitergeben' }).click();
  await page.waitForLoadState();
  await deliver();
});

test('it is tried by a plan that is fixed before the start', async () => {
  await page.goto(`/rathaus/${LEEZEN}/pilotprojekte`);
  await page.getByRole('link', { name: 'Radstraße in der Dorfstraße' }).click();
  pilot = new URL(page.url()).pathname;
  await bring(0, BEFORE);
  await page.goto(pilot);
  await isSound(page);
  await fillIn(page, {
    ziel: 'Mehr Menschen fahren sicher Rad.',
    hypothese: 'Ohne Durchgangsverkehr trauen sich mehr.',
    aufgabe: 'Verkehrsplanung',
    mindestens: '10',
    methode: 'differences',
    vorher_von: dayAt(0),
    start: dayAt(BEFORE),
    ende: dayAt(BEFORE + RUN - 1),
  });
  await page.locator('[name="massnahme"]').selectOption(measure.split('/').at(-1) ?? '');
  for (const { name } of streets)
    await page
      .getByLabel(name, { exact: false })
      .first()
      .selectOption(name === 'Dorfstraße' ? 'indicator' : 'comparison');
  await page.locator('form:has([name="ziel"]) button[type="submit"]').first().click();
  await page.getByText('Mit diesen Reihen sehen Sie nach').waitFor();
  await page.getByRole('button', { name: /Plan und Ausgangswerte festlegen/ }).click();
  await page.getByText('Prüfsumme des Plans').waitFor();
  await isSound(page);
});

test('two months later the effect is measured, published, and stands at the measure', async () => {
  world.setNow(new Date('2027-02-01T11:00:00Z'));
  await signIn(page, MAIL);
  await bring(BEFORE, BEFORE + RUN);
  await page.goto(pilot);
  await page.locator(`form[action$="/auswerten"] button`).click();
  await page.getByText('Dorfstraße: +').first().waitFor();
  await isSound(page);
  await fillIn(page, { empfehlung: 'scale' });
  await page
    .locator('form[action$="/veroeffentlichen"] [name="text"]')
    .fill('Wir machen das in zwei weiteren Straßen.');
  await page.locator('form[action$="/veroeffentlichen"] button[type="submit"]').click();
  await page.waitForLoadState();
  await deliver();
  await page.goto(`${measure}/wirkung`);
  await fillIn(page, { offeredName: 'Radstraße Dorfstraße', offeredAddress: '/?ort=01060053' });
  await page.getByRole('button', { name: 'Speichern' }).click();
  await page.getByText('Gespeichert.').waitFor();
  const resident = await world.open(`/agenda/massnahme/${measure.split('/').at(-1)}`);
  await resident.getByText('Pilotprojekt „Radstraße in der Dorfstraße“').waitFor();
  await resident.getByRole('link', { name: 'Radstraße Dorfstraße' }).waitFor();
  await isSound(resident);
});

test('what was learnt is written down, a third town takes it on, and everybody can follow the idea', async () => {
  await page.goto(`/rathaus/${LEEZEN}/wissen`);
  await page
    .getByRole('link', { name: /Radstraße auf Probe/ })
    .first()
    .click();
  await writeEntry(page, aCaseStudy({ title: 'Radstraße im Dorf', field: 'mobility' }));
  const third = await officer('03359013', DROCHTERSEN, 'ben@drochtersen.example', ['digitalOfficer']);
  await takeOver(third, 'Radstraße im Dorf', 'Drochtersen', '03359013');
  const stranger = await world.open('/kreislauf');
  await isSound(stranger);
  const idea = stranger.locator('section', { hasText: 'Radstraße auf Probe' }).first();
  const text = await idea.innerText();
  for (const reached of [
    'Karlsruhe',
    'Radstraße auf Probe (Leezen)',
    'Radstraße in der Dorfstraße',
    'Radstraße Dorfstraße',
    'Radstraße im Dorf',
    'Drochtersen',
  ])
    assert.ok(text.includes(reached), `${reached} is missing in: ${text}`);
  assert.equal(await idea.locator('a[href^="/sprints/"]').count(), 1);
  await idea.getByRole('link', { name: 'Radstraße im Dorf' }).click();
  await stranger.getByText('Radstraße in der Dorfstraße: Dorfstraße +').waitFor();
});

test('no page asked another server, and none failed in the console', () =>
  assert.deepEqual(world.faults, []));
