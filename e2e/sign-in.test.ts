import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { createAccount } from '../src/modules/accounts/index.ts';
import { startWorld } from './world.ts';

const world = await startWorld();
const MAIL = 'erika@stadt.example';
const PASSWORD = 'Hund Tasse Wolke';
await createAccount(world.platform, MAIL);

const mails = (): string[] =>
  existsSync(world.mailFolder)
    ? readdirSync(world.mailFolder)
        .filter((name) => name.endsWith('.json'))
        .sort()
    : [];

/** The page is there before the mail: an older link would not open. */
const linkAsked = async (ask: () => Promise<void>): Promise<string> => {
  const before = mails().length;
  await ask();
  for (let tries = 0; tries < 100 && mails().length === before; tries += 1) await delay(50);
  const { text } = JSON.parse(readFileSync(join(world.mailFolder, mails().at(-1) ?? ''), 'utf8')) as {
    text: string;
  };
  return /http\S+/.exec(text)?.[0] ?? '';
};

for (const javaScriptEnabled of [true, false])
  test(`in by mail link, a password, out, in by password, out everywhere${javaScriptEnabled ? '' : ', without JavaScript'}`, async () => {
    const page = await world.open('/?ort=Karlsruhe', { javaScriptEnabled });
    await page.getByRole('banner').getByRole('link', { name: 'Anmelden' }).click();
    await page.getByLabel('E-Mail-Adresse für den Link').fill(MAIL);
    const link = await linkAsked(async () => {
      await page.getByRole('button', { name: 'Link anfordern' }).click();
      await page.getByText('liegt als Datei').waitFor();
    });
    await page.goto(link);
    await page.getByRole('button', { name: 'Jetzt anmelden' }).click();
    await page.getByText(`angemeldet als ${MAIL}`).waitFor();
    await page.getByLabel('Neues Passwort').fill('Passwort-2026!');
    await page.getByRole('button', { name: 'Passwort speichern' }).click();
    await page
      .getByRole('alert')
      .getByRole('link', { name: /leicht zu erraten/ })
      .click();
    assert.match(page.url(), /#next$/);
    await page.getByLabel('Neues Passwort').fill(PASSWORD);
    await page.getByRole('button', { name: 'Passwort speichern' }).click();
    await page.getByText('Ihr Passwort ist gespeichert').waitFor();
    await page.getByRole('button', { name: 'Abmelden', exact: true }).click();
    await page.getByText('Sie sind abgemeldet').waitFor();
    await page.getByLabel('E-Mail-Adresse', { exact: true }).fill(MAIL);
    await page.getByLabel('Passwort', { exact: true }).fill('falsch falsch');
    await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
    await page.getByRole('alert').getByText('stimmt nicht').waitFor();
    assert.equal(await page.getByLabel('E-Mail-Adresse', { exact: true }).inputValue(), MAIL);
    await page.getByLabel('Passwort', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
    await page.getByRole('banner').getByRole('link', { name: MAIL }).click();
    await page.getByRole('button', { name: 'Überall abmelden' }).click();
    await page.getByText('Sie sind abgemeldet').waitFor();
    await page.goto('/konto');
    await page.getByText('Danach geht es weiter').waitFor();
  });

test('what a signed-in person saw is not kept on the device', async () => {
  const page = await world.open('/anmelden');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.getByLabel('E-Mail-Adresse', { exact: true }).fill(MAIL);
  await page.getByLabel('Passwort', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
  await page.getByText(`angemeldet als ${MAIL}`).waitFor();
  await page.reload();
  const kept = await page.evaluate(async () => {
    const cache = await caches.open('seen-1');
    return (await cache.keys()).map(({ url }) => new URL(url).pathname);
  });
  assert.deepEqual(
    kept.filter((path) => path.startsWith('/konto')),
    [],
  );
});

test('no page had an error or asked another server', () => {
  assert.deepEqual(world.faults, []);
});
