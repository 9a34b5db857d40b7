import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readSource, sourceFormats } from './readers.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const wellFormed = (result: Awaited<ReturnType<typeof readSource>>): void => {
  if ('refused' in result) assert.equal(result.refused, 'unreadable-file');
  else for (const { foreignId, facts } of result.records) assert.ok(foreignId !== '' && facts.name !== '');
};

test('random bytes are refused or read, and never throw', async () => {
  for (const format of sourceFormats)
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) =>
        wellFormed(await readSource(format, { bytes })),
      ),
      { numRuns: 40 },
    );
});

test('any JSON is refused or read, and never throws', async () => {
  const keys = [
    'features',
    'items',
    '@graph',
    '@type',
    'geometry',
    'properties',
    'coordinates',
    'timeIntervals',
    'name',
    'title',
    'type',
    'eventSchedule',
    '__proto__',
  ];
  const { tree } = fc.letrec((tie) => ({
    leaf: fc.oneof(fc.string(), fc.double(), fc.constantFrom('Event', 'schema:Place', 'Museum', null, true)),
    tree: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      tie('leaf'),
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.dictionary(fc.constantFrom(...keys), tie('tree')),
    ),
  }));
  for (const format of ['geojson-osm', 'geojson-mapped', 'weekly-markets', 'schema-org', 'destination-one'])
    await fc.assert(
      fc.asyncProperty(tree, async (json) =>
        wellFormed(await readSource(format, { bytes: encode(JSON.stringify(json) ?? '') })),
      ),
      { numRuns: 100 },
    );
});

test('calendars and tables of random lines never throw', async () => {
  const line = fc.oneof(
    fc.string(),
    fc.constantFrom(
      'BEGIN:VEVENT',
      'END:VEVENT',
      'DTSTART:20260101T100000Z',
      'DTSTART;VALUE=DATE:2026',
      'RRULE:FREQ=DAILY',
      'RRULE:FREQ=SECONDLY',
      'UID:1',
      'EXDATE:x',
      'GEO:a;b',
      'name;lon;lat',
      '"',
      'SUMMARY:x',
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 30 }), async (lines) => {
      wellFormed(
        await readSource('icalendar', {
          bytes: encode(`BEGIN:VCALENDAR\n${lines.join('\n')}\nEND:VCALENDAR`),
        }),
      );
      wellFormed(await readSource('csv', { bytes: encode(lines.join('\n')) }));
      wellFormed(
        await readSource('feed', {
          bytes: encode(`<rss><channel><item>${lines.join('\n')}</item></channel></rss>`),
        }),
      );
    }),
    { numRuns: 100 },
  );
});

test('a deeply nested document is no danger', async () => {
  const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
  const geojson = `{"features":[{"properties":{"amenity":"library"},"id":"n1","geometry":{"type":"Polygon","coordinates":${deep}}}]}`;
  wellFormed(await readSource('geojson-osm', { bytes: encode(geojson) }));
  wellFormed(await readSource('schema-org', { bytes: encode(deep) }));
});

test('an unknown format is refused', async () => {
  assert.ok('refused' in (await readSource('toString', { bytes: encode('{}') })));
});

test('what never closes is read in linear time, and entities do not multiply', async () => {
  const bomb = `<!DOCTYPE r [<!ENTITY a "${'x'.repeat(1_000)}">${Array.from({ length: 9 }, (_, index) => `<!ENTITY ${'bcdefghij'[index]} "${`&${'abcdefghij'[index]};`.repeat(10)}">`).join('')}]>`;
  const cases: [string, string][] = [
    ['feed', `<rss><channel>${'<item>'.repeat(200_000)}`],
    [
      'feed',
      `<?xml version="1.0"?>${bomb}<rss version="2.0"><channel><title>&j;</title><item><title>&j;</title></item></channel></rss>`,
    ],
    ['schema-org', `<html>${'<script type="application/ld+json">'.repeat(100_000)}`],
    [
      'schema-org',
      JSON.stringify({
        '@id': 'a',
        '@type': 'Museum',
        name: 'A',
        address: { streetAddress: ' '.repeat(1_000_000) },
      }),
    ],
    [
      'icalendar',
      `BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20260101T100000Z\nSUMMARY:x\nLOCATION:a,b ${'1'.repeat(500_000)}x\nEND:VEVENT`,
    ],
    ['csv', `name;category;description\nA;park;${'<'.repeat(500_000)}\n`],
  ];
  for (const [format, text] of cases) wellFormed(await readSource(format, { bytes: encode(text) }));
});
