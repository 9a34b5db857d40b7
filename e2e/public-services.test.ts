import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startWorld } from './world.ts';

const world = await startWorld();

const phone = { javaScriptEnabled: false, viewport: { width: 320, height: 640 } };

test('a resident without JavaScript on a small phone finds the office in charge of a parking permit', async () => {
  const page = await world.open('/leistungen', phone);
  await page.getByLabel('Was möchten Sie erledigen?').fill('vor der Tür parken');
  await page.getByLabel('Ort oder Postleitzahl').fill('Karlsruhe');
  await page.getByRole('button', { name: 'Leistung suchen' }).click();
  assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), 'Leistungen für Karlsruhe');
  await page.getByRole('link', { name: 'Bewohnerparkausweis beantragen' }).click();
  const answer = page.locator('.services__answer');
  assert.match(await answer.innerText(), /zuständig für Karlsruhe[\s\S]*hängt von Ihrer Postleitzahl ab/);
  await page.getByLabel('Postleitzahl').fill('76133');
  await page.getByRole('button', { name: 'Stelle anzeigen' }).click();
  assert.match(
    await answer.innerText(),
    /Parkbüro Mitte \(Beispiel\)[\s\S]*geschlossen, öffnet Montag[\s\S]*gehört zu: Mitte[\s\S]*Regel gelesen am 22\.11\.2026/,
  );
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  assert.ok(overflow <= 0, `${overflow} px too wide`);
  await answer.getByRole('link', { name: 'Parkbüro Mitte (Beispiel)' }).click();
  assert.match(await page.locator('main').innerText(), /Öffnungszeiten[\s\S]*Bewohnerparkausweis beantragen/);
});

test('a postcode typed as the place is not asked for again', async () => {
  const page = await world.open('/leistungen?ort=76133&was=Bewohnerparkausweis', phone);
  await page.getByRole('link', { name: 'Bewohnerparkausweis beantragen' }).click();
  assert.match(await page.locator('.services__answer').innerText(), /Parkbüro Mitte \(Beispiel\)/);
});

test('a typing error, a life event, and what is not known', async () => {
  const page = await world.open('/leistungen?ort=Karlsruhe&was=Personalausweiss', phone);
  assert.match(
    await page.locator('.services__list a').first().innerText(),
    /^Personalausweis beantragen|^Verlust/,
  );
  await page.getByRole('link', { name: 'Bauen und Grundstück' }).click();
  await page.getByRole('link', { name: 'Beratung zum Baurecht' }).click();
  assert.match(await page.locator('.services__answer').innerText(), /Das wissen wir nicht[\s\S]*115/);
});

test('a wrong office is reported: refused with the text kept, then taken', async () => {
  const page = await world.open('/leistungen?ort=01060053&was=umziehen', phone);
  await page.getByRole('link', { name: 'Wohnsitz anmelden' }).click();
  assert.match(await page.locator('.services__answer').innerText(), /Amt Leezen, Bürgerbüro/);
  await page.getByText('Falsche Stelle?').click();
  await page.getByLabel('Was ist falsch?').fill('nö');
  await page.getByRole('button', { name: 'Falsche Stelle melden' }).click();
  await page.locator('[aria-invalid="true"]').waitFor();
  assert.match(await page.title(), /^Fehler:/);
  assert.equal(await page.getByLabel('Was ist falsch?').inputValue(), 'nö');
  await page.getByLabel('Was ist falsch?').fill('Das Amt ist umgezogen.');
  await page.getByRole('button', { name: 'Falsche Stelle melden' }).click();
  assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), 'Ihre Meldung ist da');
});

test('with JavaScript and in English the same pages work, and the place is carried along', async () => {
  const page = await world.open('/en/leistungen?ort=05515000');
  await page.getByLabel('What would you like to get done?').fill('Reisepass');
  await page.getByRole('button', { name: 'Search services' }).click();
  await page.getByRole('link', { name: 'Passport', exact: true }).click();
  assert.match(page.url(), /ort=05515000/);
  assert.match(
    await page.locator('.services__answer').innerText(),
    /in charge for Münster[\s\S]*Several offices/,
  );
  await page.locator('.services__answer').getByRole('link').first().click();
  assert.match(await page.locator('main').innerText(), /Opening hours/);
});

test('the way from the head leads to the services, and the coverage says what has been checked', async () => {
  const page = await world.open('/?ort=Karlsruhe', phone);
  await page.getByRole('navigation', { name: 'Bereiche' }).getByRole('link', { name: 'Leistungen' }).click();
  await page.getByRole('link', { name: 'Wie vollständig sind diese Angaben?' }).click();
  assert.match(
    await page.locator('main').innerText(),
    /Der Selbsttest ist noch nicht gelaufen[\s\S]*BAföG beantragen/,
  );
});

test('no page had an error or asked another server', () => assert.deepEqual(world.faults, []));
