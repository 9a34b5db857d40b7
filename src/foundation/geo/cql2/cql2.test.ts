import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { findCrs, UTM32_URI } from '../crs.ts';
import type { Queryables } from '../feature-collection.ts';
import { toMetres } from '../point.ts';
import { compileFilter } from './evaluate.ts';
import { anyFilter } from './expression.builder.ts';
import type { Expression } from './expression.ts';
import { readFilter } from './read-filter.ts';
import { readJson } from './read-json.ts';
import { readText } from './read-text.ts';
import { writeText } from './write-text.ts';

const title = { de: '', en: '' };
const queryables: Queryables = {
  geometry: { type: 'geometry', title },
  name: { type: 'string', title },
  town: { type: 'string', title },
  free: { type: 'boolean', title },
  starts: { type: 'date-time', title },
  since: { type: 'date', title },
  population: { type: 'integer', title },
};
const crs84 = findCrs('http://www.opengis.net/def/crs/OGC/1.3/CRS84')!;

const feature = {
  id: '1',
  geometry: { type: 'Point' as const, coordinates: [8.4, 49] },
  properties: {
    name: 'Ödes Café',
    town: null,
    free: true,
    starts: '2026-11-22T18:00:00Z',
    since: '2020-01-31',
    population: 300,
  },
};

const answer = (text: string, language: 'cql2-text' | 'cql2-json' = 'cql2-text') => {
  const read = readFilter(text, language, queryables, crs84);
  if ('refused' in read) return `${read.at}: ${read.message.en}`;
  return compileFilter(read.filter, queryables)(feature);
};

const cases: [string, boolean | null][] = [
  ["name = 'Ödes Café'", true],
  ["CASEI(name) = casei('ÖDES CAFÉ')", true],
  ["casei(accenti(name)) LIKE 'odes%'", true],
  ["name LIKE '%caf_'", false],
  [String.raw`name LIKE '\Ö%'`, true],
  ["town = 'x'", null],
  ["NOT town = 'x'", null],
  ['town IS NULL AND name IS NOT NULL', true],
  ["town = 'x' OR population > 299", true],
  ["name IN ('a', 'Ödes Café')", true],
  ['population NOT BETWEEN 1 AND 299', true],
  ['population BETWEEN 300 AND 300', true],
  ['population + 2 * 3 ^ 2 = 318', true],
  ['population div 7 = 42 AND population % 7 = 6', true],
  ['population / 0 = 1', null],
  ['-population < -299.5', true],
  ['free = TRUE AND NOT free = FALSE', true],
  ["name < 'ö'", true],
  ['S_INTERSECTS(geometry, POINT(8.4 49))', true],
  ['S_INTERSECTS(geometry, BBOX(8, 48, 8.4, 49))', true],
  ['S_WITHIN(geometry, POLYGON((8 48, 8.4 48, 8.4 50, 8 50, 8 48)))', false],
  [
    'S_INTERSECTS(geometry, POLYGON((8 48, 9 48, 9 50, 8 50, 8 48), (8.3 48.9, 8.5 48.9, 8.5 49.1, 8.3 49.1, 8.3 48.9)))',
    false,
  ],
  ['S_WITHIN(geometry, LINESTRING(8 48.6, 8.8 49.4))', true],
  ['S_DISJOINT(MULTIPOINT((8 49), (8.5 49)), geometry)', true],
  ['S_EQUALS(geometry, POINT Z (8.4 49 100))', true],
  ['S_INTERSECTS(geometry, GEOMETRYCOLLECTION(POINT(1 1), MULTIPOLYGON(((8 48, 9 50, 8 50, 8 48)))))', true],
  ["starts > TIMESTAMP('2026-11-22T17:59:59Z')", true],
  ["since = DATE('2020-01-31')", true],
  ["T_DURING(starts, INTERVAL('2026-11-22', '..'))", true],
  ["T_INTERSECTS(starts, DATE('2026-11-22'))", true],
  ["T_AFTER(starts, DATE('2026-11-22'))", false],
  ["T_DISJOINT(INTERVAL(starts, '..'), INTERVAL('..', '2026-11-21'))", true],
  ["name NOT ILIKE 'ÖDES%'", false],
  ["starts >= '2026-11-22T18:00:00Z' AND since < '2020-02-01'", true],
  ['TRUE', true],
];

for (const [text, expected] of cases) test(text, () => assert.equal(answer(text), expected));

