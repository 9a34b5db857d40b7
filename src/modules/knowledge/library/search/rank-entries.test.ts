import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { aCaseStudy, aPublicEntry, aStoppedProject } from '../entry.builder.ts';
import { costRanges, type EntryFilter, fits, townSizes } from './filter-entries.ts';
import { rankEntries, valuesOf } from './rank-entries.ts';
import { askedWords, readSearch } from './read-search.ts';

const NOW = new Date('2026-11-22T11:00:00Z');
const VILLAGE = '010605053053';
const CITY = '082120000000';
const distances: Record<string, number> = { [VILLAGE]: 0.1, [CITY]: 2.5 };
const distanceTo = (ars: string) => distances[ars];
const orderOf = (...[entries, question]: Parameters<typeof rankEntries>) =>
  rankEntries(entries, question).map(({ entry }) => entry.id);

test('what worked in a town alike stands before the same of a town that is not', () => {
  const entries = [aPublicEntry({ id: 'city', ars: CITY }), aPublicEntry({ id: 'village', ars: VILLAGE })];
  assert.deepEqual(orderOf(entries, { texts: undefined, distanceTo, now: NOW }), ['village', 'city']);
});

test('evidence and freshness count', () => {
  const compared = { before: '9', after: '4', compared: 'Nachbarort' };
  const entries = [
    aPublicEntry({ id: 'old', confirmed_at: new Date('2023-01-01'), parts: aCaseStudy(compared) }),
    aPublicEntry({ id: 'told' }),
    aPublicEntry({ id: 'compared', parts: aCaseStudy(compared) }),
  ];
  const question = { texts: undefined, distanceTo: undefined, now: NOW };
  assert.deepEqual(orderOf(entries, question), ['compared', 'told', 'old']);
});

test('what does not answer the words is left out, however alike its town', () => {
  const entries = [aPublicEntry({ id: 'a', ars: VILLAGE }), aPublicEntry({ id: 'b', ars: CITY })];
  assert.deepEqual(orderOf(entries, { texts: new Map([['b', 0.8]]), distanceTo, now: NOW }), ['b']);
});

test('the rank is the product of the parts that are shown', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean(), (text, hasPlace) => {
      const question = {
        texts: new Map([['a', text]]),
        distanceTo: hasPlace ? distanceTo : undefined,
        now: NOW,
      };
      const [first] = rankEntries([aPublicEntry({ id: 'a', ars: VILLAGE })], question);
      const values = Object.values(valuesOf(first?.parts ?? assert.fail(), hasPlace));
      assert.equal(
        first?.rank,
        values.reduce((product, value) => product * value, 1),
      );
      assert.ok(values.every((value) => value >= 0 && value <= 1));
    }),
  );
});

const people = (ars: string) => (ars === VILLAGE ? 1801 : 308_707);
const filters: [filter: EntryFilter, village: boolean, city: boolean][] = [
  [{}, true, true],
  [{ field: 'environment' }, true, true],
  [{ field: 'mobility' }, false, false],
  [{ size: 'bis-5000' }, true, false],
  [{ size: 'mehr' }, false, true],
  [{ state: '08' }, false, true],
  [{ cost: 'bis-5000' }, false, false],
  [{ cost: 'bis-50000' }, true, true],
  [{ funding: 'ja' }, false, false],
  [{ funding: 'nein' }, true, true],
  [{ standard: 'sensorthings' }, false, false],
  [{ kind: 'stopped' }, false, false],
];
for (const [filter, village, city] of filters)
  test(`${JSON.stringify(filter)} lets the right ones through`, () => {
    assert.equal(fits(aPublicEntry({ ars: VILLAGE }), filter, people), village);
    assert.equal(fits(aPublicEntry({ ars: CITY }), filter, people), city);
  });

test('no filter by size or state finds an account without a place: it would tell whose it was', () => {
  const stopped = aPublicEntry({ kind: 'stopped', ars: null, organisation: null, parts: aStoppedProject() });
  assert.equal(fits(stopped, { reason: 'law' }, people), true);
  for (const size of Object.keys(townSizes) as (keyof typeof townSizes)[])
    assert.equal(fits(stopped, { size }, people), false);
  for (let state = 1; state <= 16; state += 1)
    assert.equal(fits(stopped, { state: String(state).padStart(2, '0') }, people), false);
});

test('an unknown cost is in no range', () => {
  const { costOnce: _, ...parts } = aCaseStudy();
  for (const cost of Object.keys(costRanges) as (keyof typeof costRanges)[])
    assert.equal(fits(aPublicEntry({ parts }), { cost }, people), false);
});

test('a question is read down to its words; nothing of it can act as syntax', () => {
  assert.deepEqual(askedWords('Wer hat Wasserstände mit LoRaWAN?'), ['wasserstaende', 'lorawan']);
  fc.assert(
    fc.property(fc.string(), (text) => {
      for (const word of askedWords(text)) assert.match(word, /^[\p{L}\p{N}]+$/u);
    }),
  );
});

test('a wrong value in the address is as if it were not there', () => {
  const { filter, page } = readSearch({ feld: 'x', land: '17', kosten: '5', seite: '0', foerderung: 'ja' });
  assert.deepEqual(
    Object.entries(filter).filter(([, value]) => value !== undefined),
    [['funding', 'ja']],
  );
  assert.equal(page, 1);
});
