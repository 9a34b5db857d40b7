import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { TEST_NOW, testDatabase } from '../../../foundation/testing/database.ts';
import { importParkingSites } from './import/import-sites.ts';
import { readParkingSourceAgain } from './import/read-again.ts';
import { listSiteCounts, listSitesNear } from './site-store.ts';
import {
  AROUND,
  aParkingSource,
  aRecord,
  importRecords,
  KARLSRUHE,
  locate,
  RHEINSTETTEN,
} from './sites.builder.ts';
import { listSourcesDue } from './source-store.ts';
import type { StoredSite } from './stored-site.ts';

const context = await testDatabase();
const { database } = context;

const near = (radiusMetres = 20_000): Promise<StoredSite[]> =>
  listSitesNear(database, { around: AROUND, radiusMetres, purpose: 'car', offset: 0, limit: 50 });
const only = async (): Promise<StoredSite> => {
  const found = await near();
  assert.equal(found.length, 1);
  return found[0]!;
};
const minutesAgo = (minutes: number): string => new Date(TEST_NOW.getTime() - minutes * 60_000).toISOString();

test('one bad record never loses the others, and each is named with its reason', async () => {
  const { figures, rejected } = await importRecords(context, [
    aRecord(),
    aRecord({ uid: 'zero', lon: 0, lat: 0 }),
    aRecord({ uid: 'france', lon: 7.75, lat: 48.58 }),
    aRecord({ uid: 'ocean', lon: -20, lat: 49 }),
    aRecord({ uid: 'nameless', name: ' ' }),
    aRecord({ name: 'once more' }),
    'no record at all',
    aRecord({ uid: 'metres', lon: 456_400.5, lat: 5_428_700.1 }),
  ]);
  assert.deepEqual([figures.read, figures.created, figures.rejected], [2, 2, 6]);
  assert.deepEqual(
    rejected.map(({ reason }) => reason.en),
    [
      'The point is at 0/0, which stands for “not known”.',
      'The point is not in Germany.',
      'The name is missing.',
      'The same id came before.',
      'The point is missing.',
      'The point lies in no German municipality.',
    ],
  );
  const [metres] = (await near()).filter(({ foreign_id }) => foreign_id === 'metres');
  assert.ok(metres && Math.abs(metres.lon - 8.4) < 0.01 && Math.abs(metres.lat - 49.0) < 0.02);
});

test('a site that lies nowhere here is named once, with its count', async () => {
  const { rejected } = await importRecords(context, [
    aRecord(),
    aRecord({ uid: 'france', lon: 7.75, lat: 48.58, realtime_free_capacity: 3 }),
  ]);
  assert.deepEqual(
    rejected.map(({ position }) => position),
    ['france Parkhaus Mitte'],
  );
});

test('what PostgreSQL cannot store costs no other record, nor its own', async () => {
  const long = `${'x'.repeat(199)}🚲`;
  const { figures } = await importRecords(context, [
    aRecord({ name: 'Park\0haus \ud800' }),
    aRecord({ uid: 'pair', name: long }),
    aRecord({ uid: `${'y'.repeat(92)}🚲`, name: '🚲', lon: 7.75, lat: 48.58 }),
    aRecord({ uid: 'date', realtime_free_capacity: 1, realtime_data_updated_at: 99_999_999_999_999 }),
    aRecord({ uid: 'many', capacity: 1e15, realtime_free_capacity: 4e9 }),
  ]);
  assert.deepEqual([figures.read, figures.rejected], [4, 1]);
  const names = (await near()).map(({ name }) => name);
  assert.ok(names.includes('Parkhaus \ufffd') && names.includes(`${'x'.repeat(199)}\ufffd`), names.join());
});

test('reading twice changes nothing; what vanished is withdrawn, and comes back', async () => {
  const records = [aRecord(), aRecord({ uid: 'b', name: 'Parkhaus Nord' })];
  await importRecords(context, records);
  const again = await importRecords(context, records);
  assert.deepEqual([again.figures.created, again.figures.changed, again.figures.unchanged], [0, 0, 2]);
  const fewer = await importRecords(context, [aRecord()]);
  assert.deepEqual([fewer.figures.withdrawn, (await near()).length], [1, 1]);
  const back = await importRecords(context, records);
  assert.deepEqual([back.figures.changed, (await near()).length], [1, 2]);
  // An empty answer is a fault of the publisher, and no reason to take everything away.
  const none = await importRecords(context, []);
  assert.deepEqual([none.figures.withdrawn, (await near()).length], [0, 2]);
});

test('a site that moves into the next town is withdrawn here and new there', async () => {
  await importRecords(context, [aRecord({ lat: 49.009 })]);
  await importRecords(context, [aRecord({ lat: 48.97 })]);
  assert.equal((await only()).ars, RHEINSTETTEN);
});

