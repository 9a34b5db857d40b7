import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { testDatabase } from '../../../foundation/testing/database.ts';
import { LEEZEN } from '../sensors.builder.ts';
import type { ForeignOptions } from './foreign.ts';
import { importReadings } from './import-readings.ts';
import { readMapping } from './read-lorawan.ts';
import { readers, type SensorFormat } from './readers.ts';
import { takeForeign } from './take-foreign.ts';
import { secondOf, wallTime } from './wall-clock.ts';

const context = await testDatabase();
const { pool } = context.connection;
const SHARED = '../shared/data/sensors';
const missing = existsSync(SHARED) ? false : 'the shared sensor data are not here';
const textOf = (path: string): string => {
  const bytes = readFileSync(`${SHARED}/${path}`);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString();
};
const read = (format: SensorFormat, text: unknown, options: ForeignOptions = {}) =>
  readers[format](typeof text === 'string' ? text : JSON.stringify(text), options);

test('time by the clock on the wall', () => {
  const cases: [string, string][] = [
    ['2026-07-01 12:15', '2026-07-01T10:15:00.000Z'],
    ['2026-01-01T12:15:30', '2026-01-01T11:15:30.000Z'],
    ['2026-03-29 02:30', 'skipped'],
    ['2025-10-26 02:30', '2025-10-26T00:30:00.000Z doubled'],
    ['2025-10-26 03:00', '2025-10-26T02:00:00.000Z'],
    ['2026-01-31 24:00', '2026-01-31T23:00:00.000Z'],
    ['2026-02-30 10:00', 'none'],
    ['2026-01-01 25:00', 'none'],
    ['gestern', 'none'],
  ];
  for (const [text, expected] of cases) {
    const wall = wallTime(text);
    const said =
      typeof wall === 'string' ? wall : `${wall.at.toISOString()}${wall.isDoubled ? ' doubled' : ''}`;
    assert.equal(said, expected, text);
  }
  const doubled = wallTime('2025-10-26 02:30');
  assert.equal(typeof doubled === 'object' && secondOf(doubled).toISOString(), '2025-10-26T01:30:00.000Z');
});

const HEAD = 'Datetime,1 (Brücke),2 (Brücke ein),1-status,2-status\n';
const counterCases: [string, string, { readings: number; empty?: number; rejected?: string[] }][] = [
  ['plain', `${HEAD}2026-01-01 00:00,3,1,0,0\n2026-01-01 00:15,,1,,0\n`, { readings: 3, empty: 1 }],
  [
    'header again',
    `${HEAD}2026-01-01 00:00,3,1,0,0\nDatetime,1 (Steg),1-status\n2026-01-01 00:15,4,0\n`,
    { readings: 3 },
  ],
  ['no header', '2026-01-01 00:00,3,1,0,0\n', { readings: 0, rejected: ['Die Kopfzeile fehlt.'] }],
  [
    'not read',
    `${HEAD}2026-03-29 02:00,3,1,0,0\nmorgen,3,1,0,0\n2026-01-01 00:00,-4,x,0,0\n`,
    {
      readings: 0,
      rejected: [
        'Diese Stunde gibt es nicht: Die Uhr wird vorgestellt.',
        'Die Zeit fehlt oder ist keine.',
        'Der Wert ist keine Zahl.',
        'Der Wert ist keine Zahl.',
      ],
    },
  ],
];
test('counters: headings that change, gaps, status, and nights in which clocks change', () => {
  for (const [what, text, { readings, empty = 0, rejected = [] }] of counterCases) {
    const found = read('counters', text);
    assert.equal(found.readings.length, readings, what);
    assert.equal(found.empty, empty, what);
    assert.deepEqual(
      found.rejected.map(({ reason }) => reason.de),
      rejected,
      what,
    );
  }
  const once = read('counters', `${HEAD}2025-10-26 02:00,3,1,0,[modified]\n`);
  assert.deepEqual(
    once.readings.map(({ at, quality }) => [at.toISOString(), quality]),
    [
      ['2025-10-26T00:00:00.000Z', 'doubtful'],
      ['2025-10-26T00:00:00.000Z', 'doubtful'],
    ],
  );
  assert.match(once.notes[0]?.de ?? '', /2 Werte: Die doppelte Stunde .* bleibt unbekannt/);
  const twice = read('counters', `${HEAD}2025-10-26 02:00,3,1,0,[modified]\n2025-10-26 02:00,4,1,0,0\n`);
  assert.deepEqual(
    twice.readings.map(({ at, quality, reason }) => [at.toISOString(), quality, reason]),
    [
      ['2025-10-26T00:00:00.000Z', undefined, undefined],
      ['2025-10-26T00:00:00.000Z', undefined, 'Status der Quelle: [modified]'],
      ['2025-10-26T01:00:00.000Z', undefined, undefined],
      ['2025-10-26T01:00:00.000Z', undefined, undefined],
    ],
  );
  assert.equal(read('counters', counterCases[1]?.[1]).things[0]?.name, 'Steg');
});

