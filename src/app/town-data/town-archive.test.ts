import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { embeddedTestServer, testDatabase } from '../../foundation/testing/database.ts';
import {
  createAccount,
  findActing,
  inviteFirstAdministrator,
  verifyLogs,
} from '../../modules/accounts/index.ts';
import { seedMunicipalities } from '../../modules/municipalities/index.ts';
import { importOffers, openFiles, saveSource } from '../../modules/offers/index.ts';
import { ingest } from '../../modules/sensors/index.ts';
import { plantStream } from '../../modules/sensors/sensors.builder.ts';
import type { CommandContext } from '../commands/command.ts';
import { listTables } from '../commands/tables.ts';
import { startDesk } from '../desk/desk.builder.ts';
import { importArchive } from './import-archive.ts';
import { openArchive } from './read-archive.ts';
import { leftOut, townTables } from './town-tables.ts';
import { writeArchive } from './write-archive.ts';

const folder = mkdtempSync(join(tmpdir(), 'allmende-town-'));
after(() => rmSync(folder, { recursive: true }));

const LEEZEN = '010605053053';
const DISTRICT = '01060';
const town = { ars: LEEZEN, name: 'Leezen' };
const desk = await startDesk(join(folder, 'mail'));
const home = desk.platform;
/** PostgreSQL 15 where the second engine runs the tests, else another embedded database. */
const away = await testDatabase();
const archive = join(folder, 'leezen.zip');

const calendar = (uid: string, name: string): Uint8Array =>
  Buffer.from(
    `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:${uid}\r\nDTSTART:20261224T150000Z\r\nDTEND:20261224T170000Z\r\nSUMMARY:${name}\r\nLOCATION:23816 Leezen\r\nGEO:53.866;10.25\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`,
  );
const places = { locate: () => ({ ars: LEEZEN }), findPlace: () => ({ ars: LEEZEN }) };
const sourceOf = (ars: string, id: string) => ({
  ars,
  id,
  name: `Kalender ${id}`,
  format: 'icalendar',
  attribution: 'Test',
  demonstration: false,
});
const read = async (context: CommandContext, ars: string, id: string, uid: string, name: string) => {
  await saveSource(context.database, sourceOf(ars, id));
  const report = await importOffers(context, sourceOf(ars, id), { bytes: calendar(uid, name) }, places);
  assert.ok('counts' in report && report.counts.read === 1, JSON.stringify(report));
};
const count = async (context: CommandContext, statement: string): Promise<number> =>
  Number((await context.connection.pool.query(`select count(*) as rows from ${statement}`)).rows[0].rows);

before(async () => {
  await seedMunicipalities(away);
  const anna = await desk.administrate('01060053', 'anna@leezen.example');
  await anna.post(`/rathaus/${LEEZEN}/menschen/einladen`, { mail: 'ben@leezen.example', role: 'editor' });
  await read(home, LEEZEN, 'kirche', 'a', 'Krippenspiel');
  await read(home, DISTRICT, 'kreis', 'b', 'Kreismusikfest');
  await read(home, '082120000000', 'fremd', 'c', 'Anderswo');
  await home.connection.pool.query(`
    insert into offers.suggestion (ars, id, fields, mail, suggested_at)
    values ('${LEEZEN}', gen_random_uuid(), '{"name": "=Ä;\\"x\\"\\n"}', 'ines@example.org', now())`);
  const { ars, datastream } = await plantStream(home, LEEZEN);
  const readings = ['2009-05-05T05:00Z', '2025-12-31T23:00Z'].map((at, value) => ({
    at: new Date(at),
    value,
  }));
  await ingest(home, { ars, datastream, readings });
});

test('every table of the house is taken along or left out for a reason', async () => {
  const client = await home.connection.pool.connect();
  const known = [...townTables.map(({ name }) => name), ...Object.keys(leftOut)].sort();
  const found = (await listTables(client)).map(({ name }) => name).sort();
  client.release();
  assert.deepEqual(found, known);
});

