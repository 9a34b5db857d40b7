import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { figuresPerForm, type UseCount } from './form-figures.ts';

const use = (happening: UseCount['happening'], count: number, value = 0): UseCount => ({
  formId: 'hund',
  happening,
  value,
  count,
});

const cases: [
  name: string,
  counts: UseCount[],
  rate?: number | undefined,
  days?: number | undefined,
  satisfaction?: number,
][] = [
  ['four begun are too few for a rate', [use('started', 4), use('completed', 4)]],
  ['three of five', [use('started', 5), use('completed', 3)], 0.6],
  ['nobody came to the end', [use('started', 8)], 0],
  ['begun before, sent now', [use('started', 5), use('completed', 7)], 1],
  ['half of the decisions within three days', [use('decided', 3, 3), use('decided', 3, 40)], undefined, 3],
  [
    'the one in the middle',
    [use('decided', 2, 1), use('decided', 1, 9), use('decided', 2, 20)],
    undefined,
    9,
  ],
  ['the same day', [use('decided', 5, 0)], undefined, 0],
  ['four marks are too few', [use('rated', 4, 5)]],
  ['marks of five people', [use('rated', 4, 5), use('rated', 1, 1)], undefined, undefined, 4.2],
];

for (const [name, counts, rate, days, satisfaction] of cases)
  test(name, () => {
    const [figures] = figuresPerForm(['hund'], counts);
    assert.deepEqual(
      [figures?.completionRate, figures?.medianDays, figures?.satisfaction],
      [rate, days, satisfaction],
    );
  });

test('each form has its own figures; one that nobody has seen has zeros', () => {
  const counts = [
    { ...use('visited', 3), formId: 'parken' },
    use('visited', 1),
    { ...use('visited', 2), formId: 'parken' },
  ];
  assert.deepEqual(
    figuresPerForm(['parken', 'garten', 'hund'], counts).map(({ formId, visited }) => [formId, visited]),
    [
      ['parken', 5],
      ['garten', 0],
      ['hund', 1],
    ],
  );
});

test('the median is the one of the days written out', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(60), { minLength: 5, maxLength: 40 }), (days) => {
      const sorted = days.toSorted((a, b) => a - b);
      const [figures] = figuresPerForm(
        ['hund'],
        days.map((value) => use('decided', 1, value)),
      );
      return figures?.medianDays === sorted[Math.ceil(days.length / 2) - 1];
    }),
  );
});
