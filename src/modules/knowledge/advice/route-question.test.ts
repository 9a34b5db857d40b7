import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type FoundEntry, type Helper, MOST_TOWNS, type Routing, routeQuestion } from './route-question.ts';

const helper = (id: string): Helper => ({ ars: id, id, name: id });
const entry = (id: string, changes: Partial<FoundEntry> = {}): FoundEntry => ({
  by: 'entry',
  title: `Eintrag ${id}`,
  helper: helper(id),
  population: 1000,
  alike: undefined,
  ...changes,
});
const routing = (changes: Partial<Routing>): Routing => ({
  asker: helper('asker'),
  mostPopulation: undefined,
  found: [],
  centres: [],
  partners: [],
  ...changes,
});

const cases: [what: string, given: Partial<Routing>, asked: string[]][] = [
  ['nobody has done it: nobody but the centre is asked', { centres: [helper('centre')] }, ['centre']],
  ['towns that did it, the best first', { found: [entry('a'), entry('b')] }, ['a', 'b']],
  ['never the one who asks', { found: [entry('asker'), entry('a')], centres: [helper('asker')] }, ['a']],
  ['nobody twice', { found: [entry('a'), entry('a')] }, ['a']],
  ['the named entry goes first', { found: [entry('a'), entry('b', { by: 'named' })] }, ['b', 'a']],
  [
    'towns above the size are left out, unknown ones as well',
    {
      mostPopulation: 1000,
      found: [entry('large', { population: 1001 }), entry('unknown', { population: null }), entry('a')],
    },
    ['a'],
  ],
  [
    'a named entry is asked whatever its size',
    { mostPopulation: 10, found: [entry('a', { by: 'named' })] },
    ['a'],
  ],
  [
    'partners come after towns and centre, without a size',
    {
      mostPopulation: 1000,
      found: [entry('a')],
      centres: [helper('c')],
      partners: [helper('p')],
    },
    ['a', 'c', 'p'],
  ],
];
for (const [what, given, asked] of cases)
  test(what, () => {
    assert.deepEqual(
      routeQuestion(routing(given)).map(({ id }) => id),
      asked,
    );
  });

test('each is told why: the entry, the likeness, the office', () => {
  const alike = { de: 'fast gleich viele Menschen', en: 'nearly as many people' };
  const [first, second] = routeQuestion(
    routing({ found: [entry('a', { alike })], centres: [helper('a'), helper('c')] }),
  );
  assert.deepEqual(first?.reasons, [
    { why: 'entry', title: 'Eintrag a' },
    { why: 'alike', ...alike },
    { why: 'centre' },
  ]);
  assert.deepEqual(second?.reasons, [{ why: 'centre' }]);
});

test('however many did it, no more than a few are asked, and all of them have a reason', () => {
  const found = Array.from({ length: 50 }, (_, at) => entry(`t${at}`));
  const receivers = routeQuestion(routing({ found }));
  assert.equal(receivers.length, MOST_TOWNS);
  assert.ok(receivers.every(({ reasons }) => reasons.length > 0));
});
