import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { type Browser, startDesk } from './desk/desk.builder.ts';

const FOLDER = 'var/test/agenda-risks';
after(() => rmSync(FOLDER, { recursive: true, force: true }));
const { platform, grant, administrate, signIn } = await startDesk(FOLDER);
const { pool } = platform.connection;
const LEEZEN = '010605053053';
const KARLSRUHE = '082120000000';
let officer: Browser;
let second: Browser;
let karlsruhe: Browser;

const textOf = async (answer: Promise<Response>) => (await (await answer).text()).replaceAll('\u00a0', ' ');
const begin = async (browser: Browser, ars: string, title: string): Promise<string> =>
  (
    (await browser.post(`/rathaus/${ars}/agenda/massnahmen`, { title })).headers.get('location') ?? ''
  ).replace(/\/grund$/, '');
const revisionOf = async (browser: Browser, at: string) =>
  /name="revision" value="(\d+)"/.exec(await textOf(browser.ask(`${at}/folgen`)))?.[1] ?? '';
let at: string;
const FULL = {
  personal: 'ja',
  'fall-public-monitoring': 'ja',
  'merkmal-monitoring': 'ja',
  description: 'Kameras zählen Autos und löschen das Bild sofort.',
  purpose: 'Parken lenken; Landesdatenschutzgesetz.',
  necessity: 'Schleifen im Boden kosten das Zehnfache.',
  dangers: 'Menschen könnten erkannt werden.',
  safeguards: 'Nur die Zahl verlässt das Gerät.',
  officer: 'Zugestimmt, mit jährlicher Prüfung.',
};

before(async () => {
  officer = await administrate('01060053', 'anna@leezen.example');
  await grant(LEEZEN, 'anna@leezen.example', 'digitalOfficer');
  second = await signIn('dora@leezen.example');
  await grant(LEEZEN, 'dora@leezen.example', 'dataProtectionOfficer');
  karlsruhe = await administrate('08212000', 'eve@karlsruhe.example');
  await grant(KARLSRUHE, 'eve@karlsruhe.example', 'digitalOfficer');
  at = await begin(officer, LEEZEN, 'Kameras am Parkplatz');
});

test('risks stand with what is done and who takes care, the gravest first', async () => {
  assert.match(await textOf(officer.ask(`${at}/risiken`)), /Das heißt nicht, dass es keins gibt/);
  assert.equal((await officer.post(`${at}/risiken`, { text: '' })).status, 422);
  await officer.post(`${at}/risiken`, { kind: 'cost', text: 'Wird teurer', likelihood: '1', impact: '2' });
  const grave = { kind: 'surveillance', text: 'Wird zur Überwachung', likelihood: '2', impact: '3' };
  await officer.post(`${at}/risiken`, { ...grave, mitigation: 'Nur Zahlen', ownerRole: 'Datenschutz' });
  const page = await textOf(officer.ask(`${at}/risiken`));
  assert.match(page, /Gewicht 6 von 9 · offen · Datenschutz[\s\S]*Gewicht 2 von 9/);
  const id = /risiken\/([0-9a-f-]{36})"/.exec(page)?.[1] ?? '';
  await officer.post(`${at}/risiken/${id}`, { [`text-${id}`]: 'Gelöst', [`state-${id}`]: 'handled' });
  assert.match(await textOf(officer.ask(`${at}/risiken`)), /im Griff[\s\S]*Gelöst/);
});

test('the threshold says why, what is missing is named, and nobody signs their own work', async () => {
  assert.match(await textOf(officer.ask(`${at}/folgen`)), /Noch nicht beantwortet/);
  const { officer: _, ...incomplete } = FULL;
  assert.equal((await officer.post(`${at}/folgen`, { ...incomplete, revision: '0' })).status, 303);
  const page = await textOf(officer.ask(`${at}/folgen`));
  assert.match(
    page,
    /Pflicht \(Art\. 35 Abs\. 3 DSGVO\)[\s\S]*Es fehlt noch: Rat der oder des Datenschutzbeauftragten/,
  );
  const sign = (browser: Browser, revision: string, typed = {}) =>
    browser.post(`${at}/folgen/freigeben`, {
      role: 'Datenschutzbeauftragte',
      shared: 'ja',
      revision,
      ...typed,
    });
  assert.match(await textOf(sign(second, await revisionOf(officer, at))), /Es fehlt noch etwas/);
  await officer.post(`${at}/folgen`, { ...FULL, revision: await revisionOf(officer, at) });
  assert.match(await textOf(officer.post(`${at}/folgen`, { ...FULL, revision: '1' })), /inzwischen geändert/);
  assert.match(await textOf(sign(officer, await revisionOf(officer, at))), /Freigeben muss jemand anderes/);
  assert.match(await textOf(sign(second, await revisionOf(officer, at), { role: '' })), /in welcher Aufgabe/);
  assert.equal((await sign(second, await revisionOf(second, at))).status, 303);
  assert.match(
    await textOf(officer.ask(`${at}/folgen`)),
    /Freigegeben am 22\.11\.2026: Datenschutzbeauftragte/,
  );
});

test('another town begins with its texts, and answers the threshold itself', async () => {
  const there = await begin(karlsruhe, KARLSRUHE, 'Zählen am Marktplatz');
  const model = /<option value="([0-9a-f-]{36})">Kameras am Parkplatz \(Leezen/.exec(
    await textOf(karlsruhe.ask(`${there}/folgen`)),
  )?.[1];
  assert.ok(model);
  assert.equal((await karlsruhe.post(`${there}/folgen/vorlage`, { vorlage: model })).status, 303);
  const page = await textOf(karlsruhe.ask(`${there}/folgen`));
  assert.match(page, /Kameras zählen Autos[\s\S]*/);
  assert.match(page, /Noch nicht beantwortet/);
  assert.doesNotMatch(page, /jährlicher Prüfung/);
});

test('the assessment is a tagged PDF, and a change takes the sign-off back', async () => {
  const pdf = Buffer.from(await (await officer.ask(`${at}/folgen.pdf`)).arrayBuffer());
  assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
  assert.ok(pdf.includes('/StructTreeRoot') || pdf.includes('/MarkInfo'));
  await officer.post(`${at}/folgen`, { ...FULL, dangers: 'Mehr', revision: await revisionOf(officer, at) });
  assert.match(await textOf(officer.ask(`${at}/folgen`)), /Noch nicht freigegeben/);
  const { rows } = await pool.query('select from strategy.dpia where is_shared');
  assert.equal(rows.length, 0);
});
