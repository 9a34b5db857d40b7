import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../../foundation/testing/database.ts';
import { extendOccurrences } from './extend-occurrences.ts';
import { importFromWeb } from './import-from-web.ts';
import { saveSource } from './import-store.ts';
import type { Places } from './source.ts';

const ARS = '082120000000';
const context = await testDatabase();
const { database } = context;
await sql`
  insert into municipalities.municipality (ars, level, kind, name, valid_from, source, source_date)
  values (${ARS}, 'municipality', 'test', 'Karlsruhe', '2020-01-01', 'test', '2020-01-01')`.execute(database);

let status = 200;
const calendar = [
  'BEGIN:VCALENDAR',
  'BEGIN:VEVENT',
  'UID:1',
  'SUMMARY:Probe des Chors',
  'DTSTART;TZID=Europe/Berlin:20261124T190000',
  'RRULE:FREQ=WEEKLY',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\r\n');
const server = createServer((_, response) => void response.writeHead(status).end(calendar));
await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
after(() => {
  server.closeAllConnections();
  server.close();
});

const source = {
  ars: ARS,
  id: 'choir',
  name: 'Chor',
  format: 'icalendar',
  url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
  attribution: 'Chor',
  demonstration: true,
};
await saveSource(database, source);
const places: Places = { locate: () => undefined, findPlace: () => undefined };
const fetchNow = () => importFromWeb(context, source, places, { allowPrivate: true });

const outcomes = async (): Promise<string[]> => {
  const found = await sql<{
    outcome: string;
  }>`select outcome from offers.import_run where ars = ${ARS} order by id`.execute(database);
  return found.rows.map((row) => row.outcome);
};

const lastDate = async (): Promise<string | undefined> => {
  const found = await sql<{ last: string }>`
    select to_char(max(lower(during)) at time zone 'Europe/Berlin', 'YYYY-MM-DD HH24:MI') as last
    from offers.occurrence where ars = ${ARS}`.execute(database);
  return found.rows[0]?.last;
};

test('read, unchanged, failed: each attempt is a run, and a failure leaves the offers', async () => {
  const first = await fetchNow();
  assert.ok('counts' in first);
  assert.equal(first.counts.created, 1);
  assert.ok('unchanged' in (await fetchNow()));
  status = 500;
  assert.ok('refused' in (await fetchNow()));
  assert.deepEqual(await outcomes(), ['done', 'unchanged', 'failed']);
  const standing = await sql`select 1 from offers.offer where ars = ${ARS} and withdrawn_at is null`.execute(
    database,
  );
  assert.equal(standing.rows.length, 1);
});

test('the dates grow with the calendar, and those of the past go', async () => {
  assert.equal(await lastDate(), '2027-12-21 19:00');
  const later = { ...context, clock: () => new Date('2027-06-01T10:00:00Z') };
  assert.equal(await extendOccurrences(later, ARS), 57);
  assert.equal(await lastDate(), '2028-06-27 19:00');
});
