import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Column, type SignName, signNames, sizeClasses } from './contract.ts';
import { type Choice, countTowns, inColumn, stepOf, townsBehind } from './count-towns.ts';
import { townOf } from './country.builder.ts';
import { type Fact, gather } from './known.ts';
import { newlyKnown } from './newly-known.ts';

const TOWNS = [
  townOf('010605053053', 1801),
  townOf('082120000000', 309_000),
  townOf('082150108108', 20_000),
  townOf('092740000001', null),
];
const [village, city, town] = TOWNS.map(({ ars }) => ars) as [string, string, string];
const own = (key: string) => [key];
const known = gather(
  [
    {
      sign: 'offers',
      facts: [
        { ars: city, field: 'culture', since: new Date('2026-02-01') },
        { ars: town, field: 'play', since: new Date('2026-03-01') },
      ],
    },
    { sign: 'forms', facts: [{ ars: city, field: 'administration', since: new Date('2026-04-01') }] },
    { sign: 'sources', facts: [{ ars: city }] },
  ],
  own,
);

const choices: [string, Choice, string[]][] = [
  ['nothing chosen: all', {}, TOWNS.map(({ ars }) => ars)],
  ['a sign', { sign: 'offers' }, [city, town]],
  ['a sign in a field', { sign: 'offers', field: 'play' }, [town]],
  ['a field alone means known in it', { field: 'administration' }, [city]],
  ['unknown in a field', { sign: 'unknown', field: 'play', state: '08' }, [city]],
  ['what has no field is in none', { sign: 'sources', field: 'culture' }, []],
  ['unknown', { sign: 'unknown' }, [village, '092740000001']],
  ['known and small', { sign: 'known', size: 'under5000' }, []],
  ['state and size', { state: '08', size: 'from100000' }, [city]],
  ['size not said', { size: 'notCounted' }, ['092740000001']],
];
for (const [name, choice, expected] of choices)
  test(name, () =>
    assert.deepEqual(
      townsBehind(TOWNS, known, choice).map(({ ars }) => ars),
      expected,
    ),
  );

test('every number is as long as the list behind it, and known and unknown make all', () => {
  const key = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 30 }));
  const world = fc.record({
    towns: fc.uniqueArray(key, { maxLength: 40, selector: ([a, b]) => `${a} ${b}` }),
    facts: fc.array(
      fc.record({
        at: fc.nat(60),
        sign: fc.constantFrom(...signNames),
        field: fc.option(fc.constantFrom('play', 'culture'), { nil: undefined }),
      }),
      { maxLength: 60 },
    ),
  });
  fc.assert(
    fc.property(world, ({ towns: keys, facts }) => {
      const towns = keys.map(([state, at]) =>
        townOf(`0${state}${String(at).padStart(10, '0')}`, at === 0 ? null : at * 5_000),
      );
      const told = facts.flatMap(({ at, sign, field }): { sign: SignName; facts: Fact[] }[] => {
        const ars = towns[at]?.ars;
        return ars === undefined ? [] : [{ sign, facts: [{ ars, field }] }];
      });
      const all = gather(told, own);
      for (const field of [undefined, 'play'])
        for (const state of [undefined, '01', '02'])
          for (const size of [undefined, ...sizeClasses]) {
            const group = townsBehind(towns, all, { state, size });
            const figures = countTowns(group, all, field);
            assert.equal(figures.known + figures.unknown, group.length);
            for (const sign of [...signNames, 'known', 'unknown'] as Column[])
              assert.equal(
                inColumn(figures, sign),
                townsBehind(towns, all, { sign, state, size, field }).length,
              );
          }
    }),
    { numRuns: 60 },
  );
});

const steps: [number, number, number][] = [
  [0, 100, 0],
  [0, 0, 0],
  [1, 10_000, 1],
  [5, 100, 1],
  [6, 100, 2],
  [20, 100, 2],
  [50, 100, 3],
  [80, 100, 4],
  [81, 100, 5],
  [1, 1, 5],
];
for (const [count, towns, step] of steps)
  test(`${count} of ${towns} is step ${step}`, () => assert.equal(stepOf(count, towns), step));

test('news are what stands here for the shortest time; without a first day it is none', () => {
  assert.deepEqual(
    newlyKnown(TOWNS, known, 2).map(({ town: { ars }, sign }) => [ars, sign]),
    [
      [city, 'forms'],
      [town, 'offers'],
    ],
  );
  assert.equal(newlyKnown(TOWNS, known, 9).length, 3);
});