for (const [said, free, quality] of [
  [-3, -3, 'negative'],
  [250, 250, 'overCapacity'],
  [0, 0, 'plausible'],
  [17, 17, 'plausible'],
] as const)
  test(`${said} free of 200 is kept as it was said: ${quality}`, async () => {
    await database.deleteFrom('parking.site_count').execute();
    await database.deleteFrom('parking.site').execute();
    const at = minutesAgo(3);
    await importRecords(context, [aRecord({ realtime_free_capacity: said, realtime_data_updated_at: at })]);
    const site = await only();
    assert.deepEqual(
      [site.free, site.count_quality, site.counted_at?.toISOString(), site.count_kind],
      [free, quality, at, 'realtime'],
    );
  });

test('no count is no zero', async () => {
  await database.deleteFrom('parking.site_count').execute();
  await database.deleteFrom('parking.site').execute();
  await importRecords(context, [aRecord({ realtime_free_capacity: null })]);
  const site = await only();
  assert.deepEqual([site.free, site.count_quality], [null, null]);
});

test('counts of another file find their sites by id; one without a site is named', async () => {
  await importRecords(context, [aRecord({ capacity: 50 })]);
  const source = aParkingSource({ id: 'garage-counts', format: 'ulm', countsFor: 'garages' });
  await sql`insert into parking.source (ars, id, name, format, counts_for, attribution)
    values (${KARLSRUHE}, 'garage-counts', 'x', 'ulm', 'garages', 'x')`.execute(database);
  const bytes = Buffer.from(
    JSON.stringify([
      { id: 'a', currentcarparkfulltotal: 12, timestamp: minutesAgo(1) },
      { id: 'z', currentcarparkfulltotal: 1, timestamp: minutesAgo(1) },
    ]),
  );
  const report = await importParkingSites(context, source, { bytes }, locate);
  assert.ok(!('refused' in report));
  assert.deepEqual(
    report.rejected.map(({ position, reason }) => [position, reason.en]),
    [['z', 'There is no site for this count.']],
  );
  const site = await only();
  assert.deepEqual([site.free, site.counted_of], [12, 50]);
});

test('an older count changes nothing, and the history holds changes only', async () => {
  await database.deleteFrom('parking.site_count').execute();
  await database.deleteFrom('parking.site').execute();
  for (const [free, minutes] of [
    [20, 30],
    [20, 25],
    [18, 20],
    [99, 40],
    [18, 15],
  ])
    await importRecords(context, [
      aRecord({ realtime_free_capacity: free, realtime_data_updated_at: minutesAgo(minutes ?? 0) }),
    ]);
  const site = await only();
  assert.deepEqual([site.free, site.counted_at?.toISOString()], [18, minutesAgo(15)]);
  const history = await listSiteCounts(database, site.ars, site.id, new Date(0));
  assert.deepEqual(
    history.map((row) => [row.free, row.at.toISOString()]),
    [
      [20, minutesAgo(30)],
      [18, minutesAgo(20)],
    ],
  );
});

test('a file that cannot be read leaves everything as it was, and says why', async () => {
  await importRecords(context, [aRecord()]);
  const report = await importParkingSites(
    context,
    aParkingSource(),
    { bytes: Buffer.from('{"items": [') },
    locate,
  );
  assert.ok('refused' in report && report.reason.de.startsWith('Kein JSON'));
  await only();
  const { rows } = await sql<{ failure: string }>`
    select failure from parking.source where id = 'garages'`.execute(database);
  assert.match(rows[0]?.failure ?? '', /Kein JSON/);
});

test('an address is read again where it changed; a source with counts is due at every look', async () => {
  const source = aParkingSource({ url: 'https://stadt.example/parken.json' });
  const record = aRecord({ realtime_free_capacity: 5, realtime_data_updated_at: minutesAgo(1) });
  await importRecords(context, [record], source);
  const revision = { contentHash: 'h', etag: '"1"' };
  const asked: unknown[] = [];
  const answers = [
    { bytes: Buffer.from(JSON.stringify({ items: [record] })), revision },
    { unchanged: true as const, revision },
    { refused: 'too-slow', detail: 'timeout' },
  ];
  const setting = {
    locate,
    fetch: async (_: string, known: unknown) => {
      asked.push(known);
      return answers[asked.length - 1]!;
    },
  };
  const read = () => readParkingSourceAgain(context, { ars: KARLSRUHE, id: 'garages' }, setting);
  assert.ok('figures' in ((await read()) ?? {}));
  assert.deepEqual(await listSourcesDue(database, TEST_NOW), [{ ars: KARLSRUHE, id: 'garages' }]);
  assert.deepEqual(await read(), { unchanged: true });
  assert.deepEqual(await read(), { refused: 'too-slow', detail: 'timeout' });
  assert.deepEqual(asked, [undefined, revision, revision]);
  // What failed is left alone for an hour.
  assert.deepEqual(await listSourcesDue(database, TEST_NOW), []);
  assert.equal((await listSourcesDue(database, new Date(TEST_NOW.getTime() + 3_700_000))).length, 1);
});
