import { isHolidayIn, isSchoolHoliday } from '../../../foundation/time/public-holiday.ts';
import { addDays, berlinDay, type Day, fromBerlin } from '../../../foundation/time/zone.ts';
import { instantOf, type Slot, type Span, slotAt, slotFrom } from '../slot.ts';

/** When a pool is shared, or is not after all. Minutes of the day in Berlin; one that ends before it begins runs past midnight. */
export type Window = {
  isOpen: boolean;
  /** 1 is Monday, 7 is Sunday; none: each day. */ weekdays: number[];
  fromDay?: Day | undefined;
  toDay?: Day | undefined;
  fromMinute: number;
  toMinute: number;
  /** Whether it holds in school holidays. */ holidays: 'any' | 'only' | 'never';
};

const MINUTES_A_DAY = 1440;

const weekdayOf = (day: Day): number => new Date(`${day}T00:00Z`).getUTCDay() || 7;

const holdsOn = (window: Window, day: Day, state: string, restDays: readonly Day[]): boolean => {
  const { weekdays, fromDay, toDay, holidays } = window;
  if ((fromDay !== undefined && day < fromDay) || (toDay !== undefined && day > toDay)) return false;
  if (holidays !== 'any') {
    const isSchoolFree = isSchoolHoliday(state, day);
    // Where nobody knows, a space counts as shut.
    if (isSchoolFree === undefined) return !window.isOpen;
    if (isSchoolFree !== (holidays === 'only')) return false;
  }
  // A holiday in the week is like a Sunday: what a firm shares on Sundays is empty then as well.
  const weekday = isHolidayIn(state, day) || restDays.includes(day) ? 7 : weekdayOf(day);
  return weekdays.length === 0 || weekdays.includes(weekday);
};

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** An hour that the spring change skips is not there; one that the autumn change repeats is there twice. */
const spanOn = (day: Day, { fromMinute, toMinute }: Window): Span => {
  const isOverMidnight = toMinute <= fromMinute;
  const endDay = isOverMidnight || toMinute === MINUTES_A_DAY ? addDays(day, 1) : day;
  const end = toMinute === MINUTES_A_DAY ? 0 : toMinute;
  return {
    from: slotFrom(fromBerlin(day, clock(fromMinute))),
    to: slotAt(fromBerlin(endDay, clock(end))),
  };
};

const merged = (spans: Span[]): Span[] =>
  spans
    .filter(({ from, to }) => from < to)
    .toSorted((a, b) => a.from - b.from)
    .reduce<Span[]>((all, span) => {
      const last = all.at(-1);
      if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
      else all.push({ ...span });
      return all;
    }, []);

const without = (spans: Span[], shut: Span[]): Span[] =>
  shut.reduce(
    (left, { from, to }) =>
      left.flatMap((span) =>
        [
          { from: span.from, to: Math.min(span.to, from) },
          { from: Math.max(span.from, to), to: span.to },
        ].filter((part) => part.from < part.to),
      ),
    spans,
  );

/**
 * Runs of slots in which a pool is shared, within a span. @param state whose holidays count, by its name. @param restDays
 * of one town alone, which count as Sundays too.
 */
export const openSpans = (
  windows: readonly Window[],
  { from, to }: Span,
  state: string,
  restDays: readonly Day[] = [],
): Span[] => {
  const first = addDays(berlinDay(instantOf(from)), -1);
  const last = berlinDay(instantOf(to));
  const spans: { isOpen: boolean; span: Span }[] = [];
  for (let day = first; day <= last; day = addDays(day, 1))
    for (const window of windows)
      if (holdsOn(window, day, state, restDays))
        spans.push({ isOpen: window.isOpen, span: spanOn(day, window) });
  const of = (isOpen: boolean) =>
    merged(spans.filter((one) => one.isOpen === isOpen).map(({ span }) => span));
  return without(of(true), of(false))
    .map((span) => ({ from: Math.max(span.from, from), to: Math.min(span.to, to) }))
    .filter((span) => span.from < span.to);
};

/** The run that holds the whole stay; undefined where the pool is not shared all the time. */
export const spanAround = (
  windows: readonly Window[],
  stay: Span,
  state: string,
  restDays: readonly Day[] = [],
): Span | undefined => {
  const reach = 24 * 12;
  const around = { from: stay.from - reach, to: stay.to + reach };
  return openSpans(windows, around, state, restDays).find(
    ({ from, to }) => from <= stay.from && stay.to <= to,
  );
};

/** A stay holds its unit somewhat longer, for who comes late or stays late; never beyond the window. */
export const heldUntil = (stayTo: Slot, windowTo: Slot, bufferSlots: number): Slot =>
  Math.min(stayTo + bufferSlots, windowTo);
