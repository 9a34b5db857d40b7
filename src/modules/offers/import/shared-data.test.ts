import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Reading } from '../offer.ts';
import { occurrencesOf } from '../schedule.ts';
import { readSource, type SourceFormat } from './readers.ts';

const data = join(import.meta.dirname, '../../../../../shared/data');
const skip = existsSync(data) ? false : 'The folder ../shared/data is missing.';

const read = async (format: SourceFormat, file: string, settings?: unknown): Promise<Reading> => {
  const reading = await readSource(format, { bytes: readFileSync(join(data, file)), settings });
  assert.ok(!('refused' in reading), file);
  return reading;
};

const readAll = async (format: SourceFormat, folder: string, pattern: RegExp): Promise<Reading> => {
  const files = readdirSync(join(data, folder)).filter((file) => pattern.test(file));
  const readings = await Promise.all(files.map((file) => read(format, join(folder, file))));
  return {
    records: readings.flatMap((reading) => reading.records),
    rejected: readings.flatMap((reading) => reading.rejected),
    skipped: Object.fromEntries(readings.flatMap((reading) => Object.entries(reading.skipped))),
  };
};

const named = (reading: Reading, name: string) =>
  reading.records.find(({ facts }) => facts.name === name)?.facts;

test('weekly markets: 607 of 66 towns, 570 with opening hours, string coordinates read', {
  skip,
}, async () => {
  const files = readdirSync(join(data, 'poi/markets'));
  assert.equal(files.length, 66);
  const reading = await readAll('weekly-markets', 'poi/markets', /\.json$/);
  assert.equal(reading.records.length, 607);
  assert.deepEqual(reading.rejected, []);
  const withHours = reading.records.filter(({ facts }) => facts.kind === 'place' && facts.openingHours);
  assert.equal(withHours.length, 570);
  assert.ok(reading.records.every(({ facts }) => facts.point && facts.category === 'market'));
});

test('each town: ids are distinct and stay the same', { skip }, async () => {
  for (const file of readdirSync(join(data, 'poi/markets'))) {
    const first = await read('weekly-markets', `poi/markets/${file}`);
    const ids = first.records.map((record) => record.foreignId);
    assert.equal(new Set(ids).size, ids.length, file);
    assert.deepEqual(await read('weekly-markets', `poi/markets/${file}`), first);
  }
});

test('Münster: 332 playgrounds, 209 sports grounds of which 14 are rejected', { skip }, async () => {
  const playgrounds = await read('geojson-mapped', 'poi/muenster/spielplaetze.geojson', {
    columns: { name: 'Spielplatz-Name' },
    constants: { category: 'playground', town: 'Münster' },
  });
  assert.equal(playgrounds.records.length, 332);
  const sports = await read('geojson-mapped', 'poi/muenster/sportstaetten.geojson', {
    columns: {
      id: ['Produkt', 'Teilprodukt', 'Objekt', 'Strname', 'Hsnr', 'Rechtswert', 'Hochwert'],
      name: 'Objekt',
      description: 'Teilprodukt',
      street: 'Strname',
      houseNumber: 'Hsnr',
      postcode: 'Plz',
    },
    constants: { category: 'sports-ground', town: 'Münster' },
  });
  // 13 of the 209 rows were shifted by a comma in the name, which put their coordinates into the Atlantic; one has no name.
  const rejectedFor = (reason: string) => sports.rejected.filter((row) => row.reason.en === reason).length;
  assert.equal(rejectedFor('The coordinates are not in Germany.'), 13);
  assert.equal(rejectedFor('The name is missing.'), 1);
  assert.equal(sports.records.length, 209 - 13 - 1);
  assert.equal(new Set(sports.records.map(({ foreignId }) => foreignId)).size, sports.records.length);
  assert.deepEqual(playgrounds.rejected, []);
});

test('OSM: 288 features of Bayreuth and 17 of Krautsand, the ones that are nothing to visit left out', {
  skip,
}, async () => {
  const bayreuth = await read('geojson-osm', 'poi/osm/bayreuth-nord-2014.pois.geojson');
  // 288 features: benches, hydrants, guideposts, hunting stands … have no category.
  assert.equal(bayreuth.records.length + sum(bayreuth.skipped), 288);
  assert.deepEqual(bayreuth.rejected, []);
  assert.equal(bayreuth.records.filter(({ facts }) => facts.category === 'playground').length, 7);
  // 22 features have opening hours; those of a public telephone and the like are left out with it.
  const hours = bayreuth.records.filter(({ facts }) => facts.kind === 'place' && facts.openingHours).length;
  assert.ok(hours > 0 && hours <= 22, String(hours));
  const krautsand = await read('geojson-osm', 'poi/osm/krautsand-drochtersen-2017.pois.geojson');
  assert.equal(krautsand.records.length + sum(krautsand.skipped), 17);
});

const sum = (counts: Record<string, number>): number => Object.values(counts).reduce((a, b) => a + b, 0);

