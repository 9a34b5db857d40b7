import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { checkFile } from './check-file.ts';

const NOW = new Date('2026-11-24T12:00:00Z');
const check = async (text: string | Uint8Array) =>
  checkFile(typeof text === 'string' ? new TextEncoder().encode(text) : text, NOW);
/** The clauses that are broken, those that must hold first. */
const clausesOf = async (text: string | Uint8Array): Promise<string[]> => {
  const verdict = await check(text);
  assert.ok('findings' in verdict, JSON.stringify(verdict));
  return verdict.findings.map(({ weight, clause }) => `${weight === 'must' ? '!' : ''}${clause}`);
};

const event = (lines: string[]) =>
  `${['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Stadt//Termine//DE', 'BEGIN:VEVENT', ...lines, 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n')}`;
const good = ['UID:1@stadt.example', 'DTSTAMP:20261101T120000Z', 'DTSTART:20261201T170000Z', 'SUMMARY:Markt'];
const feed = (entry: string, head = '') =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:stadt</id><title>Neues</title><updated>2026-11-24T12:00:00Z</updated><author><name>Stadt</name></author><link rel="self" href="https://stadt.example/feed"/>${head}${entry}</feed>`;
const entry =
  '<entry><id>urn:1</id><title>Markt</title><updated>2026-11-24T12:00:00+01:00</updated><content>Text</content></entry>';
const rss = (item: string) =>
  `<rss version="2.0"><channel><title>Neues</title><link>https://stadt.example</link><description>x</description>${item}</channel></rss>`;
const item =
  '<item><title>Markt</title><guid isPermaLink="false">1</guid><pubDate>Tue, 24 Nov 2026 12:00:00 +0100</pubDate></item>';
const point = (coordinates: unknown, more: object = {}) =>
  JSON.stringify({ type: 'Feature', geometry: { type: 'Point', coordinates }, properties: null, ...more });
const square = (ring: number[][]) =>
  JSON.stringify({ type: 'Feature', geometry: { type: 'Polygon', coordinates: [ring] }, properties: {} });
const corners = [
  [8.4, 49],
  [8.5, 49],
  [8.5, 49.1],
  [8.4, 49],
];
const cap = (change: Record<string, string> = {}, namespace = 'urn:oasis:names:tc:emergency:cap:1.2') => {
  const fields = {
    identifier: 'a.1',
    sender: 'stadt@stadt.example',
    sent: '2026-11-24T12:00:00+01:00',
    status: 'Actual',
    msgType: 'Alert',
    scope: 'Public',
    category: 'Met',
    event: 'Sturm',
    urgency: 'Immediate',
    severity: 'Severe',
    certainty: 'Observed',
    expires: '2026-11-24T18:00:00+01:00',
    instruction: 'Drinnen bleiben',
    areaDesc: 'Stadt',
    polygon: '49,8.4 49,8.5 49.1,8.5 49,8.4',
    ...change,
  };
  const of = (...names: (keyof typeof fields)[]) =>
    names.map((name) => `<${name}>${fields[name]}</${name}>`).join('');
  return `<alert xmlns="${namespace}">${of('identifier', 'sender', 'sent', 'status', 'msgType', 'scope')}<info>${of('category', 'event', 'urgency', 'severity', 'certainty', 'expires', 'instruction')}<area>${of('areaDesc', 'polygon')}</area></info></alert>`;
};
const site = (change: object = {}) =>
  JSON.stringify({
    items: [{ uid: '1', name: 'P 1', lat: '49.01', lon: '8.4', purpose: 'CAR', capacity: 10, ...change }],
  });
