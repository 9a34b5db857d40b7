import type { Context } from '../../../foundation/database/context.ts';
import { expectedOf, type ForecastHour, SLOTS } from '../../../foundation/statistics/forecast.ts';
import { type JudgedForecast, judgedForecast } from '../../../foundation/statistics/judged-forecast.ts';
import { addDays, berlinDay, fromBerlin, hourOfWeek } from '../../../foundation/time/zone.ts';
import type { StreamKey } from '../observations/rollup-store.ts';
import { readSeries } from '../observations/series.ts';
import { HOUR, type Hours, hourlySums, isWhole } from './hourly.ts';
import { type Unusual, unusualHours } from './unusual.ts';

const WEEKS = 8;
const DAYS_OF_A_YEAR = 365;
const HOURS_AHEAD = 24;

export type TrafficHour = { at: Date; counted: number | null; usual: number | null };
export type TrafficDay = { day: string; counted: number | null };

export type Traffic = {
  week: TrafficHour[];
  year: TrafficDay[];
  ahead: { at: Date; said: ForecastHour | null }[] | undefined;
  judged: JudgedForecast['judged'];
  why: JudgedForecast['why'] | 'no-counts';
  unusual: Unusual[];
};

const weekOf = (hours: Hours): TrafficHour[] => {
  const expected = expectedOf(hours);
  const all = hours.values.map((counted, at) => ({
    at: new Date(hours.from.getTime() + at * HOUR),
    counted,
    usual: expected[at] ?? null,
  }));
  return all.slice(-SLOTS);
};

const forecastOf = (hours: Hours): Pick<Traffic, 'ahead' | 'judged' | 'why'> => {
  const next = Array.from(
    { length: HOURS_AHEAD },
    (_, step) => new Date(hours.from.getTime() + (hours.values.length + step) * HOUR),
  );
  const { judged, said, why } = judgedForecast(hours, next.map(hourOfWeek));
  return { judged, why, ahead: said && next.map((at, step) => ({ at, said: said[step] ?? null })) };
};

/** Days until yesterday; one that was not counted whole is unknown. */
const yearOf = async (
  context: Pick<Context, 'database' | 'clock'>,
  key: StreamKey,
): Promise<TrafficDay[]> => {
  const today = berlinDay(context.clock());
  const first = addDays(today, -DAYS_OF_A_YEAR);
  const range = { from: fromBerlin(first), to: fromBerlin(today), step: 'day' as const };
  const steps = (await readSeries(context, { ...key, ...range })).filter((step) => isWhole(step));
  const known = new Map(steps.map(({ at, sum }) => [berlinDay(at), sum]));
  const start = steps[0] ? berlinDay(steps[0].at) : today;
  const days: TrafficDay[] = [];
  for (let day = start; day < today; day = addDays(day, 1))
    days.push({ day, counted: known.get(day) ?? null });
  return days;
};

/** A counter in the last weeks: what was counted, what is usual, what is to be expected, and what was far from it. */
export const trafficOf = async (
  context: Pick<Context, 'database' | 'clock'>,
  key: StreamKey,
): Promise<Traffic> => {
  const now = context.clock();
  const from = new Date(now.getTime() - WEEKS * SLOTS * HOUR);
  const steps = await readSeries(context, { ...key, from, to: now, step: 'hour' });
  const hours = hourlySums(steps.filter(({ at }) => at.getTime() + HOUR <= now.getTime()));
  const year = await yearOf(context, key);
  if (!hours) return { week: [], year, ahead: undefined, judged: undefined, why: 'no-counts', unusual: [] };
  return { week: weekOf(hours), year, unusual: unusualHours(hours), ...forecastOf(hours) };
};