test('ThüCAT: 16 resources, 13 of them places', { skip }, async () => {
  const reading = await readAll('schema-org', 'poi/thuecat_jsonld', /\.json(\.gz)?$/);
  // The other three: the marketing company, the town of Erfurt, and an accessibility certificate.
  assert.equal(reading.records.length, 13);
  assert.deepEqual(reading.skipped, { 'no-place-or-event': 1, 'administrative-area': 1 });
  assert.deepEqual(reading.rejected, []);
  const synagogue = reading.records.find(({ foreignId }) => foreignId.endsWith('165868194223-zmqf'))?.facts;
  assert.ok(synagogue?.kind === 'place');
  assert.equal(synagogue.category, 'museum');
  assert.equal(synagogue.openingHours, '2021 Mar 01-2021 Dec 31 Tu,We,Th,Fr,Sa,Su 10:00-18:00');
  assert.deepEqual(synagogue.languages, ['de', 'en', 'fr']);
  assert.equal(synagogue.price.kind, 'paid');
  assert.deepEqual(synagogue.address, {
    street: 'Waagegasse',
    houseNumber: '8',
    postcode: '99084',
    town: 'Erfurt',
  });
  assert.equal(reading.records.filter(({ facts }) => facts.category === 'hiking' && facts.point).length, 4);
  const broken = named(
    reading,
    'One specialOpeningHoursSpecification misses opens and closes, leading to type error',
  );
  assert.ok(broken?.kind === 'place');
  assert.equal(broken.openingHours, '2024 Sep 19 Th 09:30-18:00');
});

test('ThüCAT: 8 events with their schedules', { skip }, async () => {
  const reading = await readAll('schema-org', 'events/thuecat_jsonld', /\.json$/);
  assert.equal(reading.records.length, 8);
  assert.deepEqual([reading.rejected, reading.skipped], [[], {}]);
  const year = { start: new Date('2026-01-01T00:00:00Z'), end: new Date('2027-01-01T00:00:00Z') };
  const datesOf = (ending: string): number => {
    const facts = reading.records.find(({ foreignId }) => foreignId.endsWith(ending))?.facts;
    return facts?.kind === 'event' ? occurrencesOf(facts.schedule, year).length : Number.NaN;
  };
  // Five Thursdays, all of them excepted; three single evenings; two dates and four fourth Sundays.
  assert.deepEqual([datesOf('-excepted'), datesOf('-kcev'), datesOf('100771372-hubev')], [0, 3, 6]);
  const festival = named(reading, 'Test-Festival ganztaegig');
  assert.deepEqual(festival?.kind === 'event' && festival.schedule, {
    start: '2026-12-01',
    end: '2026-12-03',
    allDay: true,
  });
  const open = named(reading, 'Test-Festival ohne Enddatum');
  assert.deepEqual(open?.kind === 'event' && open.schedule, {
    start: '2026-12-01T08:00',
    end: '2026-12-01T10:00',
    allDay: false,
  });
});

test('destination.one: 8 answers with 12 events', { skip }, async () => {
  const reading = await readAll('destination-one', 'events/destination_one', /\.json$/);
  // Two answers hold three events, the other six one each.
  assert.equal(reading.records.length, 12);
  assert.deepEqual([reading.rejected, reading.skipped], [[], {}]);
  const weekly = (await read('destination-one', 'events/destination_one/ResponseWithRecurringWeekly.json'))
    .records[0]?.facts;
  assert.ok(weekly?.kind === 'event');
  const july = { start: new Date('2022-07-01T00:00:00Z'), end: new Date('2022-09-01T00:00:00Z') };
  assert.deepEqual(
    occurrencesOf(weekly.schedule, july).map(({ start, end }) => [start.toISOString(), end.toISOString()]),
    [16, 23, 30].map((day) => [`2022-07-${day}T08:00:00.000Z`, `2022-07-${day}T14:00:00.000Z`]),
  );
  const nowhere = (await read('destination-one', 'events/destination_one/ResponseWithoutLocation.json'))
    .records[0]?.facts;
  assert.equal(nowhere?.point, undefined);
});

test('iCalendar: 10 VEVENT of Leverkusen, three of them whole days', { skip }, async () => {
  const reading = await read('icalendar', 'events/ical/leverkusen-2026-09-excerpt.ics');
  assert.equal(reading.records.length, 10);
  assert.deepEqual([reading.rejected, reading.skipped], [[], {}]);
  const facts = reading.records.map((record) => record.facts);
  assert.equal(facts.filter((event) => event.kind === 'event' && event.schedule.allDay).length, 3);
  const fair = named(reading, 'Jobmesse Kompakt');
  assert.ok(fair?.kind === 'event');
  assert.equal(fair.category, 'market-event');
  assert.deepEqual(fair.schedule, { start: '2026-09-08T10:00', end: '2026-09-08T16:00', allDay: false });
  assert.deepEqual(fair.address, {
    note: 'Forum Leverkusen',
    street: 'Am Büchelter Hof 9',
    postcode: '51373',
    town: 'Leverkusen',
  });
  assert.deepEqual(fair.point, { lon: 6.989814, lat: 51.034695 });
  const warning = named(reading, 'Bundesweiter Warntag');
  assert.deepEqual([warning?.point, warning?.address], [undefined, {}]);
});

test('Atom without event dates gives no offers, and says so', { skip }, async () => {
  const reading = await read('feed', 'council/karlsruhe_oparl/feed_tagesordnungspunkte-recent.atom.xml');
  assert.equal(reading.records.length, 0);
  assert.ok((reading.skipped['no-event-date'] ?? 0) > 0);
});
