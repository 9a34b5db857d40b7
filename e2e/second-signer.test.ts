import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { faultsOf } from './sound-page.ts';
import { startWorld } from './world.ts';

const FORM = '/antrag/010605053053/ferienpass';
const PHONE = { javaScriptEnabled: false, viewport: { width: 320, height: 700 } };
const world = await startWorld();

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const choose = (page: Page, group: RegExp, answer: string) =>
  page.getByRole('group', { name: group }).getByLabel(answer, { exact: true }).check();

// Axe needs scripts of its own; it looks at the same page with them.
const isSound = async (page: Page): Promise<void> => {
  const seen = await world.open(new URL(page.url()).pathname);
  assert.deepEqual(await faultsOf(seen), [], page.url());
  await seen.context().close();
};

/** Up to the first signature. @returns the link for the second person. */
const signForChild = async (page: Page): Promise<string> => {
  await page.goto(FORM);
  await press(page, 'Antrag beginnen');
  await page.getByRole('link', { name: 'Weiter ausfüllen' }).click();
  await isSound(page);
  await choose(page, /Für wen stellen Sie den Antrag/, 'Für ein minderjähriges Kind');
  await press(page, 'Speichern und weiter');
  await isSound(page);
  await page.getByLabel('Für wen: voller Name').fill('Mia Muster');
  await page.getByLabel('Geburtstag des Kindes').fill('3. März 2019');
  await page.getByLabel('Wer handelt: Ihr voller Name').fill('Anna Muster');
  await choose(page, /für das Kind handeln/, 'Ich habe das Sorgerecht');
  await press(page, 'Speichern und weiter');
  await choose(page, /Schwimmbad/, 'Ja');
  await choose(page, /Sorgerecht gemeinsam/, 'Ja');
  await press(page, 'Speichern und weiter');
  await page.getByLabel('Was ich angegeben habe, stimmt.').check();
  await press(page, 'Speichern und weiter');
  await page.getByRole('link', { name: 'Angaben prüfen und senden' }).click();
  await isSound(page);
  await press(page, 'Unterschreiben und Link bekommen');
  await page.getByRole('heading', { name: 'Wartet auf die zweite Unterschrift' }).waitFor();
  const wide = await page
    .locator('.secret-code')
    .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
  assert.ok(wide <= 0, 'the link breaks');
  return (await page.locator('.secret-code').innerText()).replace(/\s/g, '');
};

test('two parents, two phones without JavaScript: declined, changed, signed by both, sent', async () => {
  const anna = await world.open('/', PHONE);
  const first = await signForChild(anna);
  const ben = await world.open(first, PHONE);
  await isSound(ben);
  await ben.getByText('Mia Muster').waitFor();
  await ben.getByLabel('Grund (freiwillig)').fill('Mia kann noch nicht schwimmen.');
  await press(ben, 'Nicht unterschreiben');
  await ben.getByRole('heading', { name: 'Sie haben nicht unterschrieben.' }).waitFor();
  await ben.goto(first);
  await ben.getByRole('heading', { name: 'Dieser Link gilt nicht' }).waitFor();

  await anna.goto(new URL(anna.url()).pathname.replace('/absenden', ''));
  await anna.getByText('Mia kann noch nicht schwimmen.').waitFor();
  await isSound(anna);
  await anna.getByRole('link', { name: 'Der Ferienpass' }).click();
  await choose(anna, /Schwimmbad/, 'Nein');
  await press(anna, 'Speichern und weiter');
  await anna.getByRole('link', { name: 'Zurück zur Übersicht' }).click();
  await anna.getByRole('link', { name: 'Angaben prüfen und senden' }).click();
  await press(anna, 'Unterschreiben und Link bekommen');
  const second = (await anna.locator('.secret-code').innerText()).replace(/\s/g, '');
  const mine = new URL(anna.url()).pathname.replace('/absenden', '');
  await anna.goto(mine);
  await isSound(anna);

  await ben.goto(second);
  await press(ben, 'Unterschreiben und Antrag senden');
  await ben.getByRole('alert').getByRole('link', { name: /Namen/ }).click();
  assert.match(ben.url(), /#name$/);
  await ben.getByLabel('Ihr Vorname und Nachname').fill('Ben Muster');
  await ben.getByLabel(/stimme dem Antrag zu/).check();
  await press(ben, 'Unterschreiben und Antrag senden');
  await ben.getByRole('heading', { name: 'Der Antrag ist gesendet.' }).waitFor();
  await isSound(ben);

  await anna.reload();
  await anna.getByText(/Ben Muster, 22\.11\.2026/).waitFor();
  await isSound(anna);
  assert.deepEqual(world.faults, []);
});