const refusals: [string, RegExp][] = [
  ["name = 'x", /^7: the quote/],
  ['name = ', /^7: an expression is missing/],
  ['name', /^0: the filter must yield/],
  ['(name = 1', /needs 2 fitting|“\)” is missing/],
  ['name = 1', /^5: “=” needs/],
  ["nam = 'x'", /^0: there is no “nam”/],
  ["foo(name) = 'x'", /^0: there is no function “foo”/],
  ["name = 'a' b", /^11: “b” does not belong/],
  ['free > TRUE', /needs 2 fitting/],
  ['S_TOUCHES(geometry, POINT(1 1))', /there is no “s_touches”/],
  ['S_INTERSECTS(geometry, geometry)', /compares geometry/],
  ['S_INTERSECTS(geometry, POLYGON((0 0, 1 1, 0 1)))', /^23|^\d+: a ring needs/],
  ['S_INTERSECTS(geometry, POINT(200 0))', /outside the earth/],
  ["starts = TIMESTAMP('2026-02-30T00:00:00Z')", /^19: a moment looks/],
  ["starts > DATE('0000-01-01')", /a day looks/],
  ["name LIKE 'a\\\\\\'", /a character is missing|not closed|does not belong/],
  [`${'('.repeat(60)}TRUE${')'.repeat(60)}`, /nested too deeply/],
  [`name IN (${Array.from({ length: 600 }, () => "'a'").join()})`, /at most 500 parts/],
  ['x'.repeat(10_001), /at most 10000/],
  ['population = 1e999', /too large/],
  ["name = 'a' AND free", /joins comparisons only/],
];

for (const [text, expected] of refusals)
  test(`refused: ${text.slice(0, 60)}`, () => assert.match(String(answer(text)), expected));

const jsonRefusals: [unknown, RegExp][] = [
  ['{', /not JSON/],
  [{ op: '=', args: [{ property: 'nam' }, 1] }, /filter.args.0: there is no “nam”/],
  [{ op: 'evil', args: [] }, /no function “evil”/],
  [{ op: 'and', args: [true] }, /needs 2/],
  [{ op: '=', args: [{ property: '"; drop' }, 1] }, /is no name/],
  [{ op: '=', args: [{ property: 'toString' }, 1] }, /there is no “toString”/],
  [
    { op: 's_intersects', args: [{ property: 'geometry' }, { type: 'Point', coordinates: ['1', 2] }] },
    /no GeoJSON/,
  ],
  [{ op: '=', args: [{ property: 'name' }, 'a\0'] }, /no expression/],
  [{ op: 'like', args: [{ property: 'name' }, 'a\\'] }, /missing after/],
  [null, /no expression/],
];
for (const [value, expected] of jsonRefusals)
  test(`refused JSON: ${JSON.stringify(value).slice(0, 60)}`, () =>
    assert.match(
      String(answer(typeof value === 'string' ? value : JSON.stringify(value), 'cql2-json')),
      expected,
    ));

test('a filter in EPSG:25832 means the same as in degrees', () => {
  const { x, y } = toMetres({ lon: 8.4, lat: 49 });
  const utm = findCrs(UTM32_URI)!;
  const hit = readFilter(
    `S_INTERSECTS(geometry, BBOX(${x - 1}, ${y - 1}, ${x + 1}, ${y + 1}))`,
    'cql2-text',
    queryables,
    utm,
  );
  const miss = readFilter(
    `S_INTERSECTS(geometry, BBOX(${x + 1}, ${y - 1}, ${x + 2}, ${y + 1}))`,
    'cql2-text',
    queryables,
    utm,
  );
  assert.ok('filter' in hit && 'filter' in miss);
  assert.equal(compileFilter(hit.filter, queryables)(feature), true);
  assert.equal(compileFilter(miss.filter, queryables)(feature), false);
});

const filters = anyFilter({
  texts: ['name', 'town'],
  words: ['Ödes Café'],
  times: ['starts', 'since'],
  truths: ['free'],
  numbers: ['population'],
});

const treeOf = (read: ReturnType<typeof readText>): Expression => {
  assert.ok('filter' in read, JSON.stringify(read));
  return read.filter;
};

test('text and JSON say the same, however often they are turned into each other', () => {
  fc.assert(
    fc.property(filters, (filter) => {
      const tree = treeOf(readText(writeText(filter)));
      assert.deepEqual(tree, filter);
      assert.equal(writeText(tree), writeText(filter));
      assert.deepEqual(treeOf(readJson(JSON.stringify(filter))), filter);
    }),
    { numRuns: 1_000 },
  );
});

test('no input makes the readers throw', () => {
  const pieces = fc.array(
    fc.constantFrom(
      'name',
      '(',
      ')',
      "'a'",
      'AND',
      'NOT',
      '=',
      '1',
      ',',
      'POINT',
      'BBOX',
      '-',
      'IN',
      'BETWEEN',
      'DATE',
      'S_INTERSECTS',
      'IS',
      'NULL',
      '"a"',
    ),
  );
  fc.assert(
    fc.property(pieces, (words) => void answer(words.join(' '))),
    { numRuns: 2_000 },
  );
  fc.assert(
    fc.property(fc.json(), (text) => void answer(text, 'cql2-json')),
    { numRuns: 500 },
  );
});

const SCHEMA = '../shared/schemas/cql2/cql2.json';
test('trees are valid CQL2 JSON', { skip: existsSync(SCHEMA) ? false : `${SCHEMA} is not there` }, () => {
  const validate = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync(SCHEMA, 'utf8')));
  fc.assert(
    fc.property(filters, (filter) => assert.ok(validate(filter), JSON.stringify(validate.errors))),
    { numRuns: 200 },
  );
});
