import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { testDatabase } from '../../foundation/testing/database.ts';
import { ogcWorld } from './world.builder.ts';

const context = await testDatabase();
const { server, places } = await ogcWorld(context, { place: 250, event: 20 });

const get = async (path: string, accept = 'application/json') =>
  await server.request(`http://localhost/ogc${path}`, { headers: { accept } });
// biome-ignore lint/suspicious/noExplicitAny: answers of all kinds, looked at member by member
const json = async (path: string): Promise<any> => {
  const answer = await get(path);
  assert.equal(answer.status, 200, await answer.clone().text());
  return answer.json();
};
const ids = async (path: string): Promise<string[]> =>
  (await json(path)).features.map((feature: { id: string }) => feature.id);

// The response schemas of OGC API Features, Part 1, written as JSON Schema; shapes of geometries as RFC 7946 has them.
const link = {
  type: 'object',
  required: ['rel', 'href'],
  properties: { rel: { type: 'string' }, href: { type: 'string', pattern: '^http' } },
};
const links = { type: 'array', minItems: 1, items: link };
const position = { type: 'array', minItems: 2, items: { type: 'number' } };
const ring = { type: 'array', minItems: 4, items: position };
const geometry = {
  oneOf: [
    { type: 'null' },
    {
      type: 'object',
      required: ['type', 'coordinates'],
      properties: { type: { const: 'Point' }, coordinates: position },
    },
    {
      type: 'object',
      required: ['type', 'coordinates'],
      properties: {
        type: { const: 'MultiPolygon' },
        coordinates: { type: 'array', items: { type: 'array', items: ring } },
      },
    },
  ],
};
const feature = {
  type: 'object',
  required: ['type', 'geometry', 'properties', 'id'],
  properties: {
    type: { const: 'Feature' },
    id: { type: 'string' },
    properties: { type: 'object' },
    geometry,
    links,
  },
};
const collection = {
  type: 'object',
  required: ['id', 'links'],
  properties: {
    id: { type: 'string' },
    title: { type: 'string' },
    description: { type: 'string' },
    itemType: { const: 'feature' },
    crs: { type: 'array', items: { type: 'string' } },
    links,
    extent: {
      type: 'object',
      required: ['spatial'],
      properties: {
        spatial: {
          type: 'object',
          required: ['bbox', 'crs'],
          properties: {
            bbox: {
              type: 'array',
              minItems: 1,
              items: { type: 'array', minItems: 4, maxItems: 4, items: { type: 'number' } },
            },
          },
        },
        temporal: { type: 'object', required: ['interval'] },
      },
    },
  },
};
const schemas: [path: string, schema: object][] = [
  ['', { type: 'object', required: ['links', 'title'], properties: { links } }],
  [
    '/conformance',
    {
      type: 'object',
      required: ['conformsTo'],
      properties: { conformsTo: { type: 'array', minItems: 10, items: { type: 'string' } } },
    },
  ],
  [
    '/collections',
    {
      type: 'object',
      required: ['links', 'collections'],
      properties: { links, collections: { type: 'array', minItems: 5, maxItems: 5, items: collection } },
    },
  ],
  ['/collections/places', collection],
  ...['places', 'events', 'municipalities', 'districts'].map((id): [string, object] => [
    `/collections/${id}/items?limit=20`,
    {
      type: 'object',
      required: ['type', 'features', 'links', 'timeStamp', 'numberReturned'],
      properties: {
        type: { const: 'FeatureCollection' },
        features: { type: 'array', minItems: 20, maxItems: 20, items: feature },
        links,
        timeStamp: { type: 'string' },
        numberMatched: { type: 'integer', minimum: 20 },
        numberReturned: { const: 20 },
      },
    },
  ]),
  ['/collections/municipalities/items/082120000000', feature],
];

describe('answers follow the schemas of the standard', () => {
  for (const [path, schema] of schemas)
    test(path || '/', async () => {
      const validate = new Ajv2020({ strict: false }).compile(schema);
      assert.ok(validate(await json(path)), JSON.stringify(validate.errors));
    });
});

