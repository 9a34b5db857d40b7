import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { compileFilter } from '../../../foundation/geo/cql2/evaluate.ts';
import { anyFilter } from '../../../foundation/geo/cql2/expression.builder.ts';
import type { Feature, FeatureQuery } from '../../../foundation/geo/feature-collection.ts';
import { toMetres } from '../../../foundation/geo/point.ts';
import { TEST_NOW, testDatabase } from '../../../foundation/testing/database.ts';
import { offerCollections } from './feature-collections.ts';
import { eventQueryables } from './feature-properties.ts';

const context = await testDatabase();
const [places, events] = offerCollections(context);
assert.ok(places && events);

type Row = {
  ars: string;
  id: string;
  kind: string;
  name: string;
  lon: number | null;
  lat: number | null;
  [column: string]: unknown;
};

const insert = (rows: Row[]) =>
  sql`
  insert into offers.offer (ars, id, kind, category, name, address, lon, lat, pt, price, access, schedule, status,
    attribution, licence, demonstration, read_at, created_at, changed_at, search_text)
  select r.ars, r.id, r.kind, r.category, r.name, r.address, r.lon, r.lat, point(r.x, r.y), r.price, r.access, r.schedule,
    'scheduled', 'Quelle', r.licence, r.demonstration, r.read_at, r.read_at, r.read_at, r.name
  from jsonb_to_recordset(${JSON.stringify(
    rows.map((row) => ({
      ...row,
      ...(row.lon !== null && row.lat !== null ? toMetres({ lon: row.lon, lat: row.lat }) : {}),
    })),
  )}::jsonb) as r(ars text, id uuid, kind text, category text, name text, address jsonb, lon float8, lat float8,
    x float8, y float8, price jsonb, access jsonb, schedule jsonb, licence text, demonstration boolean,
    read_at timestamptz)`.execute(context.database);

const id = (number: number, kind = 'a') =>
  `00000000-0000-7000-8000-${kind}${String(number).padStart(11, '0')}`;
const NAMES = ['Ödes Café', 'ödes café', 'a', 'B', 'ß', "O'B", '50%', 'É', '😀', '。', ''];

const rowOf = (number: number, kind: 'place' | 'event'): Row => ({
  ars: `0821200000${10 + (number % 40)}`,
  id: id(number, kind === 'place' ? 'a' : 'b'),
  kind,
  category: kind === 'place' ? 'museum' : 'concert',
  name: NAMES[number % NAMES.length] ?? '',
  address: number % 3 === 0 ? {} : { town: NAMES[(number * 7) % NAMES.length] },
  // On the same coarse grid as the random geometries, so that points lie on borders and vertices.
  lon: number % 10 === 0 ? null : 8 + (number % 9) / 4,
  lat: number % 10 === 0 ? null : 49 + (Math.floor(number / 9) % 9) / 4,
  price: { kind: number % 2 ? 'free' : 'unknown' },
  access: {},
  schedule: kind === 'event' ? { start: '2026-11-22', allDay: true } : null,
  licence: number % 5 ? 'CC0' : null,
  demonstration: number % 2 === 0,
  read_at: `2026-11-${String(1 + (number % 28)).padStart(2, '0')}T0${number % 3}:00:00Z`,
});

const all = async (
  source: typeof places,
  query: Partial<FeatureQuery> = {},
  limit = 100,
): Promise<Feature[]> => {
  const found: Feature[] = [];
  for (let after: string | undefined; ; ) {
    const page = await source.page({ ...query, limit, ...(after && { after }) });
    assert.ok('features' in page);
    found.push(...page.features);
    after = page.next;
    if (after === undefined) return found;
  }
};

before(async () => {
  await insert(Array.from({ length: 300 }, (_, number) => rowOf(number, 'event')));
  await insert(Array.from({ length: 400 }, (_, number) => rowOf(number, 'place')));
  await sql`
    insert into offers.occurrence (ars, offer_id, during, all_day, status, category, pt)
    select ars, id, tstzrange(read_at + interval '10 days', read_at + interval '10 days 2 hours'), demonstration,
      'scheduled', category, pt from offers.offer where kind = 'event' and licence is not null`.execute(
    context.database,
  );
});

