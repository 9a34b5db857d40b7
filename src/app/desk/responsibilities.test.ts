import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, test } from 'node:test';
import { areasOf, seedPublicServices } from '../../modules/public-services/index.ts';
import { startDesk } from './desk.builder.ts';

const FOLDER = 'var/test/responsibilities';
rmSync(FOLDER, { recursive: true, force: true });
after(() => rmSync(FOLDER, { recursive: true, force: true }));
const { platform, places, administrate, newBrowser } = await startDesk(FOLDER);
const { pool } = platform.connection;
await seedPublicServices(platform, areasOf(places));

const KARLSRUHE = '082120000000';
const DESK = `/rathaus/${KARLSRUHE}`;
const editor = await administrate('08212000', 'eve@karlsruhe.example');
const { rows: people } = await pool.query(`select id from accounts.person`);
await editor.post(`${DESK}/menschen/rolle`, { person: people[0].id, role: 'editor', step: 'grant' });
const { rows: services } = await pool.query(
  `select id, name from public_services.public_service where name ilike '%Wohnsitz%' order by name limit 1`,
);
const { id, name } = services[0];
const resident = newBrowser();

test('a wrong office that a resident reports waits at the desk until an editor settles it', async () => {
  assert.doesNotMatch(await (await editor.ask(DESK)).text(), /falsche Stelle/);
  const sent = await resident.post(`/leistungen/${id}/stelle?ort=08212000`, {
    nachricht: 'Dort ist jetzt ein Kindergarten.',
  });
  assert.equal(sent.status, 303);
  assert.match(await (await editor.ask(DESK)).text(), /1 Meldung: falsche Stelle/);
  const page = await (await editor.ask(`${DESK}/zustaendigkeiten`)).text();
  assert.match(page, /Dort ist jetzt ein Kindergarten\./);
  assert.ok(page.includes(name));
  const report = /name="meldung" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const settle = (meldung: string) => editor.post(`${DESK}/zustaendigkeiten`, { meldung });
  assert.equal((await settle(report)).status, 303);
  for (const unknown of [report, '', "' or 1=1", '0193b7a0-0000-7000-8000-00000000000a'])
    assert.equal((await settle(unknown)).status, 404, unknown);
  assert.match(await (await editor.ask(`${DESK}/zustaendigkeiten`)).text(), /Keine offene Meldung/);
  assert.match(
    await (await editor.ask(`${DESK}/protokoll`)).text(),
    /Meldung einer falschen Stelle erledigt/,
  );
});

test('another town never sees nor settles it', async () => {
  await resident.post(`/leistungen/${id}/stelle?ort=08212000`, { nachricht: 'Noch eine Meldung.' });
  const page = await (await editor.ask(`${DESK}/zustaendigkeiten`)).text();
  const report = /name="meldung" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const other = await administrate('01060053', 'anna@leezen.example');
  const { rows } = await pool.query(`select id from accounts.person where mail = 'anna@leezen.example'`);
  await other.post('/rathaus/010605053053/menschen/rolle', {
    person: rows[0].id,
    role: 'editor',
    step: 'grant',
  });
  const own = '/rathaus/010605053053/zustaendigkeiten';
  assert.doesNotMatch(await (await other.ask(own)).text(), /Noch eine Meldung/);
  assert.equal((await other.post(own, { meldung: report })).status, 404);
});

test('each look at a service is counted for its place, and for no person', async () => {
  const counted = async () =>
    (await (await resident.ask('/leistungen/kennzahlen/leistungen.csv?ort=08212000')).text())
      .split('\r\n')
      .find((line) => line.startsWith(id))
      ?.split(',')
      .slice(-2)
      .map(Number) ?? [0, 0];
  const [visits = 0, offices = 0] = await counted();
  for (const path of [`/leistungen/${id}?ort=08212000`, `/en/leistungen/${id}?ort=08212000`])
    assert.equal((await resident.ask(path)).status, 200);
  await resident.ask(`/leistungen/${id}`);
  await resident.ask(`/leistungen/${id}?ort=01060053`);
  const [visitsNow, officesNow = 0] = await counted();
  assert.equal(visitsNow, visits + 2);
  assert.ok(officesNow <= offices + 2);
  const page = await (await resident.ask('/leistungen/kennzahlen?ort=08212000')).text();
  assert.ok(page.includes(`/leistungen/${id}?ort=08212000`));
  assert.equal((await resident.ask('/leistungen/kennzahlen/leistungen.csv')).status, 404);
});
