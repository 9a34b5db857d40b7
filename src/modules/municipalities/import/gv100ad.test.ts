import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { gv100adLine } from '../gv100ad.builder.ts';
import { readGv100ad } from './gv100ad.ts';

const OFFICIAL = '../shared/data/municipalities/GV100AD_20231130.txt.gz';
const skip = existsSync(OFFICIAL) ? false : `${OFFICIAL} is missing`;
const officialLines = () => gunzipSync(readFileSync(OFFICIAL)).toString('utf8').split('\n');

const town = { ars: '010595974083', level: 'municipality', kind: 'town', name: 'Süderbrarup' } as const;

test('reads the fields of a municipality', async () => {
  const line = gv100adLine({
    ...town,
    suffix: 'Stadt',
    areaKm2: 12.34,
    population: 4_321,
    postcode: '24392',
  });
  const { date, units, rejected } = await readGv100ad([line]);
  assert.deepEqual(rejected, []);
  assert.equal(date, '2023-11-30');
  assert.deepEqual(units, [
    {
      ...town,
      ags: '01059083',
      suffix: 'Stadt',
      seat: null,
      areaKm2: 12.34,
      population: 4_321,
      postcode: '24392',
      point: null,
    },
  ]);
});

test('a broken line is named with its number and reason, the others are kept', async () => {
  const good = gv100adLine(town);
  const other = (ars: string) => gv100adLine({ ...town, ars });
  const planted: [string, RegExp, string | undefined][] = [
    ['99'.padEnd(220), /Satzart »99«/, undefined],
    [good.replace('20231130', '2023AB30'), /Kein Datum/, undefined],
    [good.replace('20231130', '20231345'), /Kein Datum/, undefined],
    [good.replace('010590835974', '0105X0835974'), /Schlüssel/, undefined],
    [good.replace('010590835974', '01059   5974'), /Schlüssel/, undefined],
    [other('010595974001').replace('Süderbrarup', ' '.repeat(11)), /Name fehlt/, '010595974001'],
    [`${other('010595974002').slice(0, 122)}99${good.slice(124)}`, /Textkennzeichen/, '010595974002'],
    [`${other('010595974003').slice(0, 122)}44${good.slice(124)}`, /Textkennzeichen/, '010595974003'],
    [other('010595974004').slice(0, 130), /Fläche/, '010595974004'],
    [`${other('010595974005').slice(0, 139)}viele      ${good.slice(150)}`, /Bevölkerung/, '010595974005'],
    [`${other('010595974006').slice(0, 165)}2439X${good.slice(170)}`, /Postleitzahl/, '010595974006'],
    [good, /zweimal/, town.ars],
    [other('010595974007').replace('20231130', '20240131'), /Gebietsstand/, '010595974007'],
  ];
  const { units, rejected } = await readGv100ad([
    good,
    '',
    ...planted.map(([line]) => line),
    other('010595974008'),
  ]);
  assert.deepEqual(
    units.map(({ ars }) => ars),
    [town.ars, '010595974008'],
  );
  assert.equal(rejected.length, planted.length);
  planted.forEach(([, reason, key], index) => {
    assert.equal(rejected[index]?.position, String(index + 3));
    assert.match(rejected[index]?.reason.de ?? '', reason);
    assert.notEqual(rejected[index]?.reason.en, '');
    assert.equal(rejected[index]?.key, key);
  });
});

test('byte order mark and CRLF do not matter', async () => {
  const { units, rejected } = await readGv100ad([`\uFEFF${gv100adLine(town)}\r`]);
  assert.deepEqual([units.length, rejected.length], [1, 0]);
});

test('the official file has the counts that its description gives', { skip }, async () => {
  const { date, units, rejected, skipped } = await readGv100ad(officialLines());
  const municipalities = units.filter(({ level }) => level === 'municipality');
  const count = (level: string) => units.filter((unit) => unit.level === level).length;
  assert.equal(date, '2023-11-30');
  assert.deepEqual(rejected, []);
  assert.equal(skipped, 12, 'planning regions');
  assert.equal(municipalities.length, 10_981);
  assert.equal(municipalities.filter(({ kind }) => /unincorporated/i.test(kind)).length, 208);
  assert.equal(
    municipalities.reduce((sum, { population }) => sum + (population ?? 0), 0),
    84_358_845,
  );
  assert.deepEqual(
    [count('association'), count('district'), count('region'), count('state')],
    [4_597, 400, 29, 16],
  );
});

test('lines broken in the official file are the only ones lost', { skip }, async () => {
  const lines = officialLines();
  const broken = [100, 5_000, 9_999].map((at) => {
    lines[at] = `${lines[at]?.slice(0, 10)}kaputt${lines[at]?.slice(16)}`;
    return String(at + 1);
  });
  const { units, rejected } = await readGv100ad(lines);
  assert.equal(units.length, 16_023 - 3);
  assert.deepEqual(
    rejected.map(({ position }) => position),
    broken,
  );
});
