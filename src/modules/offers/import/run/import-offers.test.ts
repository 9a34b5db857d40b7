import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { sql } from 'kysely';
import { TEST_NOW, testDatabase } from '../../../../foundation/testing/database.ts';
import { importOffers } from './import-offers.ts';
import { saveSource } from './import-store.ts';
import type { ImportCounts, Places, Source } from './source.ts';

const KARLSRUHE = '082120000000';
const ETTLINGEN = '082155002017';
const DISTRICT = '08215';

const context = await testDatabase();
const { database } = context;

for (const [ars, level, name] of [
  [KARLSRUHE, 'municipality', 'Karlsruhe'],
  [ETTLINGEN, 'municipality', 'Ettlingen'],
  [DISTRICT, 'district', 'Karlsruhe'],
])
  await sql`
    insert into municipalities.municipality (ars, level, kind, name, valid_from, source, source_date)
    values (${ars}, ${level}, 'test', ${name}, '2020-01-01', 'test', '2020-01-01')`.execute(database);

/** South of 48.96° is Ettlingen here. */
const places: Places = {
  locate: ({ lat }) => ({ ars: lat < 48.96 ? ETTLINGEN : KARLSRUHE }),
  findPlace: (text) => (text.includes('Ettlingen') ? { ars: ETTLINGEN } : undefined),
};

let sources = 0;
const register = async (format: string, ars = KARLSRUHE, settings: unknown = {}): Promise<Source> => {
  sources += 1;
  const source = {
    ars,
    id: `source-${sources}`,
    name: 'Test',
    format,
    attribution: `Stadt ${sources}`,
    settings,
    demonstration: true,
  };
  await saveSource(database, source);
  return source;
};

const run = async (source: Source, text: string | Uint8Array, now = TEST_NOW): Promise<ImportCounts> => {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const report = await importOffers({ ...context, clock: () => now }, source, { bytes }, places);
  assert.ok(!('refused' in report), JSON.stringify(report));
  return report.counts;
};

const counts = (expected: Partial<ImportCounts>): ImportCounts => ({
  read: 0,
  created: 0,
  changed: 0,
  unchanged: 0,
  returned: 0,
  moved: 0,
  merged: 0,
  vanished: 0,
  rejected: 0,
  skipped: {},
  ...expected,
});

const rows = async <T>(query: ReturnType<typeof sql<T>>): Promise<T[]> =>
  (await query.execute(database)).rows;

const offersOf = (source: Source) =>
  rows(sql<{ ars: string; id: string; name: string; withdrawn: boolean }>`
    select o.ars, o.id, o.name, o.withdrawn_at is not null as withdrawn from offers.offer o
    join offers.sighting s on s.ars = o.ars and s.offer_id = o.id
    where s.source_ars = ${source.ars} and s.source_id = ${source.id} order by o.name, o.ars`);

const HEAD = 'id;name;kategorie;lon;lat\n';

test('importing twice changes nothing; a change, a vanished and a returned record are told apart', async () => {
  const source = await register('csv');
  const two = `${HEAD}1;Spielplatz Süd;playground;8,40;49,00\n2;Bücherei;library;8,41;49,01\n`;
  assert.deepEqual(await run(source, two), counts({ read: 2, created: 2 }));
  const before = await offersOf(source);
  assert.deepEqual(await run(source, two), counts({ read: 2, unchanged: 2 }));
  assert.deepEqual(await offersOf(source), before);
  const renamed = two.replace('Bücherei', 'Stadtbücherei');
  assert.deepEqual(await run(source, renamed), counts({ read: 2, changed: 1, unchanged: 1 }));
  assert.deepEqual(
    await run(source, `${HEAD}1;Spielplatz Süd;playground;8,40;49,00\n`),
    counts({ read: 1, unchanged: 1, vanished: 1 }),
  );
  assert.deepEqual(
    (await offersOf(source)).map((offer) => [offer.name, offer.withdrawn]),
    [
      ['Spielplatz Süd', false],
      ['Stadtbücherei', true],
    ],
  );
  assert.deepEqual(await run(source, renamed), counts({ read: 2, unchanged: 1, returned: 1 }));
  assert.deepEqual(
    (await offersOf(source)).map(({ id, withdrawn }) => [id, withdrawn]).toSorted(),
    before.map(({ id }) => [id, false]).toSorted(),
  );
});

test('one bad record never loses the others, and is in the run with its reason', async () => {
  const source = await register('csv');
  const text = `${HEAD}1;Park;park;8,40;49,00\n2;;park;8,40;49,00\n3;Nowhere;park;0,1;10\n4;Odd;quux;8,4;49\n1;Again;park;8,4;49\n`;
  assert.deepEqual(await run(source, text), counts({ read: 1, created: 1, rejected: 4 }));
  const [stored] = await rows(sql<{
    outcome: string;
    rejected: { position: string; reason: { de: string; en: string } }[];
  }>`
    select outcome, rejected from offers.import_run where ars = ${source.ars} and source_id = ${source.id}`);
  assert.equal(stored?.outcome, 'done');
  assert.deepEqual(
    stored.rejected.map(({ position, reason }) => [position, reason.en]),
    [
      ['Zeile 3', 'The name is missing.'],
      ['Zeile 4', 'The coordinates are not in Germany.'],
      ['Zeile 5', 'The category is missing or unknown.'],
      ['1', 'The id occurs several times in the file; the first entry counts.'],
    ],
  );
});

