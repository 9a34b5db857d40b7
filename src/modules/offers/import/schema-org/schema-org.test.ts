import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openingState } from '../../../../foundation/time/opening-state.ts';
import { fromBerlin } from '../../../../foundation/time/zone.ts';
import type { OfferFacts } from '../../offer.ts';
import { readSource } from '../readers.ts';

const one = async (document: unknown): Promise<OfferFacts> => {
  const text = typeof document === 'string' ? document : JSON.stringify(document);
  const reading = await readSource('schema-org', { bytes: new TextEncoder().encode(text) });
  assert.ok(!('refused' in reading), JSON.stringify(reading));
  const [record] = reading.records;
  assert.ok(record, JSON.stringify(reading));
  return record.facts;
};

const museum = {
  '@id': 'https://example.org/m',
  '@type': 'Museum',
  name: { de: 'Museum', en: 'The museum' },
};

test('plain and prefixed keys, language maps and language objects', async () => {
  assert.equal((await one(museum)).name, 'Museum');
  assert.equal(
    (
      await one({
        '@id': 'x',
        '@type': ['schema:Museum'],
        'schema:name': [
          { '@language': 'en', '@value': 'B' },
          { '@language': 'de', '@value': 'A' },
        ],
      })
    ).name,
    'A',
  );
  assert.equal(
    (await one({ '@id': 'x', '@type': 'http://schema.org/Museum', 'https://schema.org/name': 'C' })).name,
    'C',
  );
});

test('a page with JSON-LD inside', async () => {
  const page = `<!doctype html><script type="application/ld+json">{"broken</script><script type="application/ld+json">${JSON.stringify(museum)}</script>`;
  assert.equal((await one(page)).category, 'museum');
});

test('references are followed inside the graph', async () => {
  const facts = await one({
    '@graph': [
      {
        '@id': 'e',
        '@type': 'MusicEvent',
        name: 'Konzert',
        startDate: '2026-12-24T17:00:00+01:00',
        location: { '@id': 'p' },
      },
      {
        '@id': 'p',
        '@type': 'Place',
        name: 'Dom',
        geo: { latitude: 49, longitude: 8.4 },
        address: { streetAddress: 'Platz 1a', postalCode: '76131' },
      },
    ],
  });
  assert.deepEqual(facts.point, { lon: 8.4, lat: 49 });
  assert.deepEqual(facts.address, { street: 'Platz', houseNumber: '1a', postcode: '76131', note: 'Dom' });
});

test('opening hours become OSM rules that the library understands', async () => {
  const days = ['Monday', 'Tuesday'].map((day) => `https://schema.org/${day}`);
  const facts = await one({
    ...museum,
    openingHoursSpecification: [
      { dayOfWeek: days, opens: '10:00', closes: '12:00' },
      { dayOfWeek: days, opens: '14:00', closes: '18:00' },
      {
        dayOfWeek: 'Sunday',
        opens: '11:00',
        closes: '17:00',
        validFrom: '2026-04-01',
        validThrough: '2026-10-31',
      },
    ],
    specialOpeningHoursSpecification: {
      opens: '00:00',
      closes: '00:00',
      validFrom: '2026-12-24',
      validThrough: '2026-12-24',
    },
  });
  assert.ok(facts.kind === 'place');
  assert.equal(
    facts.openingHours,
    'Mo,Tu 10:00-12:00,14:00-18:00; 2026 Apr 01-2026 Oct 31 Su 11:00-17:00; 2026 Dec 24 off',
  );
  assert.equal(openingState(facts.openingHours, '08', fromBerlin('2026-11-23', '15:00')).kind, 'open');
  assert.equal(openingState(facts.openingHours, '08', fromBerlin('2026-11-22', '15:00')).kind, 'closed');
});

test('the state of an event and its price', async () => {
  const event = { '@id': 'e', '@type': 'Event', name: 'Fest', startDate: '2026-12-24' };
  const cases: [object, string, string][] = [
    [{ eventStatus: 'https://schema.org/EventCancelled' }, 'cancelled', 'unknown'],
    [{ eventStatus: 'schema:EventRescheduled', isAccessibleForFree: true }, 'moved', 'free'],
    [{ offers: { availability: 'https://schema.org/SoldOut', price: '12.50' } }, 'soldOut', 'paid'],
    [{ offers: { price: 0 } }, 'scheduled', 'free'],
    [{ isAccessibleForFree: { '@value': 'false' } }, 'scheduled', 'paid'],
  ];
  for (const [more, status, price] of cases) {
    const facts = await one({ ...event, ...more });
    assert.deepEqual(
      [facts.kind === 'event' && facts.status, facts.price.kind],
      [status, price],
      JSON.stringify(more),
    );
  }
});

test('a monthly schedule on the fourth Sunday', async () => {
  const facts = await one({
    '@id': 'e',
    '@type': 'Event',
    name: 'Führung',
    eventSchedule: {
      '@type': 'Schedule',
      repeatFrequency: 'P1M',
      byDay: 'schema:Sunday',
      byMonthWeek: 4,
      startDate: '2026-09-27',
      startTime: '19:00',
      endTime: '20:30',
      endDate: '2026-12-27',
    },
  });
  assert.deepEqual(facts.kind === 'event' && facts.schedule, {
    start: '2026-09-27T19:00',
    end: '2026-09-27T20:30',
    allDay: false,
    rrule: 'FREQ=MONTHLY;BYDAY=4SU;UNTIL=20261227T225959Z',
  });
});
