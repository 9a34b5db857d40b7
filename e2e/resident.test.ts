import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startWorld } from './world.ts';

const world = await startWorld();

const noScript = { javaScriptEnabled: false };

test('a resident without JavaScript finds a playground near Karlsruhe that is open now', async () => {
  const page = await world.open('/', noScript);
  await page.getByLabel('Ort oder Postleitzahl').fill('Karlsruhe');
  await page.getByRole('button', { name: 'Anzeigen' }).click();
  assert.match(await page.getByRole('heading', { level: 1 }).innerText(), /Hier und jetzt: Karlsruhe/);
  await page.getByText('Weitere Filter').click();
  await page.getByLabel('Art des Angebots').selectOption('playground');
  await page.getByLabel('Jetzt offen').check();
  await page.getByRole('button', { name: 'Anzeigen' }).first().click();
  await page.waitForURL(/kategorie=playground/);
  const names = await page.locator('.offer__name').allInnerTexts();
  assert.deepEqual(names, ['Spielplatz am Lindenhain', 'Spielplatz Drachenwiese']);
  assert.match(
    await page.locator('.offer').first().innerText(),
    /offen bis 20:00 Uhr[\s\S]*Spielplatz · 400 m/,
  );
  await page.getByRole('link', { name: 'Spielplatz am Lindenhain' }).click();
  assert.match(page.url(), /ort=08212000/);
  assert.match(
    await page.locator('main').innerText(),
    /Erfundenes Beispiel[\s\S]*Quelle: Erfunden zur Vorführung/,
  );
});

test('a filter is a link that takes it out again, and the page is in the address', async () => {
  const page = await world.open('/?ort=Karlsruhe&frei=1', noScript);
  assert.match(await page.locator('.summary').innerText(), /Angebote im Umkreis von 10 km/);
  await page.getByRole('link', { name: 'Filter »Kostenlos« entfernen' }).click();
  assert.doesNotMatch(page.url(), /frei/);
  await page.getByRole('link', { name: 'Nächste Seite' }).click();
  assert.match(page.url(), /seite=2/);
});

test('neighbours are in the list with their town, what is cancelled stays visible', async () => {
  const page = await world.open('/?ort=Karlsruhe&umkreis=25', noScript);
  const texts = await page.locator('.offer').allInnerTexts();
  assert.ok(texts.some((text) => /Nachtführung durch die Altstadt[\s\S]*abgesagt/.test(text)));
  const far = await world.open('/?ort=Karlsruhe&umkreis=25&kategorie=market', noScript);
  assert.ok(
    (await far.locator('.offer').allInnerTexts()).some((text) => /Rheinstetten|Bretten|Rastatt/.test(text)),
  );
});

test('a report of a mistake is refused with its text kept, then taken', async () => {
  const list = await world.open('/?ort=Karlsruhe&kategorie=museum', noScript);
  await list.locator('.offer__name a').first().click();
  await list.getByText('Stimmt etwas nicht?').click();
  await list.getByLabel('Was ist falsch?').fill('weg');
  await list.getByRole('button', { name: 'Fehler melden' }).click();
  await list.locator('[aria-invalid="true"]').waitFor();
  assert.match(await list.title(), /^Fehler:/);
  assert.equal(await list.getByLabel('Was ist falsch?').inputValue(), 'weg');
  assert.equal(await list.getByLabel('Was ist falsch?').getAttribute('aria-invalid'), 'true');
  await list.getByLabel('Was ist falsch?').fill('Das Museum ist umgezogen.');
  await list.getByRole('button', { name: 'Fehler melden' }).click();
  assert.equal(await list.getByRole('heading', { level: 1 }).innerText(), 'Ihre Meldung ist da');
});

test('a postcode of several municipalities is asked about, never guessed', async () => {
  const page = await world.open('/?ort=54298', noScript);
  assert.match(await page.locator('main').innerText(), /Wir raten nicht/);
  const choices = page.locator('main .plain-list a');
  assert.ok((await choices.count()) > 3);
  const name = await choices.first().innerText();
  await choices.first().click();
  assert.match(await page.getByRole('heading', { level: 1 }).innerText(), new RegExp(name));
});

test('a misspelt place is asked about, an unknown one is said to be unknown', async () => {
  const page = await world.open('/?ort=Karlsruhhe', noScript);
  assert.match(await page.locator('main').innerText(), /Meinten Sie diesen Ort\?[\s\S]*Karlsruhe/);
  const unknown = await world.open('/?ort=Xyzzyx', noScript);
  assert.match(await unknown.locator('main').innerText(), /»Xyzzyx« kennen wir nicht/);
});

test('the key of a merged town leads to its successor with a note', async () => {
  const page = await world.open('/ort/eisenach-16056000', noScript);
  assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), 'Eisenach');
  assert.match(await page.locator('.kern-alert').innerText(), /16056000/);
  assert.match(await page.locator('main').innerText(), /Wartburgkreis/);
});

test('English pages carry the place and the language', async () => {
  const page = await world.open('/en?ort=08212000', noScript);
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  assert.match(await page.getByRole('heading', { level: 1 }).innerText(), /Here and now: Karlsruhe/);
  assert.match(
    await page.locator('.offer a').first().getAttribute('href').then(String),
    /^\/en\/angebot\/.*ort=08212000/,
  );
});

test('no page had an error or asked another server', () => assert.deepEqual(world.faults, []));