const filters = anyFilter({
  texts: ['name', 'town', 'licence'],
  words: NAMES,
  times: ['starts', 'ends', 'read_at'],
  truths: ['demonstration', 'all_day'],
  numbers: [],
});

test('the database and the process answer every filter alike', async () => {
  const features = await all(events, {}, 1_000);
  assert.equal(features.length, 300);
  await fc.assert(
    fc.asyncProperty(filters, async (filter) => {
      const passes = compileFilter(filter, eventQueryables);
      const inProcess = features.filter((feature) => passes(feature) === true).map((one) => one.id);
      const inDatabase = (await all(events, { filter }, 1_000)).map((one) => one.id);
      assert.deepEqual(inDatabase, inProcess);
    }),
    { numRuns: 400 },
  );
});

test('boxes are exact in degrees and in metres', async () => {
  const inDegrees = await all(places, { bbox: { crs: 'CRS84', box: [8.25, 49.25, 9, 50] } });
  const { x, y } = toMetres({ lon: 8.25, lat: 49.25 });
  const inMetres = await all(places, { bbox: { crs: 'EPSG:25832', box: [x - 1, y - 1, x + 1, y + 1] } });
  const rows = Array.from({ length: 400 }, (_, number) => rowOf(number, 'place'));
  const has = ({ lon, lat }: Row, box: number[]) =>
    lon !== null && lat !== null && lon >= box[0]! && lat >= box[1]! && lon <= box[2]! && lat <= box[3]!;
  assert.equal(inDegrees.length, rows.filter((row) => has(row, [8.25, 49.25, 9, 50])).length);
  assert.equal(inMetres.length, rows.filter((row) => has(row, [8.25, 49.25, 8.25, 49.25])).length);
  assert.ok(inMetres.length > 0 && inMetres.length < inDegrees.length);
});

test('datetime asks for all dates of an event', async () => {
  const found = await all(events, {
    datetime: { start: new Date('2026-11-20T00:00:00Z'), end: new Date('2026-11-20T01:30:00Z') },
  });
  assert.equal(
    found.length,
    (await all(events)).filter(
      ({ properties }) =>
        String(properties.read_at) < '2026-11-10T01:31' &&
        String(properties.read_at) >= '2026-11-10T00:00' &&
        properties.licence !== null,
    ).length,
  );
  assert.ok(found.length > 0);
  const ended = (await all(events)).filter(({ properties }) => properties.starts === null);
  assert.ok(
    ended.length > 0 &&
      ended.every(
        ({ properties }) =>
          properties.licence === null || String(properties.read_at) < TEST_NOW.toISOString(),
      ),
  );
});

test('a feature is found by its id, a withdrawn or foreign one is not', async () => {
  assert.equal((await places.byId(id(1)))?.properties.name, 'ödes café');
  assert.equal(await places.byId(id(1, 'b')), undefined);
  assert.equal(await places.byId("1'; drop table"), undefined);
  assert.deepEqual(await places.page({ limit: 1, after: 'x' }), { refused: 'cursor' });
});

test('paging neither loses nor doubles anything while others write', async () => {
  const before = new Set((await all(places)).map((one) => one.id));
  const seen: string[] = [];
  let number = 10_000;
  let withdrawn = 0;
  const gone = new Set<string>();
  for (let after: string | undefined; ; ) {
    const page = await places.page({ limit: 7, ...(after && { after }) });
    assert.ok('features' in page);
    seen.push(...page.features.map((one) => one.id));
    after = page.next;
    if (after === undefined) break;
    // Between two pages others publish before and behind the place where we stand, and withdraw on both sides.
    const fresh = Array.from({ length: 10 }, (_, more) => rowOf(number + more, 'place'));
    number += 10;
    const victims = [id((withdrawn * 37) % 400), id((withdrawn * 91 + 5) % 400)];
    withdrawn += 1;
    for (const one of victims) gone.add(one);
    await Promise.all([
      insert(fresh),
      sql`update offers.offer set withdrawn_at = now() where id = any(${victims}::uuid[])`.execute(
        context.database,
      ),
    ]);
  }
  assert.equal(new Set(seen).size, seen.length);
  const lost = [...before].filter((one) => !gone.has(one) && !seen.includes(one));
  assert.deepEqual(lost, []);
  assert.ok(gone.size > 20 && number > 10_100);
});
