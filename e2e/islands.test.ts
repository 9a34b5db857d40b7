import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startWorld } from './world.ts';

const world = await startWorld();

test('the position leads to the list, with directions, and stays out of the log', async () => {
  const page = await world.open('/', {
    geolocation: { latitude: 49.0121, longitude: 8.4025 },
    permissions: ['geolocation'],
  });
  await page.getByRole('button', { name: 'Meinen Standort verwenden' }).click();
  await page.waitForURL(/lat=49.0121&lon=8.4025/);
  assert.match(await page.locator('.offer').first().innerText(), /50 m, (Nord|Süd|West|Ost)/);
});

test('the typing aid is worked by keyboard and sends the key of the town', async () => {
  const page = await world.open('/');
  const field = page.getByRole('combobox', { name: 'Ort oder Postleitzahl' });
  await field.pressSequentially('munst');
  const options = page.getByRole('option');
  await options.first().waitFor();
  assert.match((await options.allInnerTexts()).join('\n'), /Münster/);
  await field.press('ArrowDown');
  assert.equal(await field.getAttribute('aria-activedescendant'), 'ort-vorschlag-0');
  await field.press('Enter');
  await page.waitForURL(/ort=\d{8}/);
});

test('a chip filters at once', async () => {
  const page = await world.open('/?ort=Karlsruhe');
  // A click alone: by the time a check would be verified, the next page is there.
  await page.getByRole('checkbox', { name: 'Kostenlos' }).click();
  await page.waitForURL(/frei=1/);
  assert.doesNotMatch(page.url(), /kategorie=/);
});

test('map and list are one: markers are buttons that mark their card', async () => {
  const page = await world.open('/?ort=Karlsruhe', { viewport: { width: 1280, height: 900 } });
  const pins = page.locator('.leaflet-marker-icon[role=button]');
  await pins.first().waitFor();
  assert.equal(await pins.count(), await page.locator('.offer[data-lat]').count());
  await page.locator('path.boundary').first().waitFor({ state: 'attached' });
  await pins.first().focus();
  assert.equal(await page.locator('.offer.is-marked').count(), 1);
});

test('a list once seen is read offline, an unseen page says so', async () => {
  const page = await world.open('/?ort=Karlsruhe');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  await page.reload();
  await page.context().setOffline(true);
  await page.reload();
  assert.match(await page.getByRole('heading', { level: 1 }).innerText(), /Karlsruhe/);
  await page.goto('/?ort=Flensburg');
  assert.match(await page.getByRole('heading', { level: 1 }).innerText(), /offline/);
  await page.context().setOffline(false);
});

test('no page had an error or asked another server', () => {
  assert.deepEqual(
    world.faults.filter((fault) => !/ERR_INTERNET_DISCONNECTED/.test(fault)),
    [],
  );
});
