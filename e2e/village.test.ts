import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import writeExcelFile from 'write-excel-file/node';
import { faultsOf } from './sound-page.ts';
import { staffOf } from './staff.ts';
import { startWorld } from './world.ts';

// A village with half a post, from its first invitation to a mended mistake: what the desk is for.
const LEEZEN = '010605053053';
const world = await startWorld();
const folder = mkdtempSync(join(tmpdir(), 'allmende-village-'));
after(() => rmSync(folder, { recursive: true }));
const desk = (path = '') => `/rathaus/${LEEZEN}${path}`;
const { accept, firstAdministrator, mailedLink } = await staffOf(world);

const isSound = async (page: Page): Promise<void> => assert.deepEqual(await faultsOf(page), [], page.url());

const invite = async (administrator: Page, key: string, mail: string, role: string): Promise<void> => {
  await administrator.goto(`/rathaus/${key}/menschen`);
  await administrator.getByLabel('E-Mail-Adresse').fill(mail);
  await administrator.getByLabel('Rolle', { exact: true }).selectOption({ label: role });
  await administrator.getByRole('button', { name: 'Einladung senden' }).click();
  await administrator.getByText('Die Einladung ist unterwegs').waitFor();
};

const table = async (): Promise<string> => {
  const headings = ['Kennung', 'Name', 'Kategorie', 'Datum', 'Uhrzeit', 'Längengrad', 'Breitengrad'];
  const rows = Array.from({ length: 20 }, (_, row) => [
    `D${row}`,
    `Dorfabend ${row}`,
    row === 2 ? 'Fesd' : 'Fest',
    row === 9 ? 'irgendwann' : '27.11.2026',
    row === 15 ? 'abends' : '18 Uhr',
    '10,24',
    '53,87',
  ]);
  const file = join(folder, 'dorfabende.xlsx');
  const cells = [headings, ...rows].map((row) => row.map((value) => ({ value, type: String })));
  writeFileSync(file, await writeExcelFile(cells).toBuffer());
  return file;
};

let administrator: Page;
let editor: Page;

test('the administrator of a small town is invited, and invites an editor', async () => {
  administrator = await firstAdministrator('01060053', 'anna@leezen.example');
  await administrator.goto(desk('/menschen'));
  await isSound(administrator);
  await administrator.getByRole('button', { name: 'Einladung senden' }).click();
  await administrator
    .getByRole('alert')
    .getByRole('link', { name: /Mail-Adresse/ })
    .waitFor();
  await isSound(administrator);
  await invite(administrator, LEEZEN, 'ben@leezen.example', 'Redaktion');
  editor = await accept(await mailedLink('ben@leezen.example'));
});

test('the editor brings a table of 20 rows, corrects 3, and publishes', async () => {
  await editor.getByRole('link', { name: 'Tabelle einlesen' }).click();
  await editor.getByLabel('Datei').setInputFiles(await table());
  await editor.getByRole('button', { name: 'Hochladen und ansehen' }).click();
  await editor.getByText('mit Fehler: 3').waitFor();
  await isSound(editor);
  await editor.getByRole('link', { name: 'Bearbeiten Zeile 4' }).click();
  await editor.getByLabel('Kategorie').selectOption({ label: 'Fest' });
  await editor.getByRole('button', { name: 'Zeile speichern' }).click();
  for (const [row, label, text] of [
    ['Zeile 11', 'Datum', '28.11.2026'],
    ['Zeile 17', 'Beginn', '19 Uhr'],
  ] as const) {
    await editor.getByRole('link', { name: `Bearbeiten ${row}` }).click();
    await editor.getByLabel(label, { exact: true }).fill(text);
    await editor.getByRole('button', { name: 'Zeile speichern' }).click();
  }
  await editor.getByText('mit Fehler: 0').waitFor();
  await editor.getByRole('button', { name: 'Fehlerfreie übernehmen und veröffentlichen' }).click();
  await editor.getByText('davon veröffentlicht: 20').waitFor();
});

test('a resident finds the event without signing in, and reports a mistake; the editor mends it', async () => {
  const resident = await world.open('/?ort=01060053&q=Dorfabend', { javaScriptEnabled: false });
  await resident.getByRole('link', { name: 'Dorfabend 9', exact: true }).click();
  await resident.getByText('Stimmt etwas nicht?').click();
  await resident.getByLabel('Was ist falsch?').fill('Der Abend beginnt erst um 20 Uhr.');
  await resident.getByRole('button', { name: 'Fehler melden' }).click();
  await resident.getByRole('heading', { name: 'Ihre Meldung ist da' }).waitFor();
  const address = resident.url().replace('/danke', '');

  await editor.goto(desk());
  await isSound(editor);
  await editor.getByRole('link', { name: 'Hinweise auf Fehler: 1' }).click();
  await isSound(editor);
  await editor.getByText('Der Abend beginnt erst um 20 Uhr.').waitFor();
  await editor.getByRole('link', { name: /Eintrag bearbeiten/ }).click();
  await editor.getByRole('link', { name: 'Bearbeiten', exact: true }).click();
  await editor.getByLabel('Beginn', { exact: true }).fill('20 Uhr');
  await editor.getByRole('button', { name: 'Speichern', exact: true }).click();
  await editor.getByRole('button', { name: 'Veröffentlichen', exact: true }).click();
  await editor.getByText('Der Eintrag ist öffentlich').waitFor();
  await editor.goto(desk('/vorschlaege'));
  await editor.getByRole('button', { name: /Ist berichtigt/ }).click();
  await editor.getByText('Erledigt. Danke.').waitFor();
  await resident.goto(address);
  await resident.getByText('20:00 Uhr').first().waitFor();
});