test('a town leaves with everything, and arrives with everything in an empty house', async () => {
  const files = await openFiles(home, LEEZEN, 'https://allmende.example');
  const manifest = await writeArchive(home, town, files, archive);
  const rows = Object.fromEntries(manifest.tables.map((table) => [table.name, table.rows]));
  assert.deepEqual(
    [rows['accounts.role'], rows['offers.suggestion'], rows['offers.source'], rows['offers.offer']],
    [1, 1, 3, 3],
  );
  const arrived = await importArchive(away, archive);
  assert.deepEqual(arrived.rows, rows);
  assert.equal(rows['sensors.observation'], 2);
  const anna = { personId: '', label: 'anna' };
  const { rows: people } = await away.connection.pool.query('select id, mail from accounts.person');
  assert.deepEqual(
    people.map(({ mail }) => mail),
    ['anna@leezen.example'],
  );
  const acting = await findActing(away, { ...anna, personId: people[0].id }, LEEZEN);
  assert.deepEqual(acting?.roles, ['administrator']);
  assert.ok((await verifyLogs(away.database)).every(({ fault }) => fault === undefined));
  for (const secret of ['accounts.credential', 'accounts.session', 'accounts.invitation', 'accounts.device'])
    assert.equal(await count(away, secret), 0, secret);
});

test('the same archive again, and one into a house where somebody works for the town, is refused', async () => {
  await assert.rejects(importArchive(away, archive), /arbeitet hier schon jemand/);
});

/** What stands in a table of an archive, whatever the order of its rows. */
const linesOf = async (file: string): Promise<Record<string, string[]>> => {
  const { manifest, open, close } = await openArchive(file);
  const lines: Record<string, string[]> = {};
  for (const { name } of manifest.tables)
    lines[name] = (await text(await open(`tabellen/${name}.csv`))).split('\n').sort();
  close();
  return lines;
};

test('what it takes along again is the same, letter for letter of every table', async () => {
  await writeArchive(home, town, [], join(folder, 'first.zip'));
  await writeArchive(away, town, [], join(folder, 'again.zip'));
  const first = await linesOf(join(folder, 'first.zip'));
  assert.ok((first['offers.offer'] ?? []).length > 3);
  assert.deepEqual(await linesOf(join(folder, 'again.zip')), first);
});

test('in a house that knows the same source and the same people, nothing is doubled', async () => {
  const third = await testDatabase(undefined, embeddedTestServer());
  await seedMunicipalities(third);
  await read(third, DISTRICT, 'kreis', 'b', 'Kreismusikfest');
  const known = await createAccount(third, 'anna@leezen.example');
  assert.ok('personId' in known);
  await importArchive(third, archive);
  assert.equal(await count(third, `offers.offer where name = 'Kreismusikfest'`), 1);
  assert.equal(await count(third, `accounts.person where mail = 'anna@leezen.example'`), 1);
  const acting = await findActing(third, { personId: known.personId, label: '' }, LEEZEN);
  assert.deepEqual(acting?.roles, ['administrator']);
});

const damages: [what: string, damage: (bytes: Buffer) => Buffer, message: RegExp][] = [
  ['no archive at all', () => Buffer.from('Hallo'), /kein lesbares Archiv/],
  ['cut off', (bytes) => bytes.subarray(0, bytes.length / 2), /kein lesbares Archiv/],
  [
    'a changed byte',
    (bytes) => {
      const at = bytes.indexOf('tabellen/offers.offer.csv') + 200;
      bytes[at] = (bytes[at] ?? 0) ^ 0xff;
      return bytes;
    },
    /./,
  ],
];
for (const [what, damage, message] of damages)
  test(`damaged, it leaves nothing behind: ${what}`, async () => {
    const broken = join(folder, 'broken.zip');
    copyFileSync(archive, broken);
    writeFileSync(broken, damage(readFileSync(archive)));
    const empty = await testDatabase(undefined, embeddedTestServer());
    await seedMunicipalities(empty);
    await assert.rejects(importArchive(empty, broken), message);
    assert.equal(await count(empty, 'offers.offer'), 0);
    assert.equal(await count(empty, 'accounts.person'), 0);
  });

test('the open formats are what they say', async () => {
  const files = await openFiles(home, LEEZEN, 'https://allmende.example');
  const geojson = JSON.parse(files.find(({ name }) => name === 'angebote.geojson')?.content ?? '{}');
  assert.equal(geojson.type, 'FeatureCollection');
  assert.deepEqual(
    geojson.features.map((feature: { properties: { name: string } }) => feature.properties.name),
    ['Anderswo', 'Kreismusikfest', 'Krippenspiel'],
  );
  const ics = files.find(({ name }) => name === 'termine.ics')?.content ?? '';
  assert.equal(ics.match(/BEGIN:VEVENT/g)?.length, 3);
});

test('an invitation by the operator into an arrived town lets the next administrator in', async () => {
  const organisation = { ...town, id: LEEZEN, kind: 'municipality' as const };
  assert.ok('code' in (await inviteFirstAdministrator(away, organisation, 'neu@leezen.example')));
});