test('every way from the landing page leads somewhere', async () => {
  const seen = new Set<string>();
  const queue = ['http://localhost/ogc'];
  for (let url = queue.pop(); url; url = queue.pop()) {
    if (seen.has(url) || seen.size > 150) continue;
    seen.add(url);
    const answer = await server.request(url);
    assert.equal(answer.status, 200, url);
    const text = await answer.text();
    if (answer.headers.get('content-type')?.includes('html')) continue;
    const document = JSON.parse(text) as {
      links?: { href: string; type: string }[];
      collections?: { links: { href: string }[] }[];
    };
    for (const one of [
      ...(document.links ?? []),
      ...(document.collections ?? []).flatMap((collection) => collection.links),
    ])
      queue.push(one.href);
  }
  assert.ok(seen.size > 40, String(seen.size));
});

const refusals: [path: string, status: number, names: RegExp][] = [
  ['/collections/places/items?farbe=rot', 400, /farbe/],
  ['/collections?limit=3', 400, /limit/],
  ['/collections/places/items?limit=0', 400, /limit/],
  ['/collections/places/items?limit=-5', 400, /limit/],
  ['/collections/places/items?limit=1&limit=2', 400, /limit/],
  ['/collections/places/items?bbox=1,2,3', 400, /bbox/],
  ['/collections/places/items?bbox=8,50,9,49', 400, /bbox/],
  ['/collections/places/items?bbox=8,49,9,x', 400, /bbox/],
  ['/collections/places/items?crs=EPSG:31467', 400, /crs/],
  ['/collections/places/items?bbox=8,49,9,50&bbox-crs=moon', 400, /bbox-crs/],
  ['/collections/places/items?datetime=gestern', 400, /datetime/],
  ['/collections/places/items?datetime=2026-12-02/2026-12-01', 400, /datetime/],
  ['/collections/places/items?filter=nix%20%3D%201', 400, /filter.*0.*nix/],
  ['/collections/places/items?filter=TRUE&filter-lang=sql', 400, /filter-lang/],
  ['/collections/places/items?cursor=1', 400, /cursor/],
  ['/collections/places/items?demonstration=vielleicht', 400, /demonstration/],
  ['/collections/places/items?f=xml', 400, /f:/],
  ['/collections/places/items/nix', 404, /nix/],
  ['/collections/nix', 404, /municipalities/],
  ['/collections/nix/items', 404, /municipalities/],
  ['/nix', 404, /nix/],
];
for (const [path, status, names] of refusals)
  test(`${status} ${path}`, async () => {
    const answer = await get(path);
    assert.equal(answer.status, status);
    assert.match(answer.headers.get('content-type') ?? '', /^application\/problem\+json/);
    assert.match(((await answer.json()) as { detail: string }).detail, names);
  });

const representations: [path: string, accept: string, type: RegExp][] = [
  ['', 'text/html,application/xhtml+xml,*/*;q=0.8', /^text\/html/],
  ['', '*/*', /^application\/json/],
  ['?f=html', 'application/json', /^text\/html/],
  [
    '/api',
    'application/vnd.oai.openapi+json;version=3.0, application/json',
    /^application\/vnd.oai.openapi\+json;version=3.0/,
  ],
  ['/collections/places/items', 'application/geo+json', /^application\/geo\+json/],
  ['/collections/places/items?f=json', 'text/html', /^application\/geo\+json/],
  ['/collections/places/queryables', 'application/schema+json', /^application\/schema\+json/],
];
for (const [path, accept, type] of representations)
  test(`${path || '/'} as ${accept}`, async () => {
    const answer = await get(path, accept);
    assert.equal(answer.status, 200);
    assert.match(answer.headers.get('content-type') ?? '', type);
    assert.equal(answer.headers.get('vary')?.includes('Accept'), true);
  });

test('a slash at the end leads to the landing page', async () => {
  const answer = await get('/?f=json');
  assert.equal(answer.status, 308);
  assert.equal(answer.headers.get('location'), '/ogc?f=json');
});

test('English stands below /en, with links that stay there', async () => {
  const answer = await server.request('http://localhost/en/ogc/collections/districts?f=json');
  const document = (await answer.json()) as { title: string; links: { href: string }[] };
  assert.equal(document.title, 'Districts and urban districts');
  assert.ok(document.links.every(({ href }) => href.startsWith('http://localhost/en/ogc/')));
  assert.match(await (await server.request('http://localhost/en/ogc?f=html')).text(), /<html lang="en"/);
});

test('a page for every kind of document, with its features by name', async () => {
  const html = async (path: string) => (await get(path, 'text/html')).text();
  assert.match(await html('/collections/places/items'), /Ort 1<\/a>/);
  assert.match(await html('/collections/municipalities/items/082120000000'), /<h1[^>]*>Karlsruhe<\/h1>/);
  for (const path of [
    '/api',
    '/conformance',
    '/collections',
    '/collections/events',
    '/collections/events/queryables',
  ])
    assert.match(await html(path), /<h1/);
});

