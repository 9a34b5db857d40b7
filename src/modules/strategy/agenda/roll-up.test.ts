import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noFacts } from '../measures/measure.ts';
import { rollUp } from './roll-up.ts';

test('states and money town by town; who is not known stays in the list', () => {
  const facts = { ...noFacts, years: [{ year: 2027, once: 100, running: 10, staff: 0 }] };
  const [one, two] = rollUp([
    {
      ars: 'a',
      version: 2,
      measures: [
        { state: 'running', facts },
        { state: 'running', facts },
        { state: 'done', facts: noFacts },
      ],
    },
    { ars: 'b', version: null, measures: [] },
  ]);
  assert.deepEqual([one?.states.running, one?.states.done, one?.states.idea, one?.euros], [2, 1, 0, 220]);
  assert.deepEqual([two?.version, two?.euros], [null, 0]);
});
