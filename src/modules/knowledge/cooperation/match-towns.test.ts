import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCooperation } from './check-cooperation.ts';
import { matchTowns, type Pair } from './match-towns.ts';

const far: Pair = { km: 80, association: undefined, isSameField: true, alike: 0.9 };

const cases: [what: string, pair: Partial<Pair>, reasons: string[] | undefined][] = [
  ['the same, but far away', {}, undefined],
  ['the same, but nobody knows where', { km: undefined }, undefined],
  ['near, field and words', { km: 50 }, ['near', 'field', 'words']],
  ['near, words alone', { km: 12, isSameField: false }, ['near', 'words']],
  ['near, something else', { km: 12, isSameField: false, alike: 0.29 }, undefined],
  ['far, in one association', { association: 'Amt Leezen', alike: 0 }, ['association', 'field']],
  [
    'in one association, place not known',
    { km: undefined, association: 'A' },
    ['association', 'field', 'words'],
  ],
];
for (const [what, pair, reasons] of cases)
  test(what, () => {
    assert.deepEqual(
      matchTowns({ ...far, ...pair })?.map(({ why }) => why),
      reasons,
    );
  });

const right = { art: 'gap', feld: 'data', titel: 'Geodaten', text: 'Niemand pflegt sie.' };
const typed: [changes: Record<string, string>, faults: object][] = [
  [{}, {}],
  [
    { art: 'x', feld: '' },
    { kind: 'no-choice', field: 'no-choice' },
  ],
  [
    { titel: '', text: 'x'.repeat(1001) },
    { title: 'missing', text: 'too-long' },
  ],
];
for (const [changes, faults] of typed)
  test(`typed ${JSON.stringify(changes).slice(0, 40)}: ${JSON.stringify(faults)}`, () => {
    const read = readCooperation({ ...right, ...changes });
    assert.deepEqual('faults' in read ? read.faults : {}, faults);
  });
