import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MOST_OF_SERIES, type Repetition, seriesDays } from './series.ts';

const cases: [repetition: Repetition, first: string, until: string, days: string[]][] = [
  ['nie', '2026-12-01', '2027-01-30', ['2026-12-01']],
  ['woche', '2026-12-01', '2026-12-22', ['2026-12-01', '2026-12-08', '2026-12-15', '2026-12-22']],
  ['woche', '2026-12-01', '2026-11-01', ['2026-12-01']],
  // A Thursday before Christmas; the 25th and 26th are holidays, then a weekend.
  ['werktags', '2026-12-24', '2026-12-29', ['2026-12-24', '2026-12-28', '2026-12-29']],
  ['taeglich', '2026-12-30', '2027-01-02', ['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02']],
];
for (const [repetition, first, until, days] of cases)
  test(`${repetition} from ${first} to ${until}: ${days.length} days`, () => {
    assert.deepEqual(seriesDays(first, repetition, until, 'Baden-Württemberg'), days);
  });

test('a series has an end, whatever was typed', () => {
  assert.equal(
    seriesDays('2026-12-01', 'taeglich', '2099-12-31', 'Baden-Württemberg').length,
    MOST_OF_SERIES,
  );
});
