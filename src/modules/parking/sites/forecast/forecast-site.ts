import type { Context } from '../../../../foundation/database/context.ts';
import { type Backtest, type ForecastHour, SLOTS } from '../../../../foundation/statistics/forecast.ts';
import { judgedForecast } from '../../../../foundation/statistics/judged-forecast.ts';
import { hourOfWeek } from '../../../../foundation/time/zone.ts';
import type { SiteKey } from '../site-store.ts';
import { listCountHours } from './count-hour-store.ts';
import { HOUR, hourlyCounts, type SiteHours } from './hourly-counts.ts';

export const HOURS_AHEAD = 6;
const WEEKS_BACK = 8;
const WEEK = SLOTS * HOUR;

export type SiteForecast = {
  hours: SiteHours | undefined;
  /** Each hour ahead; absent where there is too little to go by, or where a naive rule was better. */ ahead:
    | { at: Date; said: ForecastHour | null }[]
    | undefined;
  /** How the last week would have been forecast. */ judged: Backtest | undefined;
  why: 'shown' | 'no-counts' | 'too-short' | 'silent' | 'no-better';
};

const forecastHours = (hours: SiteHours | undefined): SiteForecast => {
  if (!hours) return { hours, ahead: undefined, judged: undefined, why: 'no-counts' };
  const { values, from } = hours;
  const next = Array.from(
    { length: HOURS_AHEAD },
    (_, step) => new Date(from.getTime() + (values.length + step) * HOUR),
  );
  const { judged, said, why } = judgedForecast(hours, next.map(hourOfWeek));
  return { hours, judged, why, ahead: said && next.map((at, step) => ({ at, said: said[step] ?? null })) };
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