test('the eighteen counters of Münster are read whole', { skip: missing }, () => {
  const sum = { files: 0, rows: 0, readings: 0, empty: 0, rejected: 0, doubtful: 0, things: 0 };
  for (const file of readdirSync(`${SHARED}/bike_muenster`).filter((name) => name.endsWith('.csv.gz'))) {
    const found = read('counters', textOf(`bike_muenster/${file}`));
    sum.files += 1;
    sum.things += found.things.length;
    sum.rows += found.rows;
    sum.readings += found.readings.length;
    sum.empty += found.empty;
    sum.rejected += found.rejected.length;
    sum.doubtful += found.readings.filter(({ quality }) => quality === 'doubtful').length;
  }
  assert.deepEqual(sum, COUNTERS);
});
const COUNTERS = {
  files: 18,
  things: 18,
  rows: 640_910,
  readings: 2_069_902,
  empty: 690_482,
  rejected: 0,
  doubtful: 223,
};

test('a counter of Münster is stored once, however often it comes', { skip: missing }, async () => {
  const sender = {
    ars: LEEZEN,
    source: 'counters',
    operator: 'Stadt',
    attribution: 'Datenquelle: Stadt Münster',
  };
  const head = textOf('bike_muenster/100020113_2025-07_2026-07.csv.gz').split('\n').slice(0, 3100).join('\n');
  const first = await importReadings(context, sender, 'counters', { text: head, property: 'Räder' });
  assert.deepEqual([first.things, first.streams, first.corrected, first.repeated], [1, 3, 0, 0]);
  assert.equal(first.created, 3 * first.rows - first.empty);
  const again = await importReadings(context, sender, 'counters', { text: head, property: 'Räder' });
  assert.deepEqual([again.things, again.streams, again.created, again.corrected], [0, 0, 0, 0]);
  assert.equal(again.repeated, first.created);
  const { rows } = await pool.query('select description from sensors.thing where ars = $1', [LEEZEN]);
  assert.match(rows[0].description, /Datenquelle: Stadt Münster/);
});

test('hours of an air station: the end of the hour, and dashes', { skip: missing }, () => {
  const found = ['2020-01-01_2022-01-01', '2022-01-01_2024-01-01'].map((span) =>
    read('air', textOf(`air_muenster/luftqualitaet_muenster_${span}_station1140.csv.gz`)),
  );
  const night = (found[0]?.readings ?? [])
    .filter(({ at, stream }) => stream === 'NO2' && /^2021-(03-28|10-31)T0[01]/.test(at.toISOString()))
    .map(({ at, value }) => `${at.toISOString().slice(5, 13)}=${value}`);
  assert.deepEqual(night, ['03-28T00=21', '03-28T01=19', '10-31T00=13', '10-31T01=14']);
  assert.deepEqual(
    found.map(({ rows, readings, empty, rejected }) => [rows, readings.length, empty, rejected.length]),
    AIR,
  );
});
const AIR = [
  [17_545, 50_704, 19_476, 0],
  [17_521, 50_866, 19_218, 0],
];

test('payloads of others, as they came', { skip: missing }, () => {
  const community = read('sensor-community', textOf('payloads/sensor_community_api.json'));
  assert.deepEqual(
    community.readings.map(({ thing, stream, at, value }) => [thing, stream, at.toISOString(), value]),
    [
      ['253', 'P1', '2023-12-08T15:22:32.000Z', 7.31],
      ['253', 'P2', '2023-12-08T15:22:32.000Z', 6.92],
    ],
  );
  const receivedAt = new Date('2026-11-20T10:00Z');
  const airrohr = read('airrohr', textOf('payloads/airrohr_push_NRZ-2020-129.json'), { receivedAt });
  assert.deepEqual(
    airrohr.readings.map(({ stream, value }) => [stream, value]),
    [
      ['SDS_P1', 18.83],
      ['SDS_P2', 10.6],
      ['BME280_temperature', 17],
      ['BME280_pressure', 101001.28],
      ['BME280_humidity', 66.66],
    ],
  );
  const gauges = read('pegelonline', textOf('payloads/pegelonline_stations.json'));
  assert.deepEqual(
    gauges.things.map(({ key, name, streams }) => [
      key,
      name,
      streams.map(({ key: short }) => short).join(' '),
    ]),
    [
      ['b475386c-30cc-453a-b3b7-1d17ace13595', 'Pegel CELLE', 'W'],
      // Masked: the gauge's number stands for it.
      ['24300600', 'Pegel WÜRZBURG', 'W LT WT VA O2 PH Q'],
    ],
  );
  assert.equal(gauges.readings.length, 8);
  const air = read('ngsi-ld', textOf('payloads/ngsi-ld_AirQualityObserved_keyvalues.jsonld'));
  assert.equal(air.things[0]?.key, 'urn:ngsi-ld:AirQualityObserved:Madrid-AmbientObserved-28079004');
  assert.equal(air.readings.length, 10);
  assert.deepEqual(
    [air.readings[0]?.at, air.readings[0]?.until].map((at) => at?.toISOString()),
    ['2016-03-15T11:00:00.000Z', '2016-03-15T12:00:00.000Z'],
  );
  for (const { rejected } of [community, airrohr, gauges, air]) assert.deepEqual(rejected, []);
});

