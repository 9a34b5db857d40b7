import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { csvLines } from '../../../foundation/table/csv.ts';
import { textOfFile } from '../../../foundation/text/file-text.ts';
import { occupancyOf, type Reading } from '../sites/parking-site.ts';
import { readParkingFile } from './formats.ts';

const data = join(import.meta.dirname, '../../../../../shared/data/parking');
const skip = existsSync(data) ? false : 'The folder ../shared/data is missing.';

const read = async (format: string, file: string): Promise<Reading> => {
  const reading = await readParkingFile(format, { bytes: readFileSync(join(data, file)) });
  assert.ok(!('refused' in reading), file);
  return reading;
};

/** File, format, sites, counts without a site, refused, left out. */
type Expected = [
  file: string,
  format: string,
  sites: number,
  counts: number,
  refused: number,
  skipped: number,
];

const EXPECTED: Expected[] = [
  ['sites/aalen.json', 'aalen', 0, 6, 0, 0],
  ['sites/bahn_v2.json.gz', 'bahn', 310, 0, 0, 0],
  ['sites/bfrk_bw_car.json.gz', 'bfrk-car', 2201, 0, 5, 143],
  ['sites/bielefeld.csv', 'bielefeld', 853, 0, 0, 0],
  ['sites/bietigheim-bissingen.csv', 'bietigheim-bissingen', 0, 14, 0, 0],
  ['sites/ellwangen_sensit.json', 'sensit', 1, 0, 0, 0],
  ['sites/esslingen.geojson', 'esslingen', 221, 0, 6, 23],
  ['sites/freiburg.json', 'freiburg', 19, 0, 0, 0],
  ['sites/freiburg_scanner.geojson', 'freiburg-scanner', 144, 0, 0, 106],
  ['sites/friedrichshafen_easypark.csv', 'easypark', 1697, 0, 0, 0],
  ['sites/heilbronn_goldbeck_facilities.json', 'goldbeck', 33, 0, 5, 0],
  ['sites/heilbronn_goldbeck_occupancies.json', 'goldbeck-counts', 0, 9, 0, 1],
  ['sites/herrenberg.json', 'park-api-1', 26, 0, 0, 0],
  ['sites/karlsruhe.json', 'karlsruhe', 90, 0, 0, 0],
  ['sites/konstanz.json', 'konstanz', 11, 0, 0, 0],
  ['sites/ladenburg_parkraumcheck.geojson', 'park-raum-check', 462, 0, 0, 1],
  ['sites/mannheim.json', 'park-api-3', 1, 0, 0, 0],
  ['sites/p_m_bw.json', 'p-m-bw', 2, 0, 0, 0],
  ['sites/park_raum_check_kehl.geojson', 'park-raum-check', 235, 0, 0, 0],
  ['sites/radolfzell.geojson.gz', 'radolfzell', 1313, 0, 14, 302],
  ['spots/freiburg_disabled_sensors.geojson', 'freiburg-disabled-sensors', 20, 0, 0, 0],
  ['spots/freiburg_disabled_static.geojson', 'freiburg-disabled', 312, 0, 0, 0],
  ['spots/karlsruhe_disabled_static.geojson', 'karlsruhe-disabled', 693, 0, 0, 0],
  ['spots/konstanz_disabled.geojson', 'konstanz-disabled', 60, 0, 0, 0],
  ['spots/ulm-sensors/realtime-parking-sites.json', 'ulm', 0, 7, 0, 0],
  ['spots/ulm-sensors/realtime-parking-spots.json', 'ulm-spots', 0, 44, 0, 0],
  ['bike/bfrk_bw_bike.json.gz', 'bfrk-bike', 2996, 0, 6, 0],
  ['bike/freiburg_vag_bike.geojson', 'freiburg-vag-bike', 8, 0, 0, 0],
  ['bike/herrenberg_bike.json', 'herrenberg-bike', 222, 0, 0, 0],
  ['bike/karlsruhe_bike.json', 'karlsruhe-bike', 809, 0, 0, 0],
  ['bike/kienzler.geojson', 'kienzler', 0, 0, 1, 0],
  ['bike/kienzler.json', 'kienzler', 5, 0, 0, 0],
  ['bike/konstanz_bike.geojson', 'konstanz-bike', 353, 0, 0, 0],
  ['bike/radvis_bw.json.gz', 'radvis-bw', 3018, 0, 1, 1],
  ['bike/velobrix.json', 'velobrix', 3, 0, 0, 0],
  ['datex2/friedrichshafen-sensors-realtime.xml', 'datex2', 0, 55, 0, 0],
  ['datex2/friedrichshafen-sensors-static.xml', 'datex2', 55, 0, 0, 0],
  ['datex2/stuttgart-realtime.xml', 'datex2', 0, 40, 0, 9],
  ['datex2/stuttgart-static.xml', 'datex2', 49, 0, 0, 0],
  ['datex2/toll-collect-realtime.xml.gz', 'datex2', 0, 1750, 0, 70],
  ['datex2/vrs_bondorf-realtime.xml', 'datex2', 0, 1, 0, 0],
  ['datex2/vrs_bondorf-static.xml', 'datex2', 1, 0, 0, 0],
  ['datex2/vrs_kirchheim-realtime.xml', 'datex2', 0, 2, 0, 0],
  ['datex2/vrs_kirchheim-static.xml', 'datex2', 2, 0, 0, 0],
  ['xlsx/bb_parkhaus.xlsx', 'park-api-template', 26, 0, 0, 0],
  ['xlsx/goldbeck.xlsx', 'park-api-template', 11, 0, 0, 0],
  ['xlsx/keltern.xlsx', 'keltern', 175, 0, 0, 0],
  ['xlsx/pum_bw.xlsx', 'pum-bw', 111, 0, 0, 0],
  ['xlsx/vrs_p_r.xlsx', 'vrs-p-r', 221, 0, 0, 0],
  ['pbw/catalog-city.json', 'pbw', 0, 0, 0, 23],
  ...Object.entries({ 10: 31, 11: 4, 15: 1, 17: 4, 18: 2, 19: 1, 31: 3, 32: 1, 34: 1, 4: 2 }).map(
    ([city, sites]): Expected => [`pbw/object-by-city-${city}.json`, 'pbw', sites, 0, 0, 0],
  ),
  ...Object.entries({ 42: 2, 48: 2, 49: 1, 51: 2, 52: 1, 60: 1, 61: 1, 71: 2, 9: 4 }).map(
    ([city, sites]): Expected => [`pbw/object-by-city-${city}.json`, 'pbw', sites, 0, 0, 0],
  ),
  ['pbw/object-dynamic-all.json', 'pbw-counts', 0, 31, 0, 70],
  ['sensade/parking-lots.json', 'sensade-list', 7, 0, 0, 0],
  ...['0ff8c7e9-5867-46fa-8799-19f1044fe858', '2118f891-abb9-439b-9f43-54e976b6ab71']
    .concat(['555ba2d7-37f6-4b36-8428-087321717a1b', '7d1c853e-22fc-49a7-800e-076eac929c2b'])
    .concat(['b18dcdbb-f9e2-4dbf-947e-0985b8c7c4ab'])
    .flatMap((lot): Expected[] => [
      [`sensade/parking-lot-${lot}.json`, 'sensade', 1, 0, 0, 0],
      [`sensade/parking-lot-status-${lot}.json`, 'sensade', 0, 1, 0, 0],
    ]),
];