const publiccode = (lines: string[] = [], without = '') =>
  [
    "publiccodeYmlVersion: '0.4'",
    'name: Werkzeug',
    'url: https://stadt.example/code.git',
    'releaseDate: 2026-11-01',
    'platforms: [web]',
    'developmentStatus: stable',
    'softwareType: standalone/web',
    'legal:\n  license: EUPL-1.2',
    'maintenance:\n  type: internal\n  contacts:\n    - name: Amt',
    'localisation:\n  localisationReady: true\n  availableLanguages: [de]',
    `description:\n  de:\n    shortDescription: Kurz\n    longDescription: ${'Lang '.repeat(40)}\n    features: [eins]\n    screenshots: [a.png]`,
    ...lines,
  ]
    .filter((line) => without === '' || !line.startsWith(without))
    .join('\n');

const table: [name: string, text: string, clauses: string[]][] = [
  ['a sound calendar', event(good), []],
  ['no UID', event(good.slice(1)), ['!RFC 5545, 3.8.4.7']],
  ['ends before it begins', event([...good, 'DTEND:20261201T160000Z']), ['!RFC 5545, 3.8.2.2']],
  [
    'a zone that is not there',
    event([...good.slice(0, 2), 'DTSTART;TZID=Europe/Berlin:20261201T170000']),
    ['!RFC 5545, 3.2.19'],
  ],
  ['a floating time', event([...good.slice(0, 2), 'DTSTART:20261201T170000']), ['RFC 5545, 3.3.5']],
  ['bare line feeds', event(good).replaceAll('\r\n', '\n'), ['!RFC 5545, 3.1']],
  ['a sound Atom feed', feed(entry), []],
  ['an entry without id', feed(entry.replace('<id>urn:1</id>', '')), ['!RFC 4287, 4.1.2']],
  ['a German date', feed(entry.replace('2026-11-24T12:00:00+01:00', '24.11.2026')), ['!RFC 4287, 3.3']],
  ['an entry that says nothing', feed(entry.replace('<content>Text</content>', '')), ['!RFC 4287, 4.1.2']],
  ['twice the same', feed(entry + entry), ['!RFC 4287, 4.1.1']],
  ['a sound RSS feed', rss(item), []],
  ['an ISO date', rss(item.replace(/<pubDate>[^<]*/, '<pubDate>2026-11-24')), ['!RSS 2.0, <pubDate>']],
  ['a guid that is no address', rss(item.replace(' isPermaLink="false"', '')), ['!RSS 2.0, <guid>']],
  ['a sound point', point([8.4, 49]), []],
  ['latitude first', point([49, 8.4]), ['!RFC 7946, 3.1.1']],
  ['metres', point([455_000, 5_430_000]), ['!RFC 7946, 4']],
  ['a coordinate system', point([8.4, 49], { crs: {} }), ['!RFC 7946, 4']],
  ['null island', point([0, 0]), ['RFC 7946, 4']],
  ['no properties', '{"type":"Feature","geometry":null}', ['!RFC 7946, 3.2']],
  ['a sound polygon', square(corners), []],
  ['clockwise', square(corners.toReversed()), ['RFC 7946, 3.1.6']],
  ['not closed', square([...corners.slice(0, 3), [8.4, 49.1]]), ['!RFC 7946, 3.1.6']],
  ['a sound alert', cap(), []],
  ['CAP 1.1', cap({}, 'urn:oasis:names:tc:emergency:cap:1.1'), ['!CAP 1.2, 3.1']],
  ['UTC with a Z', cap({ sent: '2026-11-24T11:00:00Z' }), ['!CAP 1.2, 3.3.2']],
  ['a severity that there is not', cap({ severity: 'Bad' }), ['!CAP 1.2, 3.2.2']],
  ['cancelled, but what', cap({ msgType: 'Cancel' }), ['!CAP 1.2, 3.2.1']],
  ['an open polygon', cap({ polygon: '49,8.4 49,8.5 49.1,8.5' }), ['!CAP 1.2, 3.2.4']],
  ['a sound site', site(), []],
  [
    'more free than there are',
    site({ realtime_free_capacity: 11, realtime_data_updated_at: 'x' }),
    ['!ParkAPI v3, realtime_free_capacity'],
  ],
  ['at 0/0', site({ lat: 0, lon: 0 }), ['!ParkAPI v3, lat/lon']],
  [
    'a count without its time',
    site({ realtime_free_capacity: 1 }),
    ['!ParkAPI v3, realtime_data_updated_at'],
  ],
  ['a sound publiccode.yml', publiccode(), []],
  ['no licence', publiccode([], 'legal'), ['!publiccode.yml, legal/license']],
  [
    'a status that there is not',
    publiccode().replace('stable', 'fertig'),
    ['!publiccode.yml, developmentStatus'],
  ],
  [
    'too short',
    publiccode().replace(/longDescription: .*/, 'longDescription: Kurz'),
    ['!publiccode.yml, longDescription'],
  ],
];
for (const [name, text, clauses] of table)
  test(`test bench: ${name}`, async () => {
    assert.deepEqual(await clausesOf(text), clauses);
  });

