import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agsOfArs, isAgs, isMunicipalityArs, keysAbove, levelOfArs } from './municipality-key.ts';

test('an ARS tells its level by its length', () => {
  const cases: [string, string | undefined][] = [
    ['01', 'state'],
    ['081', 'region'],
    ['08212', 'district'],
    ['010595974', 'association'],
    ['010595974083', 'municipality'],
    ['08212000', undefined],
    ['0821200000AB', undefined],
    ['', undefined],
  ];
  for (const [ars, level] of cases) assert.equal(levelOfArs(ars), level, ars);
});

test('the AGS is the ARS without the four digits of the association', () => {
  assert.equal(agsOfArs('010595974083'), '01059083');
  assert.equal(agsOfArs('08212'), '08212');
  assert.equal(agsOfArs('010595974'), null);
});

test('AGS and ARS are told apart', () => {
  assert.deepEqual([isAgs('01059083'), isAgs('1059083'), isAgs('010595974083')], [true, false, false]);
  assert.deepEqual([isMunicipalityArs('010595974083'), isMunicipalityArs('01059083')], [true, false]);
});

test('the levels above, nearest first', () => {
  assert.deepEqual(keysAbove('010595974083'), ['010595974', '01059', '010', '01']);
  assert.deepEqual(keysAbove('01'), []);
});