test('an unreadable file is refused, leaves what stood there, and the run says why', async () => {
  const source = await register('geojson-osm');
  await run(
    source,
    '{"features":[{"id":"n1","properties":{"amenity":"library"},"geometry":{"type":"Point","coordinates":[8.4,49]}}]}',
  );
  const report = await importOffers(context, source, { bytes: new TextEncoder().encode('<html>') }, places);
  assert.ok('refused' in report && report.refused === 'unreadable-file');
  assert.deepEqual(
    (await offersOf(source)).map(({ withdrawn }) => withdrawn),
    [false],
  );
  const outcomes = await rows(sql<{ outcome: string }>`
    select outcome from offers.import_run where ars = ${source.ars} and source_id = ${source.id} order by outcome`);
  assert.deepEqual(
    outcomes.map(({ outcome }) => outcome),
    ['done', 'failed'],
  );
});

test('a fault in the middle of an import leaves nothing of it', async () => {
  const source = await register('csv');
  const text =
    HEAD + Array.from({ length: 1500 }, (_, index) => `${index};Park ${index};park;8,40;49,00`).join('\n');
  let ids = 0;
  const failing = { ...context, newId: () => (ids++ < 1_200 ? context.newId() : 'no uuid') };
  const bytes = new TextEncoder().encode(text);
  await assert.rejects(importOffers(failing, source, { bytes }, places));
  assert.deepEqual(await offersOf(source), []);
});

test('a record that crosses the municipal border is withdrawn there and new here', async () => {
  const source = await register('csv', DISTRICT);
  await run(source, `${HEAD}1;Wanderhütte;picnic-site;8,40;49,00\n`);
  assert.deepEqual(
    await run(source, `${HEAD}1;Wanderhütte;picnic-site;8,40;48,90\n`),
    counts({ read: 1, moved: 1 }),
  );
  assert.deepEqual(
    (await offersOf(source)).map(({ ars, withdrawn }) => [ars, withdrawn]),
    [
      [KARLSRUHE, true],
      [ETTLINGEN, false],
    ],
  );
});

test('without a point: the municipality that publishes, for a district the town of the address', async () => {
  const district = await register('csv', DISTRICT);
  const text = 'name;kategorie;plz;ort\nMuseum;museum;76275;Ettlingen\nMuseum;museum;;Irgendwo\n';
  assert.deepEqual(await run(district, text), counts({ read: 1, created: 1, rejected: 1 }));
  assert.deepEqual(
    (await offersOf(district)).map(({ ars }) => ars),
    [ETTLINGEN],
  );
  const town = await register('csv');
  assert.deepEqual(await run(town, text), counts({ read: 2, created: 2 }));
});

const calendar = (...lines: string[]): string =>
  `BEGIN:VCALENDAR\nVERSION:2.0\n${lines.join('\n')}\nEND:VCALENDAR\n`;
const event = (...lines: string[]): string => `BEGIN:VEVENT\n${lines.join('\n')}\nEND:VEVENT`;

test('the same event from two sources is one offer with two sightings; the first wins, gaps are filled', async () => {
  const town = await register('icalendar');
  const club = await register('icalendar');
  const own = calendar(
    event(
      'UID:a',
      'DTSTART;TZID=Europe/Berlin:20261205T190000',
      'SUMMARY:Advents-Konzert',
      'GEO:49.0;8.4',
      'LOCATION:Kirche',
    ),
  );
  const theirs = calendar(
    event(
      'UID:b',
      'DTSTART:20261205T180000Z',
      'DTEND:20261205T200000Z',
      'SUMMARY:Advents Konzert!',
      'DESCRIPTION:Mit Orgel',
      'GEO:49.0005;8.4',
      'LOCATION:Stadtkirche',
    ),
    event('UID:c', 'DTSTART:20261205T180000Z', 'SUMMARY:Advents Konzert', 'GEO:49.1;8.4'),
  );
  assert.deepEqual(await run(town, own), counts({ read: 1, created: 1 }));
  assert.deepEqual(await run(club, theirs), counts({ read: 2, created: 1, merged: 1 }));
  const [offer] = await offersOf(town);
  const merged = () =>
    rows(sql<{
      name: string;
      description: string;
      note: string;
      attribution: string;
      ends: string;
      sightings: number;
      withdrawn: boolean;
    }>`
      select o.name, o.description, o.address ->> 'note' as note, o.attribution, o.schedule ->> 'end' as ends,
        o.withdrawn_at is not null as withdrawn,
        (select count(*) from offers.sighting s where s.ars = o.ars and s.offer_id = o.id and s.vanished_at is null) as sightings
      from offers.offer o where o.ars = ${KARLSRUHE} and o.id = ${offer?.id}`);
  assert.deepEqual(await merged(), [
    {
      name: 'Advents-Konzert',
      description: 'Mit Orgel',
      note: 'Kirche',
      attribution: town.attribution,
      ends: '2026-12-05T21:00',
      sightings: 2,
      withdrawn: false,
    },
  ]);
  assert.deepEqual(await run(club, theirs), counts({ read: 2, unchanged: 2 }));
  assert.deepEqual(await run(town, own), counts({ read: 1, unchanged: 1 }));
  await run(town, calendar());
  assert.deepEqual(
    (await merged()).map(({ sightings, withdrawn }) => [sightings, withdrawn]),
    [[1, false]],
  );
  assert.deepEqual(await run(club, theirs), counts({ read: 2, changed: 1, unchanged: 1 }));
  assert.equal((await merged())[0]?.attribution, club.attribution);
  await run(club, calendar());
  assert.deepEqual(
    (await merged()).map(({ sightings, withdrawn }) => [sightings, withdrawn]),
    [[0, true]],
  );
});

