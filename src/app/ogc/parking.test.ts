import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { serve } from '@hono/node-server';
import { compileFilter } from '../../foundation/geo/cql2/evaluate.ts';
import { readFilter } from '../../foundation/geo/cql2/read-filter.ts';
import { CRS84_URI, findCrs } from '../../foundation/geo/crs.ts';
import { testDatabase } from '../../foundation/testing/database.ts';
import { parkingCollection } from '../../modules/parking/index.ts';
import {
  aParkingSource,
  aRecord,
  importRecords,
  KARLSRUHE,
} from '../../modules/parking/sites/sites.builder.ts';
import { ogcWorld } from './world.builder.ts';

const SITES = 250;
const context = await testDatabase();
const { server } = await ogcWorld(context, { place: 1, event: 1 });

/** Sites on a grid, some without a capacity, a height or a count. */
const records = Array.from({ length: SITES }, (_, index) =>
  aRecord({
    uid: String(index),
    name: `Parkhaus ${index}`,
    lon: 8.3 + (index % 50) / 500,
    lat: 48.99 + Math.floor(index / 50) / 500,
    capacity: index % 7 === 0 ? null : 10 + index,
    max_height: index % 3 === 0 ? 210 : null,
    has_fee: index % 2 === 0,
    ...(index % 5 === 0 && {
      realtime_free_capacity: index - 10,
      realtime_data_updated_at: '2026-11-22T10:55:00Z',
    }),
  }),
);

before(async () => {
  await importRecords(context, records);
  const { licence: _, ...closed } = aParkingSource({ id: 'closed' });
  await importRecords(context, [aRecord({ name: 'Ohne Lizenz' })], closed);
});

const ask = async (query: string) => {
  const response = await server.fetch(new Request(`http://a.example/ogc/collections/parking/items${query}`));
  assert.equal(response.status, 200, query);
  return (await response.json()) as {
    features: { id: string; geometry: unknown; properties: Record<string, unknown> }[];
    links: { rel: string; href: string }[];
  };
};

test('the last count stands with each site, unknown is null, and what has no licence is not handed on', async () => {
  const { features } = await ask('?limit=1000');
  assert.equal(features.length, SITES);
  const of = (name: string) => features.find(({ properties }) => properties.name === name)?.properties;
  assert.deepEqual(
    [
      of('Parkhaus 5')?.free,
      of('Parkhaus 5')?.count_quality,
      of('Parkhaus 1')?.free,
      of('Parkhaus 7')?.capacity,
    ],
    [-5, 'negative', null, null],
  );
  assert.equal(of('Parkhaus 0')?.ars, KARLSRUHE);
  assert.equal(of('Ohne Lizenz'), undefined);
});

test('pages follow each other without gap or repetition', async () => {
  const seen: string[] = [];
  let query: string | undefined = '?limit=60';
  while (query) {
    const { features, links } = await ask(query);
    seen.push(...features.map(({ id }) => id));
    const next = links.find(({ rel }) => rel === 'next');
    query = next && new URL(next.href).search;
  }
  assert.deepEqual([seen.length, new Set(seen).size], [SITES, SITES]);
});

// The same filter in the process, over all features, is the judge of the one in SQL.
for (const filter of [
  'capacity > 200',
  'capacity - free >= 20 and free > 0',
  'free / capacity < 0.5',
  'capacity % 10 = 3',
  'capacity div 7 = 4 or free ^ 2 > 10000',
  'capacity * 1e300 * 1e300 > 1',
  'free / 0 > 1',
  'height_cm is null and has_fee = true',
  "casei(name) like casei('PARKHAUS 1%') and not free < 0",
  's_intersects(geometry, polygon((8.3 48.99, 8.35 48.99, 8.35 48.995, 8.3 48.995, 8.3 48.99)))',
])
  test(`filter: ${filter}`, async () => {
    const all = (await ask('?limit=1000')).features;
    const { queryables } = parkingCollection(context);
    const crs84 = findCrs(CRS84_URI)!;
    const read = readFilter(filter, 'cql2-text', queryables, crs84);
    assert.ok('filter' in read, JSON.stringify(read));
    const passes = compileFilter(read.filter, queryables);
    const expected = all.filter((one) => passes(one as never) === true).map(({ id }) => id);
    const { features } = await ask(`?limit=1000&filter-lang=cql2-text&filter=${encodeURIComponent(filter)}`);
    assert.deepEqual(
      features.map(({ id }) => id),
      expected,
    );
    assert.ok(expected.length < SITES);
  });

const hasGdal = !spawnSync('ogrinfo', ['--version']).error;

describe('GDAL', { skip: hasGdal ? false : 'ogrinfo (Debian gdal-bin) is not installed' }, () => {
  let listening: ReturnType<typeof serve>;
  before(async () => {
    await new Promise<void>((resolve) => {
      listening = serve({ fetch: server.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve());
    });
  });
  after(() => listening.close());

  const count = async (...args: string[]): Promise<number> => {
    const base = `OAPIF:http://127.0.0.1:${(listening.address() as AddressInfo).port}/ogc`;
    const { stdout } = await promisify(execFile)('ogrinfo', ['-ro', '-so', base, 'parking', ...args]);
    return Number(/Feature Count: (\d+)/.exec(stdout)?.[1] ?? Number.NaN);
  };

  test('reads the collection, filters by capacity and by a box', async () => {
    assert.equal(await count(), SITES);
    assert.equal(
      await count('-where', 'capacity > 200'),
      records.filter(({ capacity }) => Number(capacity) > 200).length,
    );
    assert.equal(await count('-spat', '8.2995', '48.9895', '8.3095', '48.9905'), 5);
  });
});
