import {
  differenceInDifferences,
  type Estimate,
  type StudyDay,
  usableDays,
} from './difference-in-differences.ts';

/** A day of a study with its place in time, such as days since the beginning. */
export type TimedDay = StudyDay & { at: number };

/**
 * The effect at a date on which nothing happened: the earlier days cut in the middle. It must not show, or the groups
 * drifted apart before.
 */
export const placeboEffect = (all: readonly TimedDay[]): Estimate | undefined => {
  const before = usableDays(all.filter(({ isAfter }) => !isAfter)).toSorted((a, b) => a.at - b.at);
  const middle = before[Math.floor(before.length / 2)]?.at ?? 0;
  return differenceInDifferences(before.map((day) => ({ ...day, isAfter: day.at >= middle })));
};

export type Step = {
  from: number;
  to: number;
  isAfter: boolean;
  estimate: Estimate | undefined;
  days: number;
};

/** Each stretch of time against all days of the first period that are not in it: before the start they must lie at zero. */
export const eventStudy = (all: readonly TimedDay[], stretch: number): Step[] => {
  const days = usableDays(all);
  const place = (day: TimedDay): string => `${day.isAfter ? 1 : 0} ${Math.floor(day.at / stretch)}`;
  return [
    ...Map.groupBy(
      days.toSorted((a, b) => a.at - b.at),
      place,
    ).entries(),
  ].map(([key, inside]) => {
    const others = days.filter((day) => !day.isAfter && place(day) !== key);
    const compared = [
      ...others.map((day) => ({ ...day, isAfter: false })),
      ...inside.map((day) => ({ ...day, isAfter: true })),
    ];
    const first = inside[0] as TimedDay;
    const last = inside.at(-1) as TimedDay;
    return {
      from: first.at,
      to: last.at,
      isAfter: first.isAfter,
      days: inside.length,
      estimate: differenceInDifferences(compared),
    };
  });
};
