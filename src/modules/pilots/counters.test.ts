import assert from 'node:assert/strict';
import { test } from 'node:test';
import { COUNTERS, hasCounters, readCounters, tryPilot } from './counters.builder.ts';

const skip = hasCounters ? false : `The folder ${COUNTERS} is missing.`;
const isLarge = process.env.ALLMENDE_LARGE === '1';
const PILOTS = isLarge ? 200 : 25;

// 200 pilots at 5 %: 10 ± 6 (two standard errors); 25: at most 4 in 97 of 100 such tests.
const MOST_ALARMS = isLarge ? 0.085 : 0.16;

for (const method of ['differences', 'synthetic'] as const)
  test(`real counters, ${method}: placebo pilots alarm as promised, a planted fifth lies in its interval`, {
    skip,
  }, (t) => {
    const counters = readCounters();
    const tried = Array.from({ length: PILOTS }, (_, at) => at + 1).map((seed) => ({
      nothing: tryPilot(counters, seed, { method, change: 0 }).result,
      planted: tryPilot(counters, seed, { method, change: 0.2 }).result,
    }));
    const rate = (is: (one: (typeof tried)[number]) => boolean) => tried.filter(is).length / tried.length;
    const alarms = rate(({ nothing: { change } }) => !change || change.low > 0 || change.high < 0);
    const covered = rate(({ planted: { change } }) => !!change && change.low < 0.2 && change.high > 0.2);
    const works = rate(({ nothing }) => nothing.verdict === 'works');
    t.diagnostic(`${PILOTS} pilots: alarms ${alarms}, a fifth covered ${covered}, falsely working ${works}`);
    if (!isLarge) t.diagnostic('ALLMENDE_LARGE=1 tries 200');
    assert.ok(alarms <= MOST_ALARMS, `${alarms}`);
    assert.ok(covered >= 1 - MOST_ALARMS, `${covered}`);
    assert.ok(works <= MOST_ALARMS / 2, `${works}`);
  });