const hostile: [name: string, bytes: string | Uint8Array][] = [
  ['nothing', ''],
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47])],
  ['broken JSON', '{"type":'],
  ['an entity bomb', '<!DOCTYPE x [<!ENTITY a "aaaa">]><feed>&a;</feed>'],
  ['an alias bomb', `publiccodeYmlVersion: '0.4'\na: &a [x]\nb: [${'*a,'.repeat(200)}]`],
  ['broken YAML', "publiccodeYmlVersion: '0.4\n  x: ["],
  ['a broken archive', 'PK\u0003\u0004rest'],
  ['a calendar that ends', 'BEGIN:VCALENDAR\r\nVERSION:2.0'],
];
for (const [name, bytes] of hostile)
  test(`test bench, not checked: ${name}`, async () => {
    const verdict = await check(bytes);
    assert.ok('unreadable' in verdict, JSON.stringify(verdict).slice(0, 300));
    assert.ok(verdict.unreadable.de && verdict.unreadable.en);
  });

const DATA = '../shared/data';
const real: [file: string, standard: string, count: number, clauses: string[]][] = [
  ['events/ical/leverkusen-2026-09-excerpt.ics', 'icalendar', 10, ['!RFC 5545, 3.1']],
  ['warnings/dwd-cap-2026-07-26-trimmed.xml', 'cap', 1, []],
  ['warnings/mow.DE-HE-KS-SE106-20250313-106-001.xml.gz', 'cap', 9, []],
  [
    'transit/gtfs_buergerbus_malente.zip',
    'gtfs',
    60,
    ['!GTFS Schedule, trips.txt', 'GTFS Schedule, stops.txt', 'GTFS Schedule, calendar.txt'],
  ],
  [
    'knowledge/publiccode/smart-village-app.publiccode.yml',
    'publiccode',
    34,
    ['publiccode.yml, screenshots'],
  ],
  ['council/karlsruhe_oparl/feed_tagesordnungspunkte-recent.atom.xml', 'atom', 100, []],
  ['poi/muenster/spielplaetze.geojson', 'geojson', 332, []],
  ['poi/muenster/sportstaetten.geojson', 'geojson', 209, ['RFC 7946, 4']],
  ['parking/spots/karlsruhe_disabled_static.geojson', 'geojson', 693, ['!RFC 7946, 4']],
];
for (const [file, standard, count, clauses] of real)
  test(`test bench, real: ${file}`, {
    skip: existsSync(`${DATA}/${file}`) ? false : 'shared data is not on this machine',
  }, async () => {
    const stored = readFileSync(`${DATA}/${file}`);
    const bytes = file.endsWith('.gz') ? gunzipSync(stored) : stored;
    const verdict = await check(bytes);
    assert.ok('findings' in verdict);
    assert.deepEqual([verdict.standard, verdict.counts[0]?.count], [standard, count]);
    assert.deepEqual(await clausesOf(bytes), clauses);
  });
