import { addDays, berlinDay, type Day, fromBerlin } from '../../../../foundation/time/zone.ts';
import type { Parts } from '../../library/contract.ts';

/**
 * When an event is. Whole days have no instants of their own; without an end nobody said when it is over, and none is
 * made up.
 */
export type EventTime =
  | { isWholeDay: true; firstDay: Day; lastDay: Day }
  | { isWholeDay: false; firstDay: Day; lastDay: Day; starts: Date; ends: Date | undefined };

export const eventTimeOf = ({ starts, startsAt, ends, endsAt }: Parts): EventTime | undefined => {
  if (starts === undefined) return undefined;
  const days = { firstDay: starts, lastDay: ends ?? starts };
  if (startsAt === undefined) return { isWholeDay: true, ...days };
  const end = endsAt === undefined ? undefined : fromBerlin(days.lastDay, endsAt);
  return { isWholeDay: false, ...days, starts: fromBerlin(starts, startsAt), ends: end };
};

/** To come until its last day is over. */
export const isToCome = ({ lastDay }: EventTime, now: Date): boolean => lastDay >= berlinDay(now);

/** Several days with an opening time and no closing time: a calendar shows them whole, or the days after would be lost. */
export const isShownWhole = (time: EventTime): boolean =>
  time.isWholeDay || (time.ends === undefined && time.lastDay > time.firstDay);

export const dayAfter = (day: Day): Day => addDays(day, 1);
