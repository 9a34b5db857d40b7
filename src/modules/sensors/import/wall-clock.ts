import '../../../foundation/time/zone.ts';

const HOUR = 3_600_000;
const WRITTEN = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2})(?::(\d{2}))?$/;

/** A time by the clock on the wall in Berlin; `isDoubled`: it comes twice that night, and `at` is the first (summer time). */
export type WallTime = { at: Date; isDoubled: boolean };

/**
 * Reads local time without a zone. Also 24:00, as hour ends are written.
 * @returns 'none' where it is no time, 'skipped' where clocks jump over it.
 */
export const wallTime = (text: string): WallTime | 'none' | 'skipped' => {
  const [, ...parts] = WRITTEN.exec(text) ?? [];
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map((part) =>
    Number(part ?? 0),
  );
  const isEnd = hour === 24 && minute === 0 && second === 0;
  if (parts.length === 0 || (hour > 23 && !isEnd) || minute > 59 || second > 59) return 'none';
  // The zone of the process is Berlin; of a doubled hour it takes the first.
  const at = new Date(year, month - 1, isEnd ? day + 1 : day, isEnd ? 0 : hour, minute, second);
  if (!isEnd && (at.getDate() !== day || at.getMonth() !== month - 1)) return 'none';
  if (!isEnd && at.getHours() !== hour) return 'skipped';
  return { at, isDoubled: new Date(at.getTime() + HOUR).getHours() === at.getHours() };
};

/** The same time an hour later: the second of a doubled hour. */
export const secondOf = ({ at }: WallTime): Date => new Date(at.getTime() + HOUR);
