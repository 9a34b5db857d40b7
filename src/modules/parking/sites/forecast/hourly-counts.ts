import type { Hourly } from '../../../../foundation/statistics/forecast.ts';
import { hourOfWeek } from '../../../../foundation/time/zone.ts';
import type { CountHour } from './count-hour-store.ts';

export const HOUR = 3_600_000;
/** Only changes are kept: a count holds so long. After that the source is taken for silent. */
const HOLDS_HOURS = 24;

export type SiteHours = Hourly & { /** Of the first value. */ from: Date };

/** Hour by hour from the first count to a moment, the present hour included; what nobody has counted is null. */
export const hourlyCounts = (counts: readonly CountHour[], until: Date): SiteHours | undefined => {
  const first = counts[0]?.hour;
  if (!first) return undefined;
  const hours = Math.floor((until.getTime() - first.getTime()) / HOUR) + 1;
  const values: (number | null)[] = [];
  const slots: number[] = [];
  let at = 0;
  for (let hour = 0; hour < hours; hour += 1) {
    const moment = first.getTime() + hour * HOUR;
    while ((counts[at + 1]?.hour.getTime() ?? Number.POSITIVE_INFINITY) <= moment) at += 1;
    const last = counts[at];
    const age = last ? (moment - last.hour.getTime()) / HOUR : Number.POSITIVE_INFINITY;
    values.push(last && age <= HOLDS_HOURS ? last.free : null);
    slots.push(hourOfWeek(new Date(moment)));
  }
  return { from: first, values, slots };
};
