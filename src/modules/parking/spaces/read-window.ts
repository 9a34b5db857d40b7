import type { Day } from '../../../foundation/time/zone.ts';
import type { Window } from './open-times.ts';
import { readerOf, type SpaceFaults, type Typed } from './typed-space.ts';

/** Every week, on single days, or shut on single days. */
export const windowKinds = ['woche', 'tage', 'zu'] as const;

const MINUTES_A_DAY = 1440;
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

/** Times of the week as typed; one that ends before it begins runs past midnight. */
export const readWeek = ({ wrong, time, choice }: ReturnType<typeof readerOf>, typed: Typed): Window => {
  const weekdays = WEEKDAYS.filter((day) => (typed[`tag${day}`] ?? '') !== '');
  if (weekdays.length === 0) wrong('tag1', 'missing');
  return {
    isOpen: true,
    weekdays: weekdays.length === WEEKDAYS.length ? [] : weekdays,
    fromMinute: time('von') % MINUTES_A_DAY,
    toMinute: time('bis'),
    holidays: choice('ferien', ['any', 'only', 'never']),
  };
};

/** Further times of a space, or an exception, as a host typed them. */
export const readWindow = (typed: Typed): { window: Window } | { faults: SpaceFaults } => {
  const reader = readerOf(typed);
  const { wrong, day, time, choice } = reader;
  const kind = choice('art', windowKinds);
  const isWeekly = kind === 'woche';
  const fromDay = day('ab', !isWeekly);
  const toDay: Day | undefined = day('letzter') ?? (isWeekly ? undefined : fromDay);
  if (fromDay !== undefined && toDay !== undefined && toDay < fromDay) wrong('letzter', 'out-of-range');
  const hours: Window = isWeekly
    ? readWeek(reader, typed)
    : {
        isOpen: kind === 'tage',
        weekdays: [],
        fromMinute: time('von') % MINUTES_A_DAY,
        toMinute: time('bis'),
        holidays: 'any',
      };
  if (Object.keys(reader.faults).length > 0) return { faults: reader.faults };
  return {
    window: { ...hours, ...(fromDay !== undefined && { fromDay }), ...(toDay !== undefined && { toDay }) },
  };
};