for (const [file, format, sites, counts, refused, skipped] of EXPECTED)
  test(`${file}: ${sites} sites, ${counts} counts, ${refused} refused`, { skip }, async () => {
    const reading = await read(format, file);
    const left = Object.values(reading.skipped).reduce((a, b) => a + b, 0);
    assert.deepEqual(
      [reading.sites.length, reading.counts.length, reading.rejected.length, left],
      [sites, counts, refused, skipped],
    );
    assert.ok(reading.rejected.every(({ reason }) => reason.de && reason.en));
  });

test('no file of the folders is forgotten', { skip }, () => {
  const files = ['sites', 'spots', 'spots/ulm-sensors', 'bike', 'datex2', 'xlsx', 'pbw', 'sensade'].flatMap(
    (folder) =>
      readdirSync(join(data, folder), { withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ name }) => `${folder}/${name}`),
  );
  assert.deepEqual(files.toSorted(), EXPECTED.map(([file]) => file).toSorted());
});

// The expected degrees come from GDAL.
test('metres of EPSG:25832 are found, said (Esslingen, Freiburg) or not (VRS), or northing first (Stuttgart)', {
  skip,
}, async () => {
  const where = async (format: string, file: string, id: string) =>
    (await read(format, file)).sites.find(({ foreignId }) => foreignId === id)?.point;
  assert.deepEqual(await where('esslingen', 'sites/esslingen.geojson', '1'), {
    lon: 9.3061015,
    lat: 48.7423811,
  });
  assert.deepEqual(await where('freiburg', 'sites/freiburg.json', '13'), { lon: 7.8447315, lat: 48.0012862 });
  assert.deepEqual(await where('vrs-p-r', 'xlsx/vrs_p_r.xlsx', '1003'), { lon: 9.2501544, lat: 48.814897 });
  assert.deepEqual(await where('datex2', 'datex2/stuttgart-static.xml', '12717375'), {
    lon: 9.1740553,
    lat: 48.7753356,
  });
});

test('0/0 and points elsewhere are refused with their reason', { skip }, async () => {
  const { rejected } = await read('bfrk-car', 'sites/bfrk_bw_car.json.gz');
  assert.equal(rejected.filter(({ reason }) => /^The point is at 0\/0/.test(reason.en)).length, 3);
  assert.equal(rejected.filter(({ reason }) => reason.en === 'The point is not in Germany.').length, 2);
});

test('360 negative counts of a summer stay what they are', { skip }, () => {
  const text = textOfFile(readFileSync(join(data, 'history/free_spaces_2026-07-20_2026-08-16.csv.gz')));
  assert.ok(typeof text === 'string');
  const [head, ...rows] = csvLines(text).lines.map(({ record }) => record);
  const free = head?.indexOf('free') ?? -1;
  const counts = rows.map((row) => occupancyOf({ free: Number(row[free]) }, { kind: 'realtime' }));
  assert.equal(counts.length, 471_910);
  assert.equal(counts.filter((count) => count?.quality === 'negative' && (count.free ?? 0) < 0).length, 360);
});