test('the limit is capped, not refused', async () => {
  assert.equal((await json('/collections/municipalities/items?limit=5000')).numberReturned, 1_000);
  assert.equal((await json('/collections/places/items')).numberReturned, 100);
});

test('four reference systems, with the order of axes of each', async () => {
  const item = '/collections/municipalities/items/082120000000';
  const first = async (crs: string) =>
    (await json(`${item}?crs=${encodeURIComponent(crs)}`)).geometry.coordinates[0][0][0] as [number, number];
  const [lon, lat] = await first('http://www.opengis.net/def/crs/OGC/1.3/CRS84');
  const epsg = 'http://www.opengis.net/def/crs/EPSG/0/';
  assert.deepEqual(await first(`${epsg}4326`), [lat, lon]);
  const [x, y] = await first(`${epsg}25832`);
  assert.ok(x > 440_000 && x < 480_000 && y > 5_400_000 && y < 5_450_000, `${x} ${y}`);
  const [mercatorX] = await first(`${epsg}3857`);
  assert.ok(Math.abs(mercatorX - (lon * 20_037_508.34) / 180) < 1);
});

test('the same box in every reference system', async () => {
  const crs = (code: string) =>
    `&bbox-crs=${encodeURIComponent(`http://www.opengis.net/def/crs/EPSG/0/${code}`)}`;
  const items = '/collections/places/items?limit=1000&bbox=';
  const degrees = await ids(`${items}8,49,10,51`);
  assert.ok(degrees.length > 5 && degrees.length < 250);
  assert.deepEqual(await ids(`${items}49,8,51,10${crs('4326')}`), degrees);
  assert.deepEqual(await ids(`${items}890555.92,6274861.39,1113194.91,6621293.73${crs('3857')}`), degrees);
});

test('parameters, filters and both filter languages say the same', async () => {
  const items = '/collections/places/items?limit=1000&';
  const expected = await ids(`${items}category=museum&town=Musterstadt`);
  const text = encodeURIComponent("category = 'museum' AND CASEI(town) LIKE 'muster%'");
  assert.deepEqual(await ids(`${items}filter=${text}`), expected);
  const tree = {
    op: 'and',
    args: [
      { op: '=', args: [{ property: 'category' }, 'museum'] },
      { op: 'not', args: [{ op: 'isNull', args: [{ property: 'town' }] }] },
    ],
  };
  assert.deepEqual(
    await ids(`${items}filter-lang=cql2-json&filter=${encodeURIComponent(JSON.stringify(tree))}`),
    expected,
  );
  assert.ok(expected.length > 0);
});

test('datetime concerns events only', async () => {
  assert.equal((await ids('/collections/events/items?datetime=2026-12-01T19:00:00Z')).length, 20);
  assert.equal((await ids('/collections/events/items?datetime=2026-12-02T00:00:00Z/..')).length, 0);
  assert.equal((await ids('/collections/events/items?datetime=../2026-12-01T18:30:00%2B00:00')).length, 20);
  assert.equal((await ids('/collections/places/items?datetime=2026-12-02T00:00:00Z&limit=1000')).length, 250);
});

test('a municipality is found by a point in it and lies in its district', async () => {
  const within = encodeURIComponent('S_INTERSECTS(geometry, POINT(8.4037 49.0069))');
  assert.deepEqual(await ids(`/collections/municipalities/items?filter=${within}`), ['082120000000']);
  assert.deepEqual(await ids(`/collections/districts/items?filter=${within}`), ['08212']);
  const boundary = places.boundaryOf('082120000000');
  assert.deepEqual((await json('/collections/municipalities/items/082120000000')).geometry, boundary);
});

test('the description lists every parameter of every collection', async () => {
  const document = await json('/api');
  assert.match(document.openapi, /^3\.0\./);
  for (const { id } of (await json('/collections')).collections) {
    const names = document.paths[`/collections/${id}/items`].get.parameters.map(
      ({ name }: { name: string }) => name,
    );
    const queryables = Object.keys((await json(`/collections/${id}/queryables`)).properties).filter(
      (name) => name !== 'geometry',
    );
    for (const name of ['bbox', 'limit', 'filter', 'crs', ...queryables])
      assert.ok(names.includes(name), `${id} ${name}`);
  }
});
