import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { readPostcodes, readShippedPostcodes } from './postcodes.ts';

const LIST = '../shared/data/municipalities/plz_ort_osm_2021.csv.gz';
const skip = existsSync(LIST) ? false : `${LIST} is missing`;

test('reads uses once and names broken lines', () => {
  const { uses, rejected } = readPostcodes(
    '\uFEFFags,plz\n08335001,78267\n08335001,78267\n8335001,78267\n08335001,7826\n',
  );
  assert.deepEqual(uses, [{ postcode: '78267', ags: '08335001' }]);
  assert.deepEqual(
    rejected.map(({ position }) => position),
    ['4', '5'],
  );
});

test('the shipped form lists several municipalities in one row', () => {
  assert.deepEqual(readShippedPostcodes('# source: x\npostcode,ars\n54298,01 02\n'), [
    { postcode: '54298', ars: '01' },
    { postcode: '54298', ars: '02' },
  ]);
});

test('the list has the counts that its description gives', { skip }, () => {
  const { uses, rejected } = readPostcodes(gunzipSync(readFileSync(LIST)).toString('utf8'));
  assert.equal(rejected.length, 0);
  assert.equal(uses.length, 12_883);
  assert.equal(new Set(uses.map(({ postcode }) => postcode)).size, 8_168);
});
