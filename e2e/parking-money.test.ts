import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { moneySetting } from '../src/app/parking.ts';
import { parseConfig } from '../src/foundation/config/config.ts';
import { createAccount, createMailLink, inviteFirstAdministrator } from '../src/modules/accounts/index.ts';
import { parkingMoneyWork, parkingWork } from '../src/modules/parking/index.ts';
import { saveHost, savePool } from '../src/modules/parking/spaces/pool-store.ts';
import { faultsOf, overflowOf } from './sound-page.ts';
import { startWorld } from './world.ts';

const world = await startWorld();
const { pool: database } = world.platform.connection;
const phone = { width: 320, height: 700 };
const KARLSRUHE = '082120000000';
const HERE = 'lon=8.4037&lat=49.0093';
const money = moneySetting(
  world.platform,
  parseConfig({ ALLMENDE_DIR: `${world.mailFolder}/..`, PAYMENT: 'test' }),
);
const [time] = parkingWork(world.platform);
const [follow] = parkingMoneyWork(money);
const minute = async () => {
  await time?.run({}, async () => undefined);
  await follow?.run({}, async () => undefined);
};

/** A space that is always shared, of a person or of the town. */
const share = async (
  kind: 'household' | 'municipal',
  personId: string | null,
  north: number,
): Promise<void> => {
  const [id, hostId] = [world.platform.newId(), world.platform.newId()];
  const { database: tables, clock } = world.platform;
  await saveHost(
    tables,
    { ars: KARLSRUHE, id: hostId, kind, name: kind, personId, isDemonstration: false },
    clock(),
  );
  await savePool(
    tables,
    {
      ars: KARLSRUHE,
      id,
      hostId,
      facts: {
        name: 'Hof mit einem längeren Namen',
        kind: 'open',
        point: { lon: 8.4037, lat: 49.0093 + north },
        address: 'Ahornweg 7',
        capacity: 3,
        neighbourSpaces: 0,
        vehicleSize: 'car',
        hasCharging: false,
        audience: 'everybody',
        accessKind: 'open',
        centsPerHour: 100,
      },
      sealedAccess: null,
      permit: { answers: {}, verdict: 'green', checkedAt: clock() },
      state: 'shared',
      windows: [{ isOpen: true, weekdays: [], fromMinute: 0, toMinute: 1440, holidays: 'any' }],
    },
    clock(),
  );
};

const signIn = async (mail: string): Promise<{ page: Page; personId: string }> => {
  const created = await createAccount(world.platform, mail);
  assert.ok('personId' in created);
  const code = await createMailLink(world.platform, created.personId);
  const page = await world.open(`/anmelden/link?code=${code}`, { viewport: phone });
  await page.getByRole('button', { name: 'Jetzt anmelden' }).click();
  await page.getByRole('heading', { level: 1, name: 'Ihr Konto' }).waitFor();
  return { page, personId: created.personId };
};

let host: Page;
before(async () => {
  const signedIn = await signIn('ada@stadt.example');
  host = signedIn.page;
  await share('household', signedIn.personId, 0);
});

const isPdf = async (page: Page, href: string | null): Promise<void> => {
  const answer = await page.request.get(href ?? '');
  assert.equal(answer.status(), 200);
  const text = (await answer.body()).toString('latin1');
  for (const sign of ['%PDF-1.7', '/StructTreeRoot', '/Marked true']) assert.ok(text.includes(sign), sign);
};

test('a driver with a phone and no JavaScript pays in the test provider, parks, and has a receipt', async () => {
  const page = await world.open(`/parken?${HERE}`, { viewport: phone, javaScriptEnabled: false });
  const fits = async () => assert.ok((await overflowOf(page)) <= 0, page.url());
  await page.getByRole('button', { name: 'Platz versprechen lassen' }).click();
  await page.getByRole('heading', { level: 1, name: 'Noch nicht bezahlt' }).waitFor();
  await page.getByText(/bis 12:15 Uhr für Sie gehalten/).waitFor();
  await fits();
  await page.getByRole('link', { name: /2,00.*bezahlen/ }).click();
  await page.getByText('Testgeld: Hier zahlt niemand wirklich.').waitFor();
  await fits();
  await page.getByRole('button', { name: 'Testzahlung zusagen' }).click();
  await page.getByRole('heading', { level: 1, name: 'Versprochen' }).waitFor();
  await fits();
  await minute();
  await page.goto(page.url().replace(/\?.*/, ''));
  await page.getByRole('button', { name: 'Ich bin da' }).click();
  await page.getByRole('button', { name: 'Ich fahre ab' }).click();
  await minute();
  await page.goto(page.url().replace(/\?.*/, ''));
  await page.getByText(/^Bezahlt\. Zahlungsdienst/).waitFor();
  await fits();
  await isPdf(page, await page.getByRole('link', { name: /Quittung Q-/ }).getAttribute('href'));
});

