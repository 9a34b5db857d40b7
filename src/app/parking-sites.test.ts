import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import * as v from 'valibot';
import { parseConfig } from '../foundation/config/config.ts';
import { createLog } from '../foundation/log/log.ts';
import { TEST_NOW, testDatabase } from '../foundation/testing/database.ts';
import { shippedPlaceIndex } from '../modules/municipalities/shipped-place-index.builder.ts';
import { readParkingFile } from '../modules/parking/feeds/formats.ts';
import {
  ParkApiSiteListSchema,
  ParkApiSourceListSchema,
  SiteListSchema,
} from '../modules/parking/sites/contract.ts';
import { parkingSiteRoutes } from '../modules/parking/sites/routes.ts';
import { aParkingSource, aRecord, importRecords, KARLSRUHE } from '../modules/parking/sites/sites.builder.ts';
import { createServer } from './server.tsx';

const context = await testDatabase();
const platform = { ...context, server: context.config, close: async () => undefined };
const setting = {
  config: parseConfig({}),
  assets: { app: '/app.css', page: '/page.js', map: '/map.js' },
  version: '0.0.0',
  places: await shippedPlaceIndex(),
};
const server = createServer(platform, setting, createLog('error'));

const minutesAgo = (minutes: number): string => new Date(TEST_NOW.getTime() - minutes * 60_000).toISOString();
const counted = (uid: string, free: number, at: string | undefined, more: object = {}) =>
  aRecord({ uid, name: `Haus ${uid}`, realtime_free_capacity: free, realtime_data_updated_at: at, ...more });

before(async () => {
  await importRecords(context, [
    counted('fresh', 142, minutesAgo(3), {
      max_height: 210,
      has_fee: true,
      fee_description: '2 € je Stunde',
      opening_hours: '24/7',
      restrictions: [{ type: 'DISABLED', capacity: 4 }],
    }),
    counted('old', 12, minutesAgo(300)),
    counted('lost', 3, minutesAgo(3 * 24 * 60)),
    counted('negative', -4, minutesAgo(2)),
    counted('over', 900, minutesAgo(2)),
    counted('undated', 7, undefined),
    aRecord({ uid: 'none', name: '<b>Haus</b>' }),
    aRecord({ uid: 'bike', name: 'Boxen', purpose: 'BIKE', type: 'LOCKERS' }),
  ]);
  const { licence: _, ...closed } = aParkingSource({ id: 'closed' });
  await importRecords(context, [aRecord({ name: 'Ohne Lizenz' })], closed);
});

const get = (path: string) => server.fetch(new Request(`http://a.example${path}`));
const page = async (path: string): Promise<string> => {
  const response = await get(path);
  assert.equal(response.status, 200, path);
  return response.text();
};
const AT_MARKET = 'lat=49.009&lon=8.404';

for (const [words, language] of [
  ['142 frei, vor 3 Minuten', ''],
  ['Veraltet: 12 frei, vor 5 Stunden', ''],
  ['Belegung nicht bekannt, letzte Zählung vor 3 Tagen', ''],
  ['Voll, vor 2 Minuten', ''],
  ['Die gemeldete Zählung kann nicht stimmen.', ''],
  ['7 frei; die Quelle nennt keine Zeit, gelesen gerade eben', ''],
  ['Belegung nicht bekannt', ''],
  ['Einfahrt bis 2,1 m hoch', ''],
  ['4 für Menschen mit Behinderung', ''],
  ['Stadt Karlsruhe (CC BY 4.0)', ''],
  ['Stadt Karlsruhe (Lizenz nicht bekannt)', ''],
  ['142 free, 3 minutes ago', '/en'],
  ['Occupancy not known', '/en'],
] as const)
  test(`the page says: ${words}`, async () => {
    assert.ok((await page(`${language}/parken/orte?${AT_MARKET}`)).includes(words));
  });

test('foreign text stays text, bicycles are apart, and without a place one is asked for', async () => {
  const html = await page(`/parken/orte?${AT_MARKET}`);
  assert.ok(html.includes('&lt;b>Haus&lt;/b>') || html.includes('&lt;b&gt;Haus&lt;/b&gt;'));
  assert.doesNotMatch(html, /Boxen/);
  assert.match(await page(`/parken/orte?${AT_MARKET}&was=rad`), /Boxen[\s\S]*Fahrradboxen/);
  assert.doesNotMatch(await page(`/parken/orte?${AT_MARKET}&gezaehlt=1`), /Haus&lt;/);
  assert.match(await page('/parken/orte'), /Nennen Sie zuerst/);
});

test('the API tells what a count is worth, and refuses what it does not know', async () => {
  const { sites } = v.parse(
    SiteListSchema,
    await (await get('/api/parking/sites?lon=8.404&lat=49.009')).json(),
  );
  const states = Object.fromEntries(sites.map(({ name, occupancy }) => [name, occupancy?.state]));
  assert.deepEqual(states, {
    'Haus fresh': 'fresh',
    'Haus old': 'stale',
    'Haus lost': 'stale',
    'Haus negative': 'full',
    'Haus over': 'implausible',
    'Haus undated': 'undated',
    '<b>Haus</b>': undefined,
    'Ohne Lizenz': undefined,
  });
  assert.equal((await get('/api/parking/sites?lon=8.404&lat=49.009&colour=red')).status, 400);
  const [fresh] = sites.filter(({ name }) => name === 'Haus fresh');
  const counts = await (await get(`/api/parking/sites/${fresh?.id}/counts`)).json();
  assert.deepEqual(counts, {
    counts: [{ at: minutesAgo(3), free: 142, occupied: null, quality: 'plausible' }],
  });
});

