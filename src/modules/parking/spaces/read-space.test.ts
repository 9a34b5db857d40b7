import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSpace, type SpaceFaults } from './read-space.ts';

const good = {
  wer: 'household',
  name: 'Hof links',
  adresse: 'Am Weg 1',
  bauart: 'open',
  lon: '10,2515',
  lat: '53.868',
  anzahl: '2',
  groesse: 'car',
  fuer: 'everybody',
  zugang: 'code',
  hinein: 'Schranke: 4711',
  preis: '1,20',
  tag1: 'ja',
  tag5: 'ja',
  von: '17',
  bis: '7:30 Uhr',
  ferien: 'any',
};
const cap = () => 150;

test('a space as people write it', () => {
  const read = readSpace(good, cap);
  assert.ok('facts' in read);
  assert.equal(read.facts.centsPerHour, 120);
  assert.deepEqual(read.facts.point, { lon: 10.2515, lat: 53.868 });
  assert.equal(read.facts.isStepFree, undefined);
  assert.deepEqual(read.windows, [
    { isOpen: true, weekdays: [1, 5], fromMinute: 1020, toMinute: 450, holidays: 'any' },
  ]);
});

const cases: [what: string, change: Record<string, string>, faults: SpaceFaults][] = [
  ['nobody', { wer: 'dragon' }, { wer: 'unknown-choice' }],
  ['no name', { name: ' ' }, { name: 'missing' }],
  ['a name like a book', { name: 'x'.repeat(201) }, { name: 'too-long' }],
  ['no place', { lon: '', lat: '' }, { lon: 'not-a-position' }],
  ['a place in the Atlantic', { lon: '0', lat: '0' }, { lon: 'not-a-position' }],
  ['a place in words', { lon: 'hier' }, { lon: 'not-a-number' }],
  ['no space at all', { anzahl: '0' }, { anzahl: 'out-of-range' }],
  ['half a space', { anzahl: '1,5' }, { anzahl: 'out-of-range' }],
  ['a garage for dolls', { hoehe: '20' }, { hoehe: 'out-of-range' }],
  ['above what the council allows', { preis: '1,51' }, { preis: 'above-cap' }],
  ['exactly that', { preis: '1,50' }, {}],
  ['for money, and nobody knows where', { adresse: '' }, { adresse: 'missing' }],
  ['for nothing, without an address', { adresse: '', preis: '0' }, {}],
  ['money back', { preis: '-1' }, { preis: 'out-of-range' }],
  ['a code that nobody is told', { hinein: '' }, { hinein: 'missing' }],
  ['no code where it is open', { zugang: 'open', hinein: '' }, {}],
  ['on no day', { tag1: '', tag5: '' }, { tag1: 'missing' }],
  ['at a time that there is not', { von: '25' }, { von: 'not-a-time' }],
  ['at a minute between', { bis: '7:31' }, { bis: 'not-a-time' }],
  ['until midnight', { bis: '24' }, {}],
];
for (const [what, change, faults] of cases)
  test(what, () => {
    const read = readSpace({ ...good, ...change }, cap);
    assert.deepEqual('faults' in read ? read.faults : {}, faults);
  });
