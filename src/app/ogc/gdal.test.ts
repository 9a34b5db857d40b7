import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { serve } from '@hono/node-server';
import { sql } from 'kysely';
import { toMetres } from '../../foundation/geo/point.ts';
import { testDatabase } from '../../foundation/testing/database.ts';
import type { PlaceIndex } from '../../modules/municipalities/index.ts';
import { ogcWorld } from './world.builder.ts';

const COUNTS = { place: 3_000, event: 450 };
const hasGdal = !spawnSync('ogrinfo', ['--version']).error;

// GDAL reads whatever the pages say: it knows nothing of this code.
describe('GDAL', { skip: hasGdal ? false : 'ogrinfo (Debian gdal-bin) is not installed' }, async () => {
  const context = await testDatabase();
  const requests: string[] = [];
  let base = '';
  let places: PlaceIndex;
  let listening: ReturnType<typeof serve>;
  const folder = mkdtempSync(join(tmpdir(), 'allmende-ogc-'));

  before(async () => {
    const world = await ogcWorld(context, COUNTS);
    places = world.places;
    const fetch = (request: Request) => {
      requests.push(request.url);
      return world.server.fetch(request);
    };
    await new Promise<void>((resolve) => {
      listening = serve({ fetch, port: 0, hostname: '127.0.0.1' }, () => resolve());
    });
    base = `http://127.0.0.1:${(listening.address() as AddressInfo).port}/ogc`;
  });
  after(() => {
    listening.close();
    rmSync(folder, { recursive: true });
  });

  const ogrinfo = async (...args: string[]): Promise<string> =>
    (await promisify(execFile)('ogrinfo', ['-ro', '-so', ...args], { maxBuffer: 1 << 26 })).stdout;
  const count = async (layer: string, ...args: string[]): Promise<number> => {
    requests.length = 0;
    const out = await ogrinfo(`OAPIF:${base}`, layer, ...args);
    return Number(/Feature Count: (\d+)/.exec(out)?.[1] ?? Number.NaN);
  };
  const inDatabase = async (condition: ReturnType<typeof sql>): Promise<number> =>
    (
      await sql<{ n: number }>`select count(*) as n from offers.offer where ${condition}`.execute(
        context.database,
      )
    ).rows[0]?.n ?? -1;

  test('all features of all collections, page by page', async () => {
    assert.equal(await count('places'), COUNTS.place);
    assert.ok(requests.filter((url) => url.includes('cursor=')).length >= 2, requests.join('\n'));
    assert.equal(await count('events'), COUNTS.event);
    assert.equal(await count('municipalities'), places.municipalities.length);
    assert.equal(await count('districts'), places.units.filter(({ level }) => level === 'district').length);
  });

  test('an attribute filter is answered on the server', async () => {
    const found = await count('places', '-where', "category = 'museum'");
    assert.equal(found, await inDatabase(sql`kind = 'place' and category = 'museum'`));
    assert.ok(
      requests.some((url) => /items\?.*(category=|filter=)/.test(url)),
      requests.join('\n'),
    );
    assert.equal(
      await count('municipalities', '-where', "state = 'Bayern'"),
      places.municipalities.filter(({ ars }) => ars.startsWith('09')).length,
    );
  });

  test('comparisons go to the server as filters', async () => {
    const large = places.municipalities.filter(({ population }) => (population ?? 0) > 500_000);
    assert.equal(await count('municipalities', '-where', 'population > 500000'), large.length);
    assert.ok(requests.length < 20, String(requests.length));
    assert.equal(
      await count('places', '-where', "name ILIKE 'ORT 1%'"),
      await inDatabase(sql`name like 'Ort 1%' and kind = 'place'`),
    );
    assert.equal(await count('events', '-where', "starts > '2026-12-01T17:00:00Z'"), COUNTS.event);
    assert.equal(await count('events', '-where', "starts > '2026-12-01T19:00:00Z'"), 0);
  });

  test('a box', async () => {
    const found = await count('places', '-spat', '8', '48.5', '9.5', '50');
    assert.equal(
      found,
      await inDatabase(sql`kind = 'place' and lon between 8 and 9.5 and lat between 48.5 and 50`),
    );
    assert.ok(
      requests.some((url) => url.includes('bbox=')),
      requests.join('\n'),
    );
    assert.ok(found > 0 && found < COUNTS.place);
  });

  test('coordinates in EPSG:25832, ours against those of PROJ', async () => {
    const file = join(folder, 'utm.geojson');
    await promisify(execFile)('ogr2ogr', [
      '-f',
      'GeoJSON',
      '-t_srs',
      'EPSG:25832',
      '-where',
      "category = 'museum'",
      file,
      `OAPIF:${base}`,
      'places',
    ]);
    type Collection = {
      features: {
        id: string;
        geometry: { coordinates: number[] };
        properties: { id?: string; name: string };
      }[];
    };
    const theirs = (JSON.parse(readFileSync(file, 'utf8')) as Collection).features;
    const crs = encodeURIComponent('http://www.opengis.net/def/crs/EPSG/0/25832');
    const ours: Collection['features'] = [];
    for (
      let next: string | undefined =
        `${base}/collections/places/items?f=json&category=museum&limit=1000&crs=${crs}`;
      next;
    ) {
      const answer: Response = await fetch(next);
      assert.equal(answer.headers.get('content-crs'), '<http://www.opengis.net/def/crs/EPSG/0/25832>');
      const page = (await answer.json()) as Collection & { links: { rel: string; href: string }[] };
      ours.push(...page.features);
      next = page.links.find(({ rel }) => rel === 'next')?.href;
    }
    assert.equal(theirs.length, ours.length);
    const byName = new Map(theirs.map((one) => [one.properties.name, one.geometry.coordinates]));
    for (const { properties, geometry } of ours) {
      const [x = 0, y = 0] = byName.get(properties.name) ?? [];
      assert.ok(
        Math.hypot(x - geometry.coordinates[0]!, y - geometry.coordinates[1]!) < 0.05,
        properties.name,
      );
    }
    const { x, y } = toMetres({ lon: 9, lat: 49 });
    const box = `bbox=${x - 50_000},${y - 50_000},${x + 50_000},${y + 50_000}&bbox-crs=${crs}`;
    const inMetres = (await (
      await fetch(`${base}/collections/places/items?f=json&limit=1000&${box}`)
    ).json()) as Collection;
    const radius = 50_000;
    assert.equal(
      inMetres.features.length,
      await inDatabase(
        sql`kind = 'place' and abs(pt[0] - ${x}) <= ${radius} and abs(pt[1] - ${y}) <= ${radius}`,
      ),
    );
    assert.ok(inMetres.features.length > 10);
  });
});
