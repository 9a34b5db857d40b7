import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import type { Page } from 'playwright-core';
import writeExcelFile from 'write-excel-file/node';
import { createAccount, createMailLink } from '../src/modules/accounts/index.ts';
import { faultsOf } from './sound-page.ts';
import { startWorld } from './world.ts';

const LEEZEN = '010605053053';
const desk = (path = '') => `/rathaus/${LEEZEN}${path}`;
const folder = mkdtempSync(join(tmpdir(), 'allmende-table-'));
after(() => rmSync(folder, { recursive: true }));
const world = await startWorld();

const isSound = async (page: Page): Promise<void> => assert.deepEqual(await faultsOf(page), [], page.url());

const signInAsEditor = async (mail: string, javaScriptEnabled: boolean): Promise<Page> => {
  const { database } = world.platform;
  const created = await createAccount(world.platform, mail);
  assert.ok('personId' in created);
  await sql`insert into accounts.organisation (ars, id, kind, name, created_at)
    values (${LEEZEN}, ${LEEZEN}, 'municipality', 'Leezen', now()) on conflict do nothing`.execute(database);
  await sql`insert into accounts.role (ars, organisation_id, person_id, role, granted_at)
    values (${LEEZEN}, ${LEEZEN}, ${created.personId}, 'editor', now())`.execute(database);
  const code = await createMailLink(world.platform, created.personId);
  const page = await world.open(`/anmelden/link?code=${code}`, { javaScriptEnabled });
  await page.getByRole('button', { name: 'Jetzt anmelden' }).click();
  return page;
};

const cell = (value: string) => ({ value, type: String });

test('a table of twenty rows, three of them wrong: uploaded, corrected, published, and found without signing in', async () => {
  const file = join(folder, 'feste.xlsx');
  const rows = Array.from({ length: 20 }, (_, row) => [
    `F${row}`,
    `Dorffest ${row}`,
    row === 4 ? 'Fesd' : 'Fest',
    row === 7 ? 'bald' : '24.11.2026',
    row === 11 ? 'abends' : '18 Uhr',
    '10,24',
    '53,87',
  ]);
  const table = [['Kennung', 'Name', 'Kategorie', 'Datum', 'Uhrzeit', 'Längengrad', 'Breitengrad'], ...rows];
  writeFileSync(file, await writeExcelFile(table.map((row) => row.map(cell))).toBuffer());

  const page = await signInAsEditor('anna@leezen.example', true);
  await page.goto(desk('/tabellen'));
  await isSound(page);
  await page.getByLabel('Datei').setInputFiles(file);
  await page.getByRole('button', { name: 'Hochladen und ansehen' }).click();
  await page.getByText('mit Fehler: 3').waitFor();
  await isSound(page);
  const corrections: [row: string, label: string, text: string][] = [
    ['Zeile 9', 'Datum', '25.11.2026'],
    ['Zeile 13', 'Beginn', '19 Uhr'],
  ];
  await page.getByRole('link', { name: 'Bearbeiten Zeile 6' }).click();
  await isSound(page);
  await page.getByLabel('Kategorie').selectOption({ label: 'Fest' });
  await page.getByRole('button', { name: 'Zeile speichern' }).click();
  for (const [row, label, text] of corrections) {
    await page.getByRole('link', { name: `Bearbeiten ${row}` }).click();
    await page.getByLabel(label, { exact: true }).fill(text);
    await page.getByRole('button', { name: 'Zeile speichern' }).click();
  }
  await page.getByText('mit Fehler: 0').waitFor();
  await page.getByRole('button', { name: 'Fehlerfreie übernehmen und veröffentlichen' }).click();
  await page.getByText('davon veröffentlicht: 20').waitFor();

  const resident = await world.open('/?ort=01060053&q=Dorffest');
  await resident.getByRole('link', { name: 'Dorffest 7' }).click();
  await resident.getByText('Mittwoch, 25. November').first().waitFor();
  assert.deepEqual(world.faults, []);
});

test('an entry by hand, without JavaScript: a mistake, a draft, the preview, the public page, and its withdrawal', async () => {
  const page = await signInAsEditor('ben@leezen.example', false);
  await page.goto(desk('/angebote/neu'));
  await page.getByRole('link', { name: /Eine Veranstaltung/ }).click();
  await page.getByLabel('Name', { exact: true }).fill('Lesung im Park');
  await page.getByLabel('Kategorie').selectOption({ label: 'Kurs und Vortrag' });
  await page.getByLabel('Datum', { exact: true }).fill('3.3.');
  await page.getByRole('button', { name: 'Als Entwurf speichern' }).click();
  await page
    .getByRole('alert')
    .getByRole('link', { name: /Schreiben Sie es so/ })
    .click();
  assert.match(page.url(), /#start$/);
  assert.equal(await page.getByLabel('Name', { exact: true }).inputValue(), 'Lesung im Park');
  await page.getByLabel('Datum', { exact: true }).fill('3.3.2027');
  await page.getByLabel('Beginn').fill('18 Uhr');
  await page.getByRole('button', { name: 'Als Entwurf speichern' }).click();
  await page.getByText('Der Entwurf ist gespeichert').waitFor();
  await page.getByRole('link', { name: 'Vorschau' }).click();
  await page.getByText('Mittwoch, 3. März 2027, 18:00 Uhr').first().waitFor();
  await page.goBack();
  await page.getByRole('button', { name: 'Veröffentlichen' }).click();
  await page.getByText('Der Eintrag ist öffentlich').waitFor();
  await page.getByRole('link', { name: 'ansehen' }).click();
  await page.getByRole('heading', { name: 'Lesung im Park' }).waitFor();
  await page.goto(desk('/angebote?q=Lesung'));
  await page.getByLabel('Lesung im Park auswählen').check();
  await page.getByRole('button', { name: 'Zurückziehen' }).click();
  await page.getByRole('button', { name: 'Rückgängig machen' }).click();
  await page.getByText('Wieder veröffentlicht: 1.').waitFor();
});

test('every page of the desk for entries is sound, wide and narrow', async () => {
  const page = await signInAsEditor('cem@leezen.example', true);
  await page.goto(desk('/angebote'));
  const [entry = ''] = await page
    .locator('.entry-table tbody a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  const paths = [
    '/angebote',
    '/angebote/neu',
    '/angebote/neu?art=ort',
    '/angebote/aus-quellen',
    '/vorlagen',
  ].map(desk);
  for (const path of [...paths, entry, `${entry}/bearbeiten`, `${entry}/vorschau`, `/en${entry}`]) {
    await page.goto(path);
    await isSound(page);
  }
  assert.deepEqual(world.faults, []);
});
