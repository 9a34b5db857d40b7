import type { Context } from '../../../../foundation/database/context.ts';
import {
  type Backtest,
  backtest,
  type ForecastHour,
  fitForecast,
  forecastFrom,
  SLOTS,
} from '../../../../foundation/statistics/forecast.ts';
import { hourOfWeek } from '../../../../foundation/time/zone.ts';
import type { SiteKey } from '../site-store.ts';
import { listCountHours } from './count-hour-store.ts';
import { HOUR, hourlyCounts, type SiteHours } from './hourly-counts.ts';

export const HOURS_AHEAD = 6;
const WEEKS_BACK = 8;
/** Two weeks to learn from, and one to judge by. */
const LEAST_HOURS = 3 * SLOTS;
const WEEK = SLOTS * HOUR;

export type SiteForecast = {
  hours: SiteHours | undefined;
  /** Each hour ahead; absent where there is too little to go by, or where a naive rule was better. */ ahead:
    | { at: Date; said: ForecastHour | null }[]
    | undefined;
  /** How the last week would have been forecast. */ judged: Backtest | undefined;
  why: 'shown' | 'no-counts' | 'too-short' | 'silent' | 'no-better';
};

/** What does not beat "as now" and "as a week ago" on the last week is not shown as a forecast. */
const forecastHours = (hours: SiteHours | undefined): SiteForecast => {
  const nothing = { hours, ahead: undefined, judged: undefined };
  if (!hours) return { ...nothing, why: 'no-counts' };
  const { values, slots, from } = hours;
  if (values.length < LEAST_HOURS) return { ...nothing, why: 'too-short' };
  const judged = backtest(hours, { from: values.length - SLOTS, ahead: HOURS_AHEAD });
  const at = values.length - 1;
  if (!judged || values[at] === null) return { ...nothing, judged, why: 'silent' };
  if (judged.error >= Math.min(judged.lastValueError, judged.lastWeekError))
    return { ...nothing, judged, why: 'no-better' };
  const next = Array.from(
    { length: HOURS_AHEAD },
    (_, step) => new Date(from.getTime() + (at + 1 + step) * HOUR),
  );
  const whole = { values, slots: [...slots, ...next.map(hourOfWeek)] };
  const model = fitForecast(whole, { upTo: values.length, ahead: HOURS_AHEAD });
  const said = forecastFrom(whole, model, { at });
  return {
    hours,
    judged,
    ahead: next.map((moment, step) => ({ at: moment, said: said[step] ?? null })),
    why: 'shown',
  };
};

/** The counts of a site in the last eight weeks, and what they let expect of the next hours. */
export const forecastSite = async (
  { database, clock }: Pick<Context, 'database' | 'clock'>,
  site: SiteKey,
): Promise<SiteForecast> => {
  const now = clock();
  const from = new Date(now.getTime() - WEEKS_BACK * WEEK);
  return forecastHours(hourlyCounts(await listCountHours(database, site, { from, to: now }), now));
};
