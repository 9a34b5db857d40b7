import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FeaturePage, FeatureQuery } from '../../foundation/geo/feature-collection.ts';
import { municipalityCollections } from './feature-collections.ts';
import { shippedPlaceIndex } from './shipped-place-index.builder.ts';

const places = await shippedPlaceIndex();
const [municipalities, districts] = municipalityCollections(() => places);
assert.ok(municipalities && districts);

const idsOf = async (source: typeof municipalities, query: Partial<FeatureQuery>): Promise<string[]> => {
  const page = await source.page({ limit: 1_000, ...query });
  assert.ok('features' in page);
  return page.features.map(({ id }) => id);
};

test('pages follow one another without gap or overlap', async () => {
  const seen: string[] = [];
  for (let after: string | undefined; ; ) {
    const page: FeaturePage | { refused: string } = await municipalities.page({
      limit: 999,
      ...(after && { after }),
    });
    assert.ok('features' in page);
    assert.equal(page.numberMatched, places.municipalities.length);
    seen.push(...page.features.map(({ id }) => id));
    after = page.next;
    if (after === undefined) break;
  }
  assert.deepEqual(seen, places.municipalities.map(({ ars }) => ars).sort());
});

test('a box meets the towns in it and around it, the same in degrees and in metres', async () => {
  const inDegrees = await idsOf(municipalities, { bbox: { crs: 'CRS84', box: [8.39, 49, 8.41, 49.02] } });
  assert.deepEqual(inDegrees, ['082120000000']);
  const inMetres = await idsOf(municipalities, {
    bbox: { crs: 'EPSG:25832', box: [456_000, 5_428_000, 457_000, 5_429_000] },
  });
  assert.deepEqual(inMetres, ['082120000000']);
});

test('what lies within a district are its municipalities', async () => {
  const ars = '08215';
  const literal = places.districtBoundary(ars);
  assert.ok(literal);
  const within = { op: 's_within', args: [{ property: 'geometry' }, literal] };
  assert.deepEqual(
    await idsOf(municipalities, { filter: within }),
    places
      .municipalitiesOf(ars)
      .map((unit) => unit.ars)
      .sort(),
  );
});

test('every property can be asked for, and every question has its property', async () => {
  for (const source of [municipalities, districts]) {
    const page = await source.page({ limit: 1 });
    assert.ok('features' in page);
    const asked = Object.keys(source.queryables).filter((name) => name !== 'geometry');
    assert.deepEqual(Object.keys(page.features[0]?.properties ?? {}).sort(), asked.sort());
  }
});
