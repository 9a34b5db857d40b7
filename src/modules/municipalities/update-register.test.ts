import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { testDatabase } from '../../foundation/testing/database.ts';
import { areaKm2 } from './area-locator.ts';
import { gv100adLine } from './gv100ad.builder.ts';
import { readGv100ad } from './import/gv100ad.ts';
import { loadPlaceIndex } from './load-place-index.ts';
import type { RegisterFacts } from './municipality.ts';
import type { Edition } from './register-plan.ts';
import { readShippedBoundaries, readShippedRegister, SHIPPED_FOLDER } from './shipped-data.ts';
import * as store from './store.ts';
import { updateBoundaries } from './update-boundaries.ts';
import { type RegisterReport, updateRegister } from './update-register.ts';

// Thuringia: small enough, and with everything that happens to municipalities.
const STATE = '16';
const context = await testDatabase();
let shipped: Edition;
before(async () => {
  const whole = await readShippedRegister(SHIPPED_FOLDER);
  shipped = { ...whole, units: whole.units.filter(({ ars }) => ars.startsWith(STATE)) };
  await updateRegister(context, shipped);
  const outlines = await readShippedBoundaries(SHIPPED_FOLDER);
  await store.saveBoundaries(
    context.database,
    outlines.filter(({ ars }) => ars.startsWith(STATE)),
  );
  await store.savePostcodes(context.database, [
    { postcode: '99974', ars: '160640071071', source: 'test' },
    { postcode: '99996', ars: '160640046046', source: 'test' },
  ]);
});

const MERGED = '160640071071'; // Unstruttal, here merged into …
const TAKER = '160640046046'; // … its neighbour Mühlhausen
const RENAMED = '160630105105';
const UNREADABLE = '160610118118';
const MOVED = '160645054076';

const find = (ars: string): RegisterFacts => {
  const unit = shipped.units.find((one) => one.ars === ars);
  if (!unit) throw new Error(`${ars} is not in the shipped register`);
  return unit;
};

const plus = (a: number | null, b: number | null): number => Math.round(((a ?? 0) + (b ?? 0)) * 100) / 100;

/** The next edition as its official file would be, with a merger, a new name, another association and a broken line. */
const nextEdition = async (): Promise<Edition> => {
  const lines = shipped.units
    .filter(({ ars }) => ars !== MERGED && ars !== '160640071')
    .map((unit) => {
      const { population, areaKm2: area } = find(MERGED);
      if (unit.ars === TAKER)
        return { ...unit, population: plus(unit.population, population), areaKm2: plus(unit.areaKm2, area) };
      if (unit.ars === RENAMED) return { ...unit, name: 'Eisenach am Berg' };
      return unit.ars === MOVED ? { ...unit, ars: '160640046076' } : unit;
    })
    .map((unit) => gv100adLine(unit, '20241231'))
    .map((line) => (line.includes('16061118') && line.startsWith('60') ? line.slice(0, 130) : line));
  const { date, units, rejected } = await readGv100ad(lines);
  return { date, source: 'next edition', units, rejected };
};

const rows = async () => [
  await store.listUnits(context.database),
  await store.listSuccessions(context.database),
  await store.listPostcodes(context.database),
  await store.listBoundaries(context.database),
];

test('an edition that is older, empty or cut is refused and changes nothing', async () => {
  const before = await rows();
  const cases: [Partial<Edition>, string][] = [
    [{ date: '2020-12-31' }, 'older-edition'],
    [{ date: '2024-12-31', units: [] }, 'empty-edition'],
    [{ date: '2024-12-31', units: shipped.units.slice(0, 500) }, 'too-many-missing'],
  ];
  for (const [change, refused] of cases)
    assert.deepEqual(await updateRegister(context, { ...shipped, ...change }), { refused });
  assert.deepEqual(await rows(), before);
});

test('a fault half-way leaves nothing behind', async () => {
  const before = await rows();
  const impossible = { ...find(TAKER), ars: 'keine-zahl', ags: null };
  await assert.rejects(
    updateRegister(context, { ...shipped, date: '2024-12-31', units: [...shipped.units, impossible] }),
  );
  assert.deepEqual(await rows(), before);
});

test('the same edition again changes nothing', async () => {
  const before = await rows();
  const report = (await updateRegister(context, shipped)) as RegisterReport;
  assert.deepEqual(
    [report.added, report.changed, report.merged, report.closed, report.moved],
    [[], [], [], [], []],
  );
  assert.equal(report.unchanged, shipped.units.length);
  assert.deepEqual(await rows(), before);
});

