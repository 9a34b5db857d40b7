import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLine } from './check-line.ts';

const right = { seite: 'given', art: 'form', anzahl: '2', was: 'Formular Hundesteuer', mit: 'Bindlach' };

const cases: [changes: Record<string, string>, faults: object][] = [
  [{}, {}],
  [{ seite: 'x' }, { side: 'no-choice' }],
  // Hours of advice come from closed questions alone: nobody enters them by hand.
  [{ art: 'adviceHours' }, { kind: 'no-choice' }],
  [{ anzahl: '0' }, { amount: 'no-number' }],
  [{ anzahl: '-2' }, { amount: 'no-number' }],
  [{ anzahl: '1000' }, { amount: 'no-number' }],
  [{ was: ' ' }, { what: 'missing' }],
  [{ was: 'x'.repeat(201) }, { what: 'too-long' }],
  [{ mit: '' }, { with: 'missing' }],
];
for (const [changes, faults] of cases)
  test(`${JSON.stringify(changes).slice(0, 50)}: ${JSON.stringify(faults)}`, () => {
    const read = readLine({ ...right, ...changes });
    assert.deepEqual('faults' in read ? read.faults : {}, faults);
  });