const UPLINK = {
  end_device_ids: {
    device_id: 'tank-1',
    dev_eui: '70B3D57ED0000001',
    dev_addr: '26011CAB',
    join_eui: '0000000000000000',
  },
  received_at: '2026-11-20T10:00:00.123456789Z',
  uplink_message: {
    session_key_id: 'SECRET',
    app_s_key: { key: 'SECRET' },
    frm_payload: 'AQI=',
    received_at: '2026-11-20T10:00:00.1234567Z',
    decoded_payload: { level: { cm: 42.5 }, battery: '3,1', open: true },
  },
};
const CHIRP = {
  deviceInfo: { devEui: '70b3d57ed0000002', deviceName: 'Pegel' },
  devAddr: '26011CAC',
  time: '2026-11-20T10:00:00+00:00',
  object: { cm: 7 },
};
const STA = {
  '@iot.nextLink': 'https://example.org/next',
  value: [
    {
      '@iot.id': 5,
      name: 'Temperatur',
      unitOfMeasurement: { name: 'Grad', symbol: '°C' },
      ObservedProperty: { name: 'T' },
      Thing: {
        '@iot.id': 2,
        name: 'Station',
        Locations: [{ location: { type: 'Point', coordinates: [10, 53] } }],
      },
      Observations: [
        { phenomenonTime: '2026-11-20T10:00:00Z', result: 4.5 },
        { phenomenonTime: '2026-11-20T10:00:00Z/2026-11-20T11:00:00Z', result: '5' },
        { phenomenonTime: '2026-11-20T12:00:00Z', result: 'warm' },
        { phenomenonTime: 'x', result: 1 },
        { phenomenonTime: '2026-11-20T13:00:00Z', result: null },
      ],
    },
    { '@iot.id': 6 },
  ],
};
const NORMALIZED = {
  id: 'urn:ngsi-ld:NoiseLevelObserved:1',
  type: 'NoiseLevelObserved',
  location: { type: 'GeoProperty', value: { type: 'Point', coordinates: [10, 53] } },
  LAeq: { type: 'Property', value: 51.5, unitCode: '2N', observedAt: '2026-11-20T10:00:00Z' },
  name: { type: 'Property', value: 'Mast' },
  LAmax: { type: 'Property', value: 70 },
};
const mapping = readMapping('level.cm=Füllstand:cm, battery=Spannung:V,open=Deckel:1,none=Nichts:1');
const payloadCases: [SensorFormat, string, unknown, ForeignOptions, number, string[]][] = [
  ['ttn', 'mapped', UPLINK, { mapping }, 2, ['1: open']],
  ['ttn', 'no mapping', UPLINK, {}, 0, ['1']],
  ['ttn', 'nothing of it', { a: 1 }, { mapping }, 0, ['1']],
  ['chirpstack', 'mapped', CHIRP, { mapping: readMapping('cm=Stand:cm') }, 1, []],
  ['chirpstack', 'no time', { ...CHIRP, time: undefined }, { mapping }, 0, ['1']],
  ['sensorthings', 'page', STA, {}, 2, ['5: 3', '5: 4', '2']],
  ['sensorthings', 'no JSON', '{', {}, 0, ['1']],
  ['ngsi-ld', 'normalized', NORMALIZED, {}, 1, ['1: LAmax']],
  ['ngsi-ld', 'no urn', { id: '1', type: 'x' }, {}, 0, ['1']],
  ['sensor-community', 'no time', [{ sensor: { id: 1 } }], {}, 0, ['1']],
  ['airrohr', 'no id', { sensordatavalues: [] }, { receivedAt: new Date() }, 0, ['1']],
  ['pegelonline', 'no key', [{ uuid: '915d76e1-xxxx-xxxx-xxxx-4d144cd771cc' }], {}, 0, ['1']],
  ['air', 'no header', 'a;b\n1;2\n', {}, 0, ['1']],
];
test('payloads, right and wrong', async () => {
  for (const [format, what, text, options, readings, rejected] of payloadCases) {
    const found = read(format, text, options);
    assert.equal(found.readings.length, readings, `${format} ${what}`);
    assert.deepEqual(
      found.rejected.map(({ position }) => position),
      rejected,
      `${format} ${what}`,
    );
    assert.doesNotMatch(JSON.stringify(found), /SECRET|26011CA|AQI=/, 'keys and addresses go nowhere');
  }
  for (const text of ['', 'a', 'a=b', '=b:c', 'a=:c']) assert.equal(readMapping(text), undefined, text);
  const taken = await takeForeign(
    context,
    { ars: LEEZEN, source: 'ttn', operator: 'Hof' },
    read('ttn', UPLINK, { mapping }),
  );
  assert.deepEqual([taken.things, taken.streams, taken.created, taken.rejected.length], [1, 4, 2, 1]);
  const { rows } = await pool.query('select row_to_json(t)::text as t from sensors.thing t');
  assert.ok(rows.every(({ t }: { t: string }) => !/SECRET|26011CA|70b3d57ed0000001/i.test(t)));
});
