import { Temporal } from 'temporal-polyfill';
import { BERLIN, inBerlin } from '../../../../foundation/time/zone.ts';

const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?)?$/;
const GERMAN = /^(?:[A-Za-z]{2,10}\.?,? +)?(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})(?:,? +(.+))?$/;
const TIME = /^(\d{1,2})(?:[:.](\d{2}))?(?::\d{2}(?:\.\d+)?)?(?: *Uhr| *h)?$/;

/** `day`, and `time` where the source gives one: Berlin wall clock. */
export type WallDate = { day: string; time?: string };

const MINUTE_MILLISECONDS = 60_000;

/** `YYYY-MM-DDTHH:MM` of a spreadsheet's cell: half past six is 0.7708333 of a day there, a hair before it. */
export const minuteOf = (cell: Date): string =>
  new Date(Math.round(cell.getTime() / MINUTE_MILLISECONDS) * MINUTE_MILLISECONDS).toISOString().slice(0, 16);

/** ISO dates with or without offset, German dates, dates of spreadsheets; undefined where it is none of them. */
export const readDate = (value: unknown): WallDate | undefined => {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : readIso(minuteOf(value));
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  const german = GERMAN.exec(text);
  if (!german) return readIso(text);
  const [, day = '', month = '', year = '', rest] = german;
  const found = readIso(
    `${year.length === 2 ? '20' : ''}${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
  );
  const time = rest === undefined ? undefined : readTime(rest);
  return found && time !== undefined ? { ...found, time } : found;
};

const readIso = (text: string): WallDate | undefined => {
  const [, day, time, offset] = ISO.exec(text) ?? [];
  if (day === undefined) return undefined;
  try {
    Temporal.PlainDate.from(day, { overflow: 'reject' });
    if (time === undefined) return { day };
    Temporal.PlainTime.from(time);
    return offset === undefined ? { day, time } : berlinOf(`${day}T${time}${offset}`);
  } catch {
    return undefined;
  }
};

const berlinOf = (text: string): WallDate =>
  wallOf(inBerlin(new Date(Temporal.Instant.from(text).epochMilliseconds)));

/** The Berlin wall clock of a time in another zone. */
export const fromZone = (local: string, zone: string): WallDate =>
  wallOf(Temporal.PlainDateTime.from(local).toZonedDateTime(zone).withTimeZone(BERLIN));

const wallOf = (at: Temporal.ZonedDateTime): WallDate => ({
  day: at.toPlainDate().toString(),
  time: at.toPlainTime().toString({ smallestUnit: 'minute' }),
});

/** `18:00`, `18.00 Uhr`, `18 Uhr`, a spreadsheet's time cell. */
export const readTime = (value: unknown): string | undefined => {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : minuteOf(value).slice(11);
  if (typeof value !== 'string') return undefined;
  const [, hour, minute = '00'] = TIME.exec(value.trim()) ?? [];
  if (hour === undefined || Number(hour) > 24 || Number(minute) > 59) return undefined;
  // 24:00 is the end of the day; a wall clock ends one minute before.
  return Number(hour) === 24 ? '23:59' : `${hour.padStart(2, '0')}:${minute}`;
};

/** In the form of a schedule: minutes, or the day alone. */
export const inScheduleForm = ({ day, time }: WallDate, allDay: boolean): string =>
  allDay ? day : `${day}T${time ?? '00:00'}`;