test('a host tells the tax office’s facts and finds credit note and yearly report', async () => {
  const isSound = async () => assert.deepEqual(await faultsOf(host), [], host.url());
  await host.goto('/parken/teilen');
  await host.getByRole('link', { name: 'Geld, Gutschriften und Angaben für das Finanzamt' }).click();
  await host.getByText(/Ihr Guthaben beim Zahlungsdienst: 2,00/).waitFor();
  await isSound();
  await host.getByRole('link', { name: 'Angaben für das Finanzamt' }).click();
  await isSound();
  await host.getByRole('button', { name: 'Speichern' }).click();
  await host.getByRole('alert').waitFor();
  await isSound();
  for (const [label, value] of [
    ['Vorname (Privatperson)', 'Ada'],
    ['Nachname (Privatperson)', 'Beispiel'],
    ['Geburtsdatum (Privatperson)', '1980-02-29'],
    ['Straße', 'Ahornweg'],
    ['Hausnummer', '7'],
    ['Postleitzahl', '76131'],
    ['Ort', 'Karlsruhe'],
    ['Steuer-Identifikationsnummer; bei Firmen und Vereinen die Steuernummer', '86095742719'],
    ['Kontoinhaber', 'Ada Beispiel'],
    ['IBAN', 'DE02120300000000202051'],
  ] as const)
    await host.getByLabel(label, { exact: true }).fill(value);
  await host.getByRole('button', { name: 'Speichern' }).click();
  await host.getByText('Ihre Angaben sind vollständig', { exact: false }).waitFor();
  const [, , ofMonths] = parkingMoneyWork({ ...money, clock: () => new Date('2026-12-01T04:00Z') });
  assert.deepEqual(await ofMonths?.run({}, async () => undefined), { issued: 1 });
  await host.reload();
  await isSound();
  await isPdf(host, await host.getByRole('link', { name: /Gutschrift G-.*2,00/ }).getAttribute('href'));
  await host.getByRole('link', { name: 'Ihre Kopie für 2026 ansehen' }).click();
  await host.getByRole('heading', { level: 1, name: 'Ihre Meldung für 2026' }).waitFor();
  await isSound();
  await isPdf(host, await host.getByRole('link', { name: 'als PDF' }).getAttribute('href'));
});

test('a driver pays the town by direct debit; its desk has the claim, the file for the bank and the balances', async () => {
  await database.query("update parking.pool set state = 'stopped'");
  await share('municipal', null, 0.0005);
  const invited = await inviteFirstAdministrator(
    world.platform,
    { ars: KARLSRUHE, id: KARLSRUHE, kind: 'municipality', name: 'Karlsruhe' },
    'eve@karlsruhe.example',
  );
  assert.ok('code' in invited);
  const desk = await world.open(`/einladung?code=${invited.code}`);
  await desk.getByRole('button').last().click();
  await desk.waitForLoadState();
  await database.query(
    `insert into accounts.role (ars, organisation_id, person_id, role, granted_at)
     select $1, $1, id, 'digitalOfficer', now() from accounts.person where mail = 'eve@karlsruhe.example'`,
    [KARLSRUHE],
  );
  const isSound = async (page: Page) => assert.deepEqual(await faultsOf(page), [], page.url());
  await desk.goto(`/rathaus/${KARLSRUHE}/parken`);
  await desk.getByRole('link', { name: 'Geld aus den Parkplätzen der Stadt' }).click();
  await isSound(desk);
  for (const [label, value] of [
    ['Name der Stadt als Gläubigerin', 'Stadt Karlsruhe'],
    ['Anschrift', 'Marktplatz 1, 76131 Karlsruhe'],
    ['IBAN', 'DE02120300000000202051'],
    ['Gläubiger-Identifikationsnummer, für Lastschriften', 'DE98ZZZ09999999999'],
  ] as const)
    await desk.getByLabel(label, { exact: true }).fill(value);
  await desk.getByRole('button', { name: 'Speichern' }).click();
  await desk.getByText('Gespeichert.').waitFor();

  const page = await world.open(`/parken?${HERE}`, { viewport: phone });
  await page.getByRole('button', { name: 'Platz versprechen lassen' }).click();
  await page.getByRole('link', { name: 'Zahlungsart wählen' }).click();
  await isSound(page);
  await page.getByLabel('Lastschrift (SEPA)').check();
  await page.getByRole('button', { name: 'Zahlungspflichtig buchen' }).click();
  await page.getByRole('alert').waitFor();
  await isSound(page);
  for (const [label, value] of [
    ['Vor- und Nachname', 'Bo Beispiel'],
    ['Straße und Hausnummer', 'Weg 1'],
    ['Postleitzahl', '76131'],
    ['Ort', 'Karlsruhe'],
    ['IBAN, nur für die Lastschrift', 'DE02500105170137075030'],
  ] as const)
    await page.getByLabel(label, { exact: true }).fill(value);
  await page.getByLabel('Ich erlaube der Stadt', { exact: false }).check();
  await page.getByRole('button', { name: 'Zahlungspflichtig buchen' }).click();
  await page.getByRole('heading', { level: 1, name: 'Versprochen' }).waitFor();
  await isSound(page);
  await minute();
  await page.goto(page.url().replace(/\?.*/, ''));
  await page.getByRole('button', { name: 'Ich bin da' }).click();
  await page.getByRole('button', { name: 'Ich fahre ab' }).click();
  await minute();

  await desk.goto(`/rathaus/${KARLSRUHE}/parken/geld`);
  await desk.getByText('R-082120000000-2026-000001').first().waitFor();
  await isSound(desk);
  await desk.getByRole('button', { name: 'Lastschriftdatei erzeugen' }).click();
  await desk.getByText('Die Lastschriftdatei ist da.').waitFor();
  const href = await desk.getByRole('link', { name: /^Einzug am 24\.11\.2026/ }).getAttribute('href');
  assert.match(await (await desk.request.get(href ?? '')).text(), /pain\.008\.001\.08[\s\S]*Bo Beispiel/);
  await desk.getByRole('button', { name: /^Als bezahlt buchen/ }).click();
  await desk.getByText('Als bezahlt gebucht.').waitFor();
  await isSound(desk);
  assert.deepEqual(world.faults, []);
});
