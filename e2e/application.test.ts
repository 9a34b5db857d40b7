import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { Page } from 'playwright-core';
import { createAccount, createMailLink } from '../src/modules/accounts/index.ts';
import { faultsOf } from './sound-page.ts';
import { startWorld } from './world.ts';

const LEEZEN = '010605053053';
const KARLSRUHE = '082120000000';
const FORM = `/antrag/${LEEZEN}/bewohnerparkausweis`;
const PHONE = { javaScriptEnabled: false, viewport: { width: 320, height: 700 } };
const PDF = {
  name: 'schein.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.7\nSchein\n%%EOF'),
};
const world = await startWorld();

// Axe needs scripts of its own; it looks at the same page with them.
const isSound = async (page: Page): Promise<void> => {
  const seen = await world.open(new URL(page.url()).pathname);
  assert.deepEqual(await faultsOf(seen), [], page.url());
  await seen.context().close();
};

const workAt = async (ars: string, name: string): Promise<Page> => {
  const { database } = world.platform;
  const created = await createAccount(world.platform, `${name.toLowerCase()}@stadt.example`);
  assert.ok('personId' in created);
  await sql`insert into accounts.organisation (ars, id, kind, name, created_at)
    values (${ars}, ${ars}, 'municipality', ${name}, now()) on conflict do nothing`.execute(database);
  await sql`insert into accounts.role (ars, organisation_id, person_id, role, granted_at)
    values (${ars}, ${ars}, ${created.personId}, 'caseWorker', now())`.execute(database);
  const code = await createMailLink(world.platform, created.personId);
  const page = await world.open(`/anmelden/link?code=${code}`);
  await page.getByRole('button', { name: 'Jetzt anmelden' }).click();
  return page;
};

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Fills the form in as somebody does who has never seen it. */
const apply = async (page: Page, isLookedAt = false): Promise<void> => {
  const look = async () => isLookedAt && isSound(page);
  await page.goto(FORM);
  await look();
  await press(page, 'Antrag beginnen');
  await look();
  await page.getByRole('link', { name: 'Weiter ausfüllen' }).click();
  await look();
  await page.getByLabel('Vorname und Nachname').fill('Anna Muster');
  await page.getByLabel('Straße').fill('Am See');
  await page.getByLabel('Hausnummer').fill('3');
  await page.getByLabel('Postleitzahl').fill('2381');
  await press(page, 'Speichern und weiter');
  await page
    .getByRole('alert')
    .getByRole('link', { name: /fünf Ziffern/ })
    .click();
  assert.match(page.url(), /#postcode$/);
  assert.equal(await page.getByLabel('Vorname und Nachname').inputValue(), 'Anna Muster');
  await page.getByLabel('Postleitzahl').fill('23816');
  await press(page, 'Speichern und weiter');
  await look();
  await page.getByLabel('Kennzeichen', { exact: true }).fill('se-ab 123');
  await page
    .getByRole('group', { name: /auf Sie zugelassen/ })
    .getByLabel('Ja')
    .check();
  await press(page, 'Speichern und weiter');
  await look();
  await press(page, 'Speichern und weiter');
  await look();
  await page.getByLabel('Was ich angegeben habe, stimmt.').check();
  await press(page, 'Speichern und weiter');
  await page.getByRole('link', { name: 'Angaben prüfen und senden' }).click();
  await look();
  await page.getByText('30,70 €, zu zahlen, sobald das Amt Sie dazu auffordert').waitFor();
  await page.getByRole('link', { name: 'ändern Ihr Fahrzeug' }).click();
  assert.equal(await page.getByLabel('Kennzeichen', { exact: true }).inputValue(), 'SE-AB 123');
  await page.goBack();
  await press(page, 'Antrag jetzt senden');
  await page.getByText('Ihr Antrag ist gesendet.').waitFor();
};

/** Afterwards somebody says how easy it was; the town hall reads the comment without a name. */
const rate = async (phone: Page, worker: Page): Promise<void> => {
  await phone.getByRole('link', { name: 'Wie leicht war der Antrag?' }).click();
  await phone.getByLabel(/Was können wir besser machen/).fill('Das Kennzeichen stand an erster Stelle, gut.');
  await press(phone, 'Note abgeben');
  await phone.getByRole('alert').getByRole('link', { name: 'Wählen Sie eine Note.' }).waitFor();
  assert.match(await phone.getByLabel(/besser machen/).inputValue(), /Kennzeichen/);
  await isSound(phone);
  await phone.getByLabel('4 – eher leicht').check();
  await press(phone, 'Note abgeben');
  await phone.getByText('Ihre Note ist gezählt.').waitFor();
  await worker.goto(`/rathaus/${LEEZEN}/antraege/hinweise`);
  await worker.getByText('Das Kennzeichen stand an erster Stelle, gut.').waitFor();
  assert.deepEqual(await faultsOf(worker), []);
  const figures = await world.open('/leistungen/kennzahlen?ort=01060053', PHONE);
  await figures.getByText('Abschlussquote', { exact: true }).first().waitFor();
  await isSound(figures);
};

test('a parking permit on a phone without JavaScript: sent, asked back, completed from another device, decided', async () => {
  const phone = await world.open('/', PHONE);
  await apply(phone, true);
  await isSound(phone);
  const number = /Antrag (\S+)/.exec(await phone.locator('h1').innerText())?.[1] ?? '';
  const code = await phone.locator('.secret-code').innerText();

  const worker = await workAt(LEEZEN, 'Leezen');
  await worker.goto(`/rathaus/${LEEZEN}/antraege`);
  assert.deepEqual(await faultsOf(worker), []);
  await worker.getByRole('link', { name: number }).click();
  await worker.getByRole('button', { name: 'Ich bearbeite den Antrag' }).click();
  assert.deepEqual(await faultsOf(worker), []);
  await worker.getByLabel('Ihre Frage').fill('Bitte schicken Sie uns den Fahrzeugschein.');
  await worker.getByRole('button', { name: 'Frage senden' }).click();
  await worker.getByText('Die Frage ist gesendet.').waitFor();

  const library = await world.open(`/antrag/${LEEZEN}/stand`, PHONE);
  await isSound(library);
  await library.getByLabel('Vorgangsnummer (bei einem Entwurf frei lassen)').fill(number);
  await library.getByLabel('Code', { exact: true }).fill(code);
  await press(library, 'Antrag öffnen');
  await library.getByText('Bitte schicken Sie uns den Fahrzeugschein.').waitFor();
  await library.getByLabel('Datei nachreichen').setInputFiles(PDF);
  await press(library, 'Datei hochladen');
  await library.getByText('Die Datei ist angekommen.').waitFor();
  await library.getByLabel('Ihre Antwort').fill('Er liegt bei.');
  await press(library, 'Antwort senden');
  await library.getByText('Die Bearbeitung geht weiter.').waitFor();

  await worker.reload();
  await worker.getByText('Er liegt bei.').waitFor();
  await worker.getByRole('link', { name: /Datei 1 \(PDF\)/ }).waitFor();
  await worker.getByRole('button', { name: 'Bewilligen' }).click();
  await worker.getByText('Die Entscheidung ist gespeichert').waitFor();
  await phone.reload();
  await phone.getByText('Ihr Antrag ist bewilligt.').waitFor();
  const [letter] = await Promise.all([
    phone.waitForEvent('download'),
    phone.getByRole('link', { name: 'Bescheid als PDF laden' }).click(),
  ]);
  assert.match(letter.suggestedFilename(), /^bescheid-.*\.pdf$/);
  await rate(phone, worker);
  assert.deepEqual(world.faults, []);
});

test('another application is withdrawn, and another town sees nothing of it', async () => {
  const phone = await world.open('/', PHONE);
  await apply(phone);
  const number = /Antrag (\S+)/.exec(await phone.locator('h1').innerText())?.[1] ?? '';
  const eve = await workAt(KARLSRUHE, 'Karlsruhe');
  await eve.goto(`/rathaus/${KARLSRUHE}/antraege`);
  await eve.getByText('Hier liegt kein Antrag.').waitFor();
  await eve.goto(`/rathaus/${LEEZEN}/antraege`);
  await eve.getByText(number).waitFor({ state: 'detached' });
  await phone.getByRole('link', { name: 'Antrag zurückziehen' }).click();
  await isSound(phone);
  await press(phone, 'Ja, Antrag zurückziehen');
  await phone.getByText('Der Antrag ist zurückgezogen.').waitFor();
  assert.deepEqual(world.faults, []);
});
