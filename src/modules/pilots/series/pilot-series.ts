import type { Database } from '../../../foundation/database/context.ts';
import { isHolidayIn } from '../../../foundation/time/public-holiday.ts';
import { stateOf } from '../../municipalities/index.ts';
import type { DayValue, IndicatorSource, PilotPlan, SeriesInfo } from '../contract.ts';
import { type PreparedDays, prepareDays } from '../effect/study-days.ts';
import { listOwnSeries, type PilotKey } from '../pilot-store.ts';

type Setting = { database: Database; measured: IndicatorSource };

const OWN = 'own:';
const MEASURED = 'measured:';

/** What a pilot can choose from: what the town brought for it, and what is measured in the house. */
export const listSeries = async (
  { database, measured }: Setting,
  key: PilotKey,
): Promise<(SeriesInfo & { days?: DayValue[] })[]> => [
  ...(await listOwnSeries(database, key)).map(({ id, ...series }) => ({ ...series, ref: OWN + id })),
  ...(await measured.list(key.ars)).map((series) => ({ ...series, ref: MEASURED + series.ref })),
];

/** Daily values of some series; one that is no longer there has none. */
export const readSeries = async (
  setting: Setting,
  key: PilotKey,
  refs: readonly string[],
  { from, to }: { from: string; to: string },
): Promise<DayValue[][]> => {
  const own = await listOwnSeries(setting.database, key);
  return Promise.all(
    refs.map(async (ref) => {
      if (ref.startsWith(MEASURED))
        return setting.measured.read(key.ars, ref.slice(MEASURED.length), from, to);
      const days = own.find(({ id }) => ref === OWN + id)?.days ?? [];
      return days.filter(([day]) => from <= day && day <= to);
    }),
  );
};

const holidaysOf =
  (ars: string) =>
  (day: string): boolean =>
    isHolidayIn(stateOf(ars), day);

/** Days of a plan as they will be studied. */
export const prepareFor = (
  ars: string,
  plan: PilotPlan,
  series: Parameters<typeof prepareDays>[1],
  range: { from: string; to: string },
): PreparedDays => prepareDays(plan, series, range, holidaysOf(ars));

const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

/** The days before the start as far as they are over. */
export const baselineRange = (
  { baselineFrom, start }: PilotPlan,
  today: string,
): { from: string; to: string } => ({
  from: baselineFrom,
  to: dayBefore(today < start ? today : start),
});

/** What is measured of a draft up to now. */
export const prepareDraft = async (
  setting: Setting,
  { ars, id, plan }: PilotKey & { plan: PilotPlan },
  today: string,
): Promise<PreparedDays> => {
  const range = baselineRange(plan, today);
  return prepareFor(
    ars,
    plan,
    {
      indicators: await readSeries(setting, { ars, id }, plan.indicators, range),
      comparisons: await readSeries(setting, { ars, id }, plan.comparisons, range),
    },
    range,
  );
};
