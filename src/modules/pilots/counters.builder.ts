import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { seeded } from '../../foundation/statistics/series.builder.ts';
import { isHolidayIn } from '../../foundation/time/public-holiday.ts';
import type { DayValue, Method, PilotPlan } from './contract.ts';
import { type PilotResult, pilotEffect } from './effect/pilot-effect.ts';
import { type PowerRow, powerTable } from './effect/power-table.ts';
import { prepareDays } from './effect/study-days.ts';
import { emptyPlan } from './plan/pilot-plan.ts';

/** Counters of bicycles in Münster by quarters of an hour (Stadt Münster, dl-de/by-2-0); they are not shipped. */
export const COUNTERS = '../shared/data/sensors/bike_muenster';
export const hasCounters = existsSync(COUNTERS);

// The day on which clocks go forward has 92 quarters.
const FEWEST_QUARTERS = 92;
const DAY_MILLISECONDS = 86_400_000;

/** Sums of whole days by counter. The first column is the total; headings come again where channels changed. */
export const readCounters = (): Map<string, DayValue[]> =>
  new Map(
    readdirSync(COUNTERS)
      .filter((file) => file.endsWith('.csv.gz'))
      .map((file) => {
        const sums = new Map<string, { sum: number; count: number }>();
        for (const line of gunzipSync(readFileSync(`${COUNTERS}/${file}`))
          .toString()
          .split('\n')) {
          const [at = '', total = ''] = line.split(',');
          if (!/^\d{4}-\d{2}-\d{2} /.test(at) || total === '') continue;
          const day = sums.get(at.slice(0, 10)) ?? { sum: 0, count: 0 };
          sums.set(at.slice(0, 10), { sum: day.sum + Number(total), count: day.count + 1 });
        }
        const whole = [...sums].filter(([, { count }]) => count >= FEWEST_QUARTERS);
        return [file.slice(0, 9), whole.map(([day, { sum }]) => [day, sum] as const)];
      }),
  );

const shift = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MILLISECONDS).toISOString().slice(0, 10);

type Trial = { method: Method /** A share, planted into the days of the run. */; change: number };
type Tried = { result: PilotResult; power: () => PowerRow[] };

const FIRST = '2025-07-01';
const LAST = '2026-07-31';
const BEFORE = 120;
const RUN = 56;
const MOST_GAPS = 0.1;
const isHoliday = (day: string): boolean => isHolidayIn('Nordrhein-Westfalen', day);

/** A pilot at a street and from a day that nobody chose; nothing was done there but what is planted. */
export const tryPilot = (
  counters: ReadonlyMap<string, DayValue[]>,
  seed: number,
  { method, change }: Trial,
): Tried => {
  const random = seeded(seed);
  const isYear = method === 'before-after';
  const span = (Date.parse(LAST) - Date.parse(FIRST)) / DAY_MILLISECONDS + 1;
  const start = isYear ? '2026-06-30' : shift(FIRST, BEFORE + Math.floor(random() * (span - BEFORE - RUN)));
  const plan: PilotPlan = {
    ...emptyPlan('', start),
    method,
    smallest: 10,
    baselineFrom: isYear ? FIRST : shift(start, -BEFORE),
    start,
    end: isYear ? LAST : shift(start, RUN - 1),
  };
  const days = (Date.parse(plan.end) - Date.parse(plan.baselineFrom)) / DAY_MILLISECONDS + 1;
  const usable = [...counters].flatMap(([name, values]) => {
    const inside = values.filter(([day]) => plan.baselineFrom <= day && day <= plan.end);
    return inside.length >= (1 - MOST_GAPS) * days ? [{ name, inside }] : [];
  });
  const chosen = usable[Math.floor(random() * usable.length)];
  const planted = (chosen?.inside ?? []).map(
    ([day, value]) => [day, day >= start ? value * (1 + change) : value] as const,
  );
  const others = usable.filter((one) => one !== chosen).map(({ inside }) => inside);
  const isCompared = method === 'differences' || method === 'synthetic';
  const series = { indicators: [planted], comparisons: isCompared ? others : [] };
  const prepared = prepareDays(plan, series, { from: plan.baselineFrom, to: plan.end }, isHoliday);
  return {
    result: pilotEffect({ ...plan, comparisons: others.map(() => '') }, prepared),
    power: () =>
      powerTable(
        plan,
        prepared.days.filter(({ day }) => day < start),
      ),
  };
};
