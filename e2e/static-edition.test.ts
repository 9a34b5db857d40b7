import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { writeEdition } from '../src/app/static-edition/write-edition.ts';
import { listTownOffers } from '../src/modules/offers/index.ts';
import { startWorld } from './world.ts';

const world = await startWorld();
const folder = mkdtempSync(join(tmpdir(), 'allmende-edition-'));
after(() => rmSync(folder, { recursive: true }));

const KARLSRUHE = '082120000000';
const offerIds = new Set((await listTownOffers(world.platform.database, KARLSRUHE)).map(({ id }) => id));
const files = await writeEdition({
  ask: (path) => fetch(world.origin + path),
  scope: { townPath: '/ort/karlsruhe-08212000', place: '08212000', offerIds },
  origin: undefined,
  note: '<p>Kopie zum Lesen</p>',
  folder,
});

const htmlFiles = (): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));

test('every offer of the town is there, and every link of the copy leads to a file of the copy or out of it', () => {
  assert.ok(files > offerIds.size);
  assert.equal(readdirSync(join(folder, 'angebot')).length, offerIds.size);
  for (const file of htmlFiles()) {
    const page = readFileSync(join(folder, file), 'utf8');
    assert.match(page, /Kopie zum Lesen/, file);
    assert.doesNotMatch(page, /<script|<form/, file);
    for (const [, link = ''] of page.matchAll(/(?:href|src)="([^"#]+)/g)) {
      assert.doesNotMatch(link, /^\//, `${file} links ${link}`);
      if (!/^[a-z]+:/.test(link))
        assert.ok(existsSync(resolve(folder, dirname(file), link)), `${file} links ${link}`);
    }
  }
});

test('it opens from the folder, without a server and without JavaScript', async () => {
  const page = await world.open('/hilfe', { javaScriptEnabled: false });
  // What the page of the server still fetches is none of the copy's doing.
  await page.goto('about:blank');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(pathToFileURL(join(folder, 'index.html')).href);
  assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), 'Karlsruhe');
  await page.getByRole('link', { name: 'Alles in der Nähe ansehen' }).click();
  assert.match(await page.getByRole('heading', { level: 1 }).innerText(), /Hier und jetzt: Karlsruhe/);
  await page.locator('.offer__name a[href]').first().click();
  assert.match(page.url(), /\/angebot\/[0-9a-f-]{36}\.html$/);
  // A click ends when the next page begins, its style may still be on the way.
  await page.waitForLoadState();
  const font = await page.evaluate(() => getComputedStyle(document.body).fontFamily);
  assert.match(font, /Fira Sans/);
  assert.deepEqual(
    asked.filter((url) => !url.startsWith('file:') && !url.startsWith('data:')),
    [],
  );
});
