import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as v from 'valibot';
import { testDatabase } from '../../foundation/testing/database.ts';
import { OfferListSchema, OfferSchema } from './contract.ts';
import { offerCollections } from './features/feature-collections.ts';
import { importLines } from './offers.builder.ts';
import { offerRoutes } from './routes.ts';

const context = await testDatabase();
await importLines(
  context,
  'id;name;category;lon;lat;openingHours',
  Array.from(
    { length: 7 },
    (_, i) => `${i};Spielplatz ${i};playground;8.404;${49.01 + i / 1000};Mo-Su 08:00-20:00`,
  ),
);
const api = offerRoutes(context);
const HERE = 'lon=8.404&lat=49.009';

test('the answer is what the contract says', async () => {
  const answer = await api.request(`/offers?${HERE}&open=true`);
  assert.equal(answer.status, 200);
  const { offers } = v.parse(OfferListSchema, await answer.json());
  assert.equal(offers.length, 7);
  assert.deepEqual(offers[0]?.opening, { kind: 'open', until: '2026-11-22T19:00:00.000Z' });
  assert.ok(offers.every((offer, i) => i === 0 || (offer.distance ?? 0) >= (offers[i - 1]?.distance ?? 0)));
});

test('the next links lead through everything once', async () => {
  const seen: string[] = [];
  let path: string | null = `/offers?${HERE}&limit=3`;
  while (path) {
    const answer: Response = await api.request(path);
    const page = v.parse(OfferListSchema, await answer.json());
    seen.push(...page.offers.map(({ name }) => name));
    path = page.next;
  }
  assert.deepEqual(seen, [
    'Spielplatz 0',
    'Spielplatz 1',
    'Spielplatz 2',
    'Spielplatz 3',
    'Spielplatz 4',
    'Spielplatz 5',
    'Spielplatz 6',
  ]);
});

const refused: [string, RegExp][] = [
  [`/offers?${HERE}&radios=5`, /radios: diesen Parameter gibt es nicht \/ unknown parameter/],
  ['/offers?lon=8.4', /lat: fehlt \/ is missing/],
  ['/offers?lon=200&lat=49', /lon/],
  [`/offers?${HERE}&limit=1000`, /limit/],
  [`/offers?${HERE}&category=playground,zeppelin`, /»zeppelin« gibt es nicht/],
  [`/offers?${HERE}&open=maybe`, /open/],
  ['/offers/no-id', /id/],
];
for (const [path, detail] of refused) {
  test(`${path} is refused with 400 in both languages`, async () => {
    const answer = await api.request(path);
    assert.equal(answer.status, 400);
    assert.match(answer.headers.get('content-type') ?? '', /^application\/problem\+json/);
    const body = (await answer.json()) as { detail: string; detailEn: string };
    assert.match(body.detail, detail);
    assert.ok(body.detailEn.length > 0);
  });
}

test('one offer by its id, or 404', async () => {
  const list = v.parse(OfferListSchema, await (await api.request(`/offers?${HERE}&limit=1`)).json());
  const answer = await api.request(`/offers/${list.offers[0]?.id}`);
  assert.equal(v.parse(OfferSchema, await answer.json()).name, 'Spielplatz 0');
  assert.equal((await api.request('/offers/00000000-0000-7000-8000-000000000000')).status, 404);
});

test('an end that the source does not name is not made up', async () => {
  const source = {
    ars: '082120000000',
    id: 'endless',
    name: 'Test',
    format: 'csv',
    attribution: 'Test',
    demonstration: false,
  };
  await importLines(
    context,
    'id;name;category;lon;lat;start;startTime',
    ['1;Konzert;concert;8.404;49.009;2026-11-23;19:00'],
    source,
  );
  const answer = await api.request(`/offers?${HERE}&kind=event`);
  const { offers } = v.parse(OfferListSchema, await answer.json());
  assert.deepEqual([offers[0]?.starts, offers[0]?.ends], ['2026-11-23T18:00:00.000Z', null]);
});

test('nor is it made up for a geographic information system', async () => {
  const events = offerCollections(context).find(({ id }) => id === 'events');
  const page = await events?.page({ limit: 5 });
  assert.ok(page && 'features' in page);
  assert.deepEqual(
    page.features.map(({ properties }) => [properties.starts, properties.ends]),
    [['2026-11-23T18:00:00.000Z', null]],
  );
});
