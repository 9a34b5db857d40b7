import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ReportedMeasure, reportYear, shareOfWay } from './year-report.ts';

const TODAY = '2026-11-22';
const measure = (more: Partial<ReportedMeasure> = {}): ReportedMeasure => ({
  title: 'Radweg',
  facts: { milestones: [], years: [], indicators: [] },
  state: 'running',
  life: 'alive',
  begunOn: '2025-02-01',
  words: [],
  ...more,
});
const stone = (due: string, doneOn: string | null) => ({ id: due, title: `bis ${due}`, due, doneOn });
const word = (on: string, state: ReportedMeasure['state']) => ({ on, state, text: `Wort ${on}` });

test('the state of a past year is the last word before its end; without one nobody knows it', () => {
  const words = [word('2025-11-01', 'running'), word('2025-03-01', 'planned'), word('2026-02-01', 'done')];
  const at = (year: number, all: ReportedMeasure) => reportYear([all], year, TODAY).measures[0]?.state;
  assert.equal(at(2025, measure({ words, state: 'done' })), 'running');
  assert.equal(at(2026, measure({ words, state: 'done' })), 'done');
  assert.equal(at(2025, measure({ words: [word('2026-02-01', 'done')], state: 'done' })), 'not-known');
  assert.deepEqual(reportYear([measure()], 2024, TODAY).measures, []);
});

test('milestones of the year: in time, late, missed, and still ahead', () => {
  const milestones = [
    stone('2026-03-01', '2026-03-01'),
    stone('2026-04-01', '2026-05-01'),
    stone('2026-06-01', null),
    stone('2026-12-01', null),
    stone('2025-06-01', null),
    stone('2026-11-22', null),
  ];
  const { milestones: told } = reportYear(
    [measure({ facts: { milestones, years: [], indicators: [] } })],
    2026,
    TODAY,
  );
  assert.deepEqual(
    [told.done, told.doneLate, told.ahead, told.late.map(({ due }) => due)],
    [1, 1, 2, ['2026-06-01']],
  );
});

test('a milestone that was done after the year is missing in its report', () => {
  const facts = { milestones: [stone('2025-06-01', '2026-01-05')], years: [], indicators: [] };
  assert.equal(reportYear([measure({ facts })], 2025, TODAY).milestones.late.length, 1);
});

test('money is what was planned for the year alone, and what was said to be spent', () => {
  const years = [
    { year: 2025, once: 1, running: 2, staff: 0.1, spent: 9 },
    { year: 2026, once: 40, running: 5, staff: 0.2 },
  ];
  const all = [
    measure({ facts: { milestones: [], years, indicators: [] } }),
    measure({
      facts: { milestones: [], years: years.map((one) => ({ ...one, spent: 44 })), indicators: [] },
    }),
  ];
  const { money } = reportYear(all, 2026, TODAY);
  assert.deepEqual(money, { once: 80, running: 10, staff: 0.4, spent: 44, planned: 2, told: 1 });
});

test('effects: the share of the way; a value that came later does not count', () => {
  const indicator = {
    id: 'a',
    name: 'Anträge',
    unit: '%',
    before: 10,
    target: 80,
    latest: { value: 45, on: '2026-05-01' },
    source: '',
  };
  const facts = { milestones: [], years: [], indicators: [indicator] };
  assert.equal(reportYear([measure({ facts })], 2026, TODAY).indicators[0]?.share, 0.5);
  const before = reportYear([measure({ facts })], 2025, TODAY).indicators[0];
  assert.deepEqual([before?.latest, before?.share], [null, undefined]);
  assert.equal(shareOfWay({ ...indicator, before: 80 }), undefined);
  assert.equal(shareOfWay({ ...indicator, before: 100, target: 50, latest: { value: 75, on: TODAY } }), 0.5);
});

test('whoever said nothing in the year is named, unless it is over', () => {
  const all = [
    measure({ title: 'still' }),
    measure({ title: 'fertig', state: 'done' }),
    measure({ title: 'lebt', words: [word('2026-02-01', 'running')] }),
    measure({ title: 'früher', words: [word('2025-12-31', 'running')] }),
  ];
  const report = reportYear(all, 2026, TODAY);
  assert.deepEqual(report.silent, ['still', 'früher']);
  assert.deepEqual(report.states, [
    { state: 'running', count: 3 },
    { state: 'done', count: 1 },
  ]);
});
