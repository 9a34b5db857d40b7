import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { readBoundaries } from './boundaries.ts';

const VG5000 = '../shared/data/municipalities/gemeinden_vg5000_2021.topojson.gz';
const CITIES = '../shared/data/municipalities/demo_cities_vg250_2017.geojson';
const skip = existsSync(VG5000) ? false : `${VG5000} is missing`;

const ring = (lon: number) => [
  [lon, 50],
  [lon + 0.1, 50],
  [lon, 50.1],
  [lon, 50],
];
const area = (properties: object, lon = 9) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates: [ring(lon)] },
});

test('parts of one municipality are joined, water is left out, collections may be nested', () => {
  const { boundaries, rejected, skipped } = readBoundaries([
    area({ AGS: '08335002', GEN: 'Allensbach', GF: 4 }),
    {
      type: 'FeatureCollection',
      features: [
        area({ RS: '083355004002', GEN: 'Allensbach', GF: 4 }, 9.5),
        area({ AGS: '08335002', GF: 2 }),
      ],
    },
  ]);
  assert.deepEqual([boundaries.length, rejected.length, skipped], [1, 0, 1]);
  assert.equal(boundaries[0]?.ags, '08335002');
  assert.equal(boundaries[0]?.geometry.coordinates.length, 2);
});

test('what cannot be used is named with its reason', () => {
  const { boundaries, rejected } = readBoundaries({
    type: 'FeatureCollection',
    features: [
      area({ GEN: 'Ohne Schlüssel' }),
      area({ AGS: '08335002' }, 3_500_000),
      { type: 'Feature', properties: { AGS: '08335002' }, geometry: { type: 'Point', coordinates: [9, 50] } },
      { type: 'Feature', properties: null, geometry: null },
      area({ AGS: '08335063' }),
    ],
  });
  assert.deepEqual(
    boundaries.map(({ ags }) => ags),
    ['08335063'],
  );
  assert.deepEqual(
    rejected.map(({ position, reason }) => [position, reason.en]),
    [
      ['1', 'No municipality key (AGS, ARS, RS)'],
      ['2', '08335002: coordinates not in degrees (WGS84) or not in Germany'],
      ['3', '08335002: no area'],
      ['4', 'No municipality key (AGS, ARS, RS)'],
    ],
  );
});

test('reads VG5000 as TopoJSON and VG250 as GeoJSON', { skip }, () => {
  const vg5000 = readBoundaries(JSON.parse(gunzipSync(readFileSync(VG5000)).toString('utf8')));
  assert.deepEqual([vg5000.boundaries.length, vg5000.rejected.length], [10_997, 0]);
  const cities = readBoundaries(JSON.parse(readFileSync(CITIES, 'utf8')));
  assert.deepEqual([cities.boundaries.length, cities.rejected.length], [17, 0]);
});