test('ParkAPI v3: only what has a licence, only counts that can be, page by page', async () => {
  const sources = v.parse(
    ParkApiSourceListSchema,
    await (await get('/api/parking/parkapi/v3/sources')).json(),
  );
  assert.deepEqual(
    sources.items.map(({ uid, attribution_license }) => [uid, attribution_license]),
    [[`${KARLSRUHE}-garages`, 'CC BY 4.0']],
  );
  const items: v.InferOutput<typeof ParkApiSiteListSchema>['items'] = [];
  let path: string | null = '/api/parking/parkapi/v3/parking-sites?limit=3';
  while (path !== null) {
    const answer: v.InferOutput<typeof ParkApiSiteListSchema> = v.parse(
      ParkApiSiteListSchema,
      await (await get(path)).json(),
    );
    items.push(...answer.items);
    path = answer.next_path;
  }
  assert.equal(new Set(items.map(({ uid }) => uid)).size, 8);
  const live = items.filter(({ has_realtime_data }) => has_realtime_data).map(({ name }) => name);
  assert.deepEqual(live.toSorted(), ['Haus fresh', 'Haus lost', 'Haus old']);
  assert.equal((await get('/api/parking/parkapi/v3/parking-sites?start=x')).status, 400);
  // What is written is read back by the own reader: the same facts.
  const reading = await readParkingFile('park-api-3', { bytes: Buffer.from(JSON.stringify({ items })) });
  assert.ok(!('refused' in reading));
  assert.deepEqual([reading.sites.length, reading.rejected.length], [8, 0]);
  const { foreignId: _, ...fresh } = reading.sites.find(({ name }) => name === 'Haus fresh') ?? {
    foreignId: '',
  };
  assert.deepEqual(fresh, {
    name: 'Haus fresh',
    point: { lon: 8.404, lat: 49.009 },
    purpose: 'car',
    kind: 'garage',
    capacityFor: { disabled: 4 },
    isFree: false,
    feeText: '2 € je Stunde',
    heightCm: 210,
    openingHours: '24/7',
    capacity: 200,
    occupancy: { free: 142, of: 200, at: new Date(minutesAgo(3)), kind: 'realtime', quality: 'plausible' },
  });
});

test('ParkAPI v3: shared spaces are counts of five and more, never of a household', async () => {
  const pool = {
    ars: KARLSRUHE,
    point: { lon: 8.4, lat: 49 },
    isHousehold: false,
    isGarage: false,
    changedAt: TEST_NOW,
  };
  const routes = parkingSiteRoutes({
    ...context,
    pools: async () => [
      { ...pool, id: 'firm', name: 'Hof', capacity: 5, free: 2, countedAt: TEST_NOW },
      { ...pool, id: 'small', name: 'klein', capacity: 4 },
      { ...pool, id: 'home', name: 'Familie', capacity: 9, isHousehold: true },
    ],
  });
  const answer = await routes.request('/parking/parkapi/v3/parking-sites?source_uid=shared-spaces');
  const { items } = v.parse(ParkApiSiteListSchema, await answer.json());
  assert.deepEqual(
    items.map(({ uid, capacity, realtime_free_capacity, address }) => [
      uid,
      capacity,
      realtime_free_capacity,
      address,
    ]),
    [['firm', 5, 2, undefined]],
  );
});

const courseOf = async (uid: string, freeAt: (hour: number) => number, days: number): Promise<string> => {
  const { pool } = context.connection;
  const { rows } = await pool.query('select ars, id from parking.site where foreign_id = $1', [uid]);
  const [{ ars, id }] = rows;
  const hours = Array.from({ length: days * 24 }, (_, at) => at);
  await pool.query(
    `insert into parking.site_count (ars, site_id, at, free, count_kind, count_quality)
      select $1, $2, date_trunc('hour', $3::timestamptz) - make_interval(hours => h.hour), h.free, 'realtime', 'plausible'
      from unnest($4::int[], $5::int[]) as h (hour, free) on conflict do nothing`,
    [ars, id, TEST_NOW, hours, hours.map(freeAt)],
  );
  return page(`/parken/orte/${ars}/${id}`);
};

test('the course of a car park is drawn with what is to be expected, and how far that was right', async () => {
  const noise = (hour: number) => Math.abs(Math.sin(hour * 12.9898) * 43_758) % 12;
  const rhythm = (hour: number) => Math.round(80 + 60 * Math.sin((hour / 24) * 2 * Math.PI) + noise(hour));
  const text = await courseOf('fresh', rhythm, 40);
  assert.match(text, /<svg class="effect-chart"/);
  assert.match(text, /\d+ bis \d+<[\s\S]*Wie gut ist die Vorhersage hier[\s\S]*versprochen sind 80/);
});

test('no forecast is shown where it is no better than a rule of thumb, or too little was counted', async () => {
  assert.match(await courseOf('old', () => 12, 40), /Hier ist eine Vorhersage nicht besser/);
  assert.match(await courseOf('lost', (hour) => 3 + (hour % 5), 10), /braucht es drei Wochen Zählung/);
  const { rows } = await context.connection.pool.query(
    `select ars, id from parking.site where foreign_id = 'none'`,
  );
  assert.match(await page(`/parken/orte/${rows[0].ars}/${rows[0].id}`), /Hier hat noch niemand gezählt/);
  assert.equal((await get('/parken/orte/082120000000/0193b7a0-0000-7000-8000-00000000000a')).status, 404);
});
