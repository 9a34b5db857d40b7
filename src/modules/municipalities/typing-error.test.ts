import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isWithinEdits, lettersOf, mayBeWithinEdits } from './typing-error.ts';

test('counts letters too many, too few, wrong or swapped', () => {
  const cases: [string, string, number, boolean][] = [
    ['karlsruhe', 'karlsrhue', 1, true],
    ['karlsruhe', 'karlsrue', 1, true],
    ['karlsruhe', 'karrlsruhe', 1, true],
    ['karlsruhe', 'harlsruhe', 1, true],
    ['karlsruhe', 'harlsrue', 1, false],
    ['karlsruhe', 'harlsrue', 2, true],
    ['ulm', 'ulm', 0, true],
  ];
  for (const [a, b, most, expected] of cases) assert.equal(isWithinEdits(a, b, most), expected, `${a} ${b}`);
});

test('the quick check never drops what the exact one would find', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', 'z', ' '), maxLength: 8 });
  fc.assert(
    fc.property(word, word, fc.integer({ min: 1, max: 2 }), (a, b, most) => {
      if (isWithinEdits(a, b, most)) assert.ok(mayBeWithinEdits(lettersOf(a), lettersOf(b), most));
    }),
  );
});