const datesOf = (source: Source) =>
  rows(sql<{ starts: string; ends: string; status: string }>`
    select to_char(lower(during) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI') as starts,
      to_char(upper(during) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI') as ends, c.status
    from offers.occurrence c join offers.sighting s on s.ars = c.ars and s.offer_id = c.offer_id
    where s.source_ars = ${source.ars} and s.source_id = ${source.id} order by during`);

test('dates are written out thirteen months ahead, across the clock change, with exceptions and overrides', async () => {
  const source = await register('icalendar');
  const series = [
    'UID:s',
    'SUMMARY:Probe',
    'DTSTART;TZID=Europe/Berlin:20270320T190000',
    'DTEND;TZID=Europe/Berlin:20270320T203000',
  ];
  const text = calendar(
    event(...series, 'RRULE:FREQ=WEEKLY;COUNT=5', 'EXDATE;TZID=Europe/Berlin:20270403T190000'),
    event(
      'UID:s',
      'SUMMARY:Probe',
      'RECURRENCE-ID;TZID=Europe/Berlin:20270410T190000',
      'DTSTART;TZID=Europe/Berlin:20270410T190000',
      'STATUS:CANCELLED',
    ),
    event(
      'UID:s',
      'SUMMARY:Probe',
      'RECURRENCE-ID;TZID=Europe/Berlin:20270417T190000',
      'DTSTART;TZID=Europe/Berlin:20270418T170000',
      'DTEND;TZID=Europe/Berlin:20270418T183000',
    ),
    event('UID:past', 'SUMMARY:Vorbei', 'DTSTART:20260101T100000Z'),
    event('UID:far', 'SUMMARY:In zwei Jahren', 'DTSTART:20281101T100000Z'),
    event('UID:broken', 'SUMMARY:Kaputt', 'DTSTART:gestern'),
  );
  assert.deepEqual(await run(source, text), counts({ read: 3, created: 3, rejected: 1 }));
  assert.deepEqual(await datesOf(source), [
    { starts: '2027-03-20T18:00', ends: '2027-03-20T19:30', status: 'scheduled' },
    { starts: '2027-03-27T18:00', ends: '2027-03-27T19:30', status: 'scheduled' },
    { starts: '2027-04-10T17:00', ends: '2027-04-10T18:30', status: 'cancelled' },
    { starts: '2027-04-17T17:00', ends: '2027-04-17T18:30', status: 'moved' },
    { starts: '2027-04-18T15:00', ends: '2027-04-18T16:30', status: 'scheduled' },
  ]);
});

test('words are counted once per changed text, compounds with their parts', async () => {
  const source = await register('csv');
  const text = `${HEAD}1;Abenteuerspielplatz;playground;8,40;49,00\n`;
  const uses = async () =>
    (await rows(sql<{ uses: number }>`select uses from offers.word where word = 'abenteuerspielplatz'`)).map(
      (row) => row.uses,
    );
  await run(source, text);
  assert.deepEqual(await uses(), [1]);
  await run(source, text);
  assert.deepEqual(await uses(), [1]);
});

const market = join(import.meta.dirname, '../../../../../../shared/data/poi/markets/karlsruhe.json');
test('a real file twice', {
  skip: existsSync(market) ? false : 'The folder ../shared/data is missing.',
}, async () => {
  const source = await register('weekly-markets');
  const bytes = readFileSync(market);
  const first = await run(source, bytes);
  assert.ok(first.created > 5 && first.rejected === 0);
  assert.deepEqual(await run(source, bytes), counts({ read: first.read, unchanged: first.read }));
});
