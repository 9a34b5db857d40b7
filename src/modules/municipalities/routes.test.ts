import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { GenericSchema } from 'valibot';
import * as v from 'valibot';
import { KeyAnswerSchema, NameAnswerSchema, PointAnswerSchema, PostcodeAnswerSchema } from './contract.ts';
import { municipalityRoutes } from './routes.ts';
import { shippedPlaceIndex } from './shipped-place-index.builder.ts';

let routes: ReturnType<typeof municipalityRoutes>;
before(async () => {
  const places = await shippedPlaceIndex();
  routes = municipalityRoutes(() => places);
});

/** The answer, held against the contract. */
const ask = async <Schema extends GenericSchema>(
  path: string,
  schema: Schema,
): Promise<v.InferOutput<Schema>> => {
  const response = await routes.request(path);
  assert.equal(response.status, 200, path);
  return v.parse(schema, await response.json());
};

test('by name', async () => {
  const { municipalities } = await ask('/?name=m%C3%BCnster&limit=2', NameAnswerSchema);
  assert.deepEqual(
    municipalities.map(({ label, hint }) => [label, hint]),
    [
      ['Münster', 'Nordrhein-Westfalen'],
      ['Munster', 'Heidekreis, Niedersachsen'],
    ],
  );
  assert.equal(municipalities[0]?.municipality.path, '/ort/muenster-05515000');
});

test('by point', async () => {
  const inside = await ask('/at?lon=8.4037&lat=49.0093', PointAnswerSchema);
  assert.equal(inside.kind === 'inside' && inside.municipality.ags, '08212000');
  assert.deepEqual(await ask('/at?lon=2.35&lat=48.86', PointAnswerSchema), { kind: 'outside' });
});

test('by postcode', async () => {
  const one = await ask('/by-postcode/76131', PostcodeAnswerSchema);
  assert.equal(one.kind === 'one' && one.municipality.name, 'Karlsruhe');
  const several = await ask('/by-postcode/54298', PostcodeAnswerSchema);
  assert.equal(several.kind === 'ask' && several.candidates.length, 7);
  assert.deepEqual(await ask('/by-postcode/00000', PostcodeAnswerSchema), { kind: 'none' });
});

test('by key: facts, chain, neighbours, and the note of an old key', async () => {
  const now = await ask('/08212000', KeyAnswerSchema);
  assert.equal(now.municipality.population, 308_707);
  assert.deepEqual(
    now.chain.map(({ level }) => level),
    ['district', 'region', 'state'],
  );
  assert.ok(now.neighbours.some(({ name }) => name === 'Ettlingen'));
  assert.equal(now.note, undefined);
  const old = await ask('/16064073', KeyAnswerSchema);
  assert.equal(old.municipality.name, 'Unstruttal');
  assert.equal(old.oldName, 'Anrode');
  assert.equal(old.others?.length, 2);
  assert.match(old.note?.en ?? '', /no longer exists/);
});

test('what cannot be answered is refused with a reason', async () => {
  const cases: [string, number, RegExp][] = [
    ['/', 400, /name/],
    ['/?name=', 400, /name/],
    ['/?name=Ulm&limit=51', 400, /limit/],
    ['/?name=Ulm&limit=0', 400, /limit/],
    ['/?name=Ulm&nmae=x', 400, /nmae/],
    ['/at?lon=8', 400, /lat/],
    ['/at?lon=8&lat=149', 400, /lat/],
    ['/at?lon=acht&lat=49', 400, /lon/],
    ['/by-postcode/7613', 400, /postcode/],
    ['/by-postcode/76131?x=1', 400, /x/],
    ['/1234', 400, /key/],
    ['/99999999', 404, /99999999/],
  ];
  for (const [path, status, detail] of cases) {
    const response = await routes.request(path);
    assert.equal(response.status, status, path);
    assert.match(response.headers.get('content-type') ?? '', /^application\/problem\+json/);
    assert.match(((await response.json()) as { detail: string }).detail, detail, path);
  }
});