test('somebody suggests an event; declining needs a reason, taking it over makes a draft', async () => {
  const resident = await world.open('/vorschlagen?ort=01060053', { javaScriptEnabled: false });
  await isSound(await world.open('/vorschlagen?ort=01060053'));
  await resident.getByText('Die Redaktion von Leezen prüft jeden Vorschlag').waitFor();
  await resident.getByRole('button', { name: 'Vorschlag senden' }).click();
  await resident.getByRole('alert').getByRole('link', { name: 'Geben Sie einen Namen ein.' }).waitFor();
  await resident.getByLabel('Wie heißt die Veranstaltung?').fill('Chorprobe zum Mitsingen');
  await resident.getByLabel('Art').selectOption({ label: 'Konzert' });
  await resident.getByLabel('Tag', { exact: true }).fill('4.12.2026');
  await resident.getByLabel('Beginn').fill('19 Uhr');
  await resident.getByLabel('Ihre E-Mail-Adresse für eine Antwort').fill('ines@example.org');
  await resident.getByRole('button', { name: 'Vorschlag senden' }).click();
  await resident.getByRole('heading', { name: 'Ihr Vorschlag ist da' }).waitFor();

  await editor.goto(desk('/vorschlaege'));
  await editor.getByRole('button', { name: /Ablehnen Chorprobe/ }).click();
  await editor
    .getByRole('alert')
    .getByRole('link', { name: /Nennen Sie einen Grund/ })
    .waitFor();
  await editor.getByRole('button', { name: /Als Entwurf übernehmen/ }).click();
  await editor.getByRole('heading', { name: 'Chorprobe zum Mitsingen' }).waitFor();
  const mail = readdirSync(world.mailFolder).map((name) =>
    readFileSync(join(world.mailFolder, name), 'utf8'),
  );
  assert.ok(mail.some((text) => text.includes('ines@example.org') && text.includes('übernommen')));
});

test('the clerk of the association does the same by delegation, and the log names both', async () => {
  const head = await firstAdministrator('010605053', 'leitung@amt.example');
  await invite(head, '010605053', 'clerk@amt.example', 'Redaktion');
  const clerk = await accept(await mailedLink('clerk@amt.example'));
  assert.equal((await clerk.goto(desk()))?.status(), 404);

  await administrator.goto(desk('/menschen'));
  await administrator.getByLabel('Aufgabe', { exact: true }).selectOption({ label: 'Redaktion' });
  await administrator.getByLabel('Wer sie übernimmt').selectOption('010605053');
  await administrator.getByRole('button', { name: 'Aufgabe abgeben' }).click();
  await administrator.getByText('Die Aufgabe ist abgegeben').waitFor();
  await isSound(administrator);

  await clerk.goto('/rathaus');
  await clerk.getByRole('link', { name: /^Leezen \(für/ }).click();
  await clerk.getByRole('link', { name: 'Neuer Eintrag' }).click();
  await clerk.getByRole('link', { name: /Eine Veranstaltung/ }).click();
  await clerk.getByLabel('Name', { exact: true }).fill('Sitzung der Gemeinde');
  await clerk.getByLabel('Kategorie').selectOption({ label: 'Treffen und Beteiligung' });
  await clerk.getByLabel('Datum', { exact: true }).fill('8.12.2026');
  await clerk.getByRole('button', { name: 'Als Entwurf speichern' }).click();
  await clerk.getByText('Der Entwurf ist gespeichert').waitFor();
  await clerk.getByRole('button', { name: 'Veröffentlichen' }).click();
  await clerk.getByText('Der Eintrag ist öffentlich').waitFor();

  await administrator.goto(desk('/protokoll'));
  await administrator
    .getByText(/clerk@amt\.example, für .*Leezen/)
    .first()
    .waitFor();
  await isSound(administrator);
});

test('the editor of another town sees none of it', async () => {
  const other = await firstAdministrator('08212000', 'eve@karlsruhe.example');
  for (const path of ['', '/angebote', '/tabellen', '/vorschlaege', '/menschen', '/protokoll', '/daten'])
    assert.equal((await other.goto(desk(path)))?.status(), 404, path);
  await other.goto('/?ort=01060053&q=Chorprobe');
  assert.doesNotMatch(await other.locator('main').innerText(), /Chorprobe zum Mitsingen/);
});

test('no page had an error or asked another server', () => assert.deepEqual(world.faults, []));
