import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import { embeddedTestServer, testDatabase } from '../../foundation/testing/database.ts';
import { importOffers, saveSource } from '../../modules/offers/index.ts';
import type { CommandContext } from './command.ts';
import { exportAll } from './export-all.ts';
import { importAll } from './import-all.ts';
import { listTables } from './tables.ts';

const KARLSRUHE = '082120000000';

const embedded = await testDatabase(undefined, embeddedTestServer());
/** PostgreSQL 15 where the second engine runs the tests, else another embedded database. */
const server = await testDatabase();

const folder = mkdtempSync(join(tmpdir(), 'allmende-export-'));
after(() => rmSync(folder, { recursive: true }));

const CALENDAR = `BEGIN:VCALENDAR
VERSION:2.0
PRODID:test
BEGIN:VEVENT
UID:1
DTSTART;TZID=Europe/Berlin:20261203T190000
DTEND;TZID=Europe/Berlin:20261203T210000
RRULE:FREQ=WEEKLY;COUNT=3
SUMMARY:Straßenfest der Kindergärten
DESCRIPTION:Erste Zeile\\nzweite\\, mit "Zeichen" \\\\ und Semikolon\\; ohne alles
END:VEVENT
END:VCALENDAR
`.replaceAll('\n', '\r\n');

before(async () => {
  const { pool } = embedded.connection;
  // The child stands before its parent in the order of keys reversed: the check waits for the end.
  await pool.query(`insert into municipalities.municipality
    (ars, level, kind, name, parent_ars, lon, lat, pt, valid_from, source, source_date) values
    ('${KARLSRUHE}', 'municipality', 'town', 'Karlsruhe', '08', 8.4, 49.0, '(456000,5428000)', '2020-01-01', 'test', '2020-01-01'),
    ('08', 'state', 'state', 'Baden-Württemberg', null, null, null, null, '2020-01-01', 'test', '2020-01-01')`);
  await pool.query(
    `insert into municipalities.boundary values ($1, '{"type": "Point",  "coordinates": [8.4, 49]}', '2020-01-01', 'test')`,
    [KARLSRUHE],
  );
  const source = { ars: KARLSRUHE, id: 'calendar', name: 'Test', format: 'icalendar', attribution: 'Test' };
  await saveSource(embedded.database, { ...source, demonstration: true });
  const bytes = new TextEncoder().encode(CALENDAR);
  const places = { locate: () => undefined, findPlace: () => undefined };
  const report = await importOffers(embedded, { ...source, demonstration: true }, { bytes }, places);
  assert.ok('counts' in report && report.counts.created === 1);
});

/** Number of rows and a checksum of every table, without the columns that are made anew. */
const stateOf = async ({ connection }: CommandContext): Promise<Record<string, string>> => {
  const client = await connection.pool.connect();
  try {
    await client.query(`set timezone = 'UTC'`);
    const state: Record<string, string> = {};
    for (const { name, columns } of await listTables(client)) {
      const row = `row(${columns.map((column) => `t.${column}`).join(', ')})::text`;
      const { rows } = await client.query(
        `select count(*) || ' ' || coalesce(md5(string_agg(${row}, E'\\n' order by ${row} collate "C")), '') as sum from ${name} t`,
      );
      state[name] = rows[0].sum;
    }
    return state;
  } finally {
    client.release();
  }
};

const move = async (from: CommandContext, to: CommandContext, name: string): Promise<string> => {
  const target = join(folder, name);
  await exportAll.run(from, [target]);
  await importAll.run(to, [target]);
  return target;
};

test('everything moves to a server and back, computed columns are made anew', async () => {
  const original = await stateOf(embedded);
  assert.match(original['offers.occurrence'] ?? '', /^3 /);
  await move(embedded, server, 'there');
  assert.deepEqual(await stateOf(server), original);
  const made = await server.connection.pool.query(
    `select count(*) as all, count(*) filter (where search = to_tsvector('german', search_text)) as right,
       count(*) filter (where search @@ to_tsquery('german', 'strassenfest')) as found from offers.offer`,
  );
  assert.deepEqual(made.rows, [{ all: 1, right: 1, found: 1 }]);
  await embedded.connection.pool.query('truncate offers.source cascade');
  await move(server, embedded, 'back');
  assert.deepEqual(await stateOf(embedded), original);
});

test('the same export twice gives the same: nothing is added', async () => {
  const before = await stateOf(server);
  await importAll.run(server, [join(folder, 'there')]);
  assert.deepEqual(await stateOf(server), before);
});

type Damage = { name: string; does: (target: string) => void; says: RegExp };
const OFFERS = 'offers.offer.csv.gz';

const damages: Damage[] = [
  {
    name: 'a changed value',
    does: (target) => {
      const text = gunzipSync(readFileSync(join(target, OFFERS))).toString();
      writeFileSync(join(target, OFFERS), gzipSync(text.replace('Straßenfest', 'Strassenfest')));
    },
    says: /offers\.offer\.csv\.gz ist beschädigt/,
  },
  {
    name: 'a file that was cut off',
    does: (target) =>
      writeFileSync(join(target, OFFERS), readFileSync(join(target, OFFERS)).subarray(0, -40)),
    says: /offers\.offer\.csv\.gz ist beschädigt/,
  },
  {
    name: 'a missing file',
    does: (target) => rmSync(join(target, OFFERS)),
    says: /offers\.offer\.csv\.gz ist beschädigt/,
  },
  {
    name: 'an export that did not finish',
    does: (target) => rmSync(join(target, 'manifest.json')),
    says: /kein abgeschlossener Export/,
  },
  {
    name: 'another version of the schema',
    does: (target) => {
      const file = join(target, 'manifest.json');
      writeFileSync(file, readFileSync(file, 'utf8').replace('0002-offers', '0002-other'));
    },
    says: /anderen Version/,
  },
];

for (const { name, does, says } of damages)
  test(`refused with nothing changed: ${name}`, async () => {
    const target = join(folder, name.replaceAll(' ', '-'));
    await exportAll.run(embedded, [target]);
    does(target);
    await server.connection.pool.query(`update offers.offer set name = 'Sommerfest'`);
    const before = await stateOf(server);
    await assert.rejects(importAll.run(server, [target]), says);
    assert.deepEqual(await stateOf(server), before);
  });

test('an export never writes into a folder that is in use', async () => {
  await assert.rejects(exportAll.run(embedded, [join(folder, 'there')]), /nicht leer/);
});