test('a new edition updates, merges and closes, and says what it did', async () => {
  const edition = await nextEdition();
  const oldArea = new Map(
    (await store.listBoundaries(context.database)).map(({ ars, geometry }) => [ars, areaKm2(geometry)]),
  );
  const report = (await updateRegister(context, edition)) as RegisterReport;
  assert.deepEqual(
    report.merged.map(({ unit, into }) => [unit.ars, into]),
    [[MERGED, [TAKER]]],
  );
  assert.deepEqual(
    report.closed.map(({ ars }) => ars),
    ['160640071'],
    'the association of one that went with it',
  );
  assert.deepEqual(
    report.moved.map(({ from, to }) => [from.ars, to.ars]),
    [[MOVED, '160640046076']],
  );
  const fields = Object.fromEntries(report.changed.map(({ unit, fields }) => [unit.ars, fields]));
  assert.deepEqual(fields[TAKER], ['population', 'areaKm2']);
  assert.deepEqual(fields[RENAMED], ['name']);
  assert.deepEqual(
    report.kept.map(({ ars }) => ars),
    [UNREADABLE],
  );
  assert.equal(report.rejected.length, 1);

  const places = await loadPlaceIndex(context.database);
  const answer = places.byAgs('16064071');
  assert.equal(answer.kind, 'succeeded');
  if (answer.kind === 'succeeded') {
    assert.equal(answer.successors[0].ars, TAKER);
    assert.match(answer.note.de, /Unstruttal .* 31\. Dezember 2024 zu: Mühlhausen/);
  }
  assert.equal(
    places.get(TAKER)?.point?.lat,
    find(TAKER).point?.lat,
    'the file has no coordinates: they stay',
  );
  assert.equal(places.get(UNREADABLE)?.name, find(UNREADABLE).name);
  const moved = places.byAgs(MOVED);
  assert.equal(moved.kind === 'current' && moved.municipality.ars, '160640046076');
  assert.ok(places.boundaryOf('160640046076'));
  assert.deepEqual(places.byPostcode('99974').kind === 'one' && places.byPostcode('99974'), {
    kind: 'one',
    municipality: places.get(TAKER),
    source: 'test',
  });
  const joined = areaKm2(places.boundaryOf(TAKER) ?? { type: 'MultiPolygon', coordinates: [] });
  assert.ok(Math.abs(joined - (oldArea.get(TAKER) ?? 0) - (oldArea.get(MERGED) ?? 0)) < 0.01);

  const after = await rows();
  const again = (await updateRegister(context, edition)) as RegisterReport;
  assert.deepEqual(
    [again.added, again.changed, again.merged, again.closed, again.moved],
    [[], [], [], [], []],
  );
  assert.deepEqual(await rows(), after);
});

test('a newer map goes to the municipalities of today; the same map again changes nothing', async () => {
  const square = (lon: number) => ({
    type: 'MultiPolygon' as const,
    coordinates: [
      [
        [
          [lon, 51.2],
          [lon + 0.1, 51.2],
          [lon + 0.1, 51.3],
          [lon, 51.3],
          [lon, 51.2],
        ],
      ],
    ],
  });
  const map = {
    boundaries: [
      { ags: '16064046', name: 'Mühlhausen', geometry: square(10.4) },
      { ags: '16064071', name: 'Unstruttal', geometry: square(10.5) },
      { ags: '99999999', name: 'Nirgends', geometry: square(10.9) },
    ],
    rejected: [],
    skipped: 0,
  };
  const about = { edition: '2024-12-31', source: 'map' };
  const report = await updateBoundaries(context, map, about);
  assert.deepEqual([report.added, report.changed, report.unchanged], [0, 1, 0]);
  assert.deepEqual(report.unmatched, [{ ags: '99999999', name: 'Nirgends' }]);
  const outline = (await store.listBoundaries(context.database)).find(({ ars }) => ars === TAKER);
  assert.equal(outline?.geometry.coordinates.length, 1, 'two outlines became one');
  assert.equal(outline?.edition, '2024-12-31');
  const again = await updateBoundaries(context, map, about);
  assert.deepEqual([again.added, again.changed, again.unchanged], [0, 0, 1]);
});
