import type { Message } from '../../../foundation/i18n/message.ts';
import { type Quality, qualities } from '../contract.ts';

/** One value of a stream at a moment, as somebody hands it in. */
export type Reading = {
  datastream: number;
  at: Date;
  /** Where it holds for a while: the end. */ until?: Date | undefined;
  value: number;
  quality?: Quality;
  reason?: string | undefined;
  resultAt?: Date | undefined;
  feature?: number | undefined;
  extra?: object | undefined;
};

/** Why a reading is not taken. */
export type ReadingRefusal =
  | 'unknown-datastream'
  | 'unknown-feature'
  | 'not-a-number'
  | 'too-early'
  | 'too-late'
  | 'over-already'
  | 'ends-before';

export const readingRefusals: Record<ReadingRefusal, Message> = {
  'unknown-datastream': { de: 'Diese Messreihe gibt es nicht.', en: 'There is no such datastream.' },
  'unknown-feature': {
    de: 'Diesen Gegenstand der Beobachtung gibt es in der Gemeinde nicht.',
    en: 'The municipality has no such feature of interest.',
  },
  'not-a-number': {
    de: 'Hier werden nur Zahlen gespeichert: »result« ist keine.',
    en: 'Only numbers are stored here: `result` is none.',
  },
  'too-early': { de: 'Die Zeit liegt vor 1900.', en: 'The time is before 1900.' },
  'too-late': {
    de: 'Die Zeit liegt mehr als ein Jahr in der Zukunft.',
    en: 'The time is more than a year ahead.',
  },
  'over-already': {
    de: 'Werte aus dieser Zeit werden nicht mehr aufbewahrt.',
    en: 'Values of that time are not kept any more.',
  },
  'ends-before': { de: 'Das Ende liegt vor dem Anfang.', en: 'The end is before the start.' },
};

export const qualityOf = (stored: number): Quality => qualities[stored] ?? 'raw';
export const qualityNumber = (quality: Quality): number => qualities.indexOf(quality);

const FIRST = Date.UTC(1900, 0);
const AHEAD_MILLISECONDS = 366 * 86_400_000;

/** @returns what is wrong with the reading itself; whether its stream takes it is asked apart. */
export const faultOf = ({ at, until, value }: Reading, now: number): ReadingRefusal | undefined => {
  if (!Number.isFinite(value)) return 'not-a-number';
  const time = at.getTime();
  // An invalid date compares as false with everything.
  if (!(time >= FIRST)) return 'too-early';
  if (time > now + AHEAD_MILLISECONDS) return 'too-late';
  return until && !(until.getTime() > time) ? 'ends-before' : undefined;
};

/**
 * Rounds of readings in which no moment of a stream stands twice, in the order in which they came: two values for one
 * moment in one batch are a value and its correction.
 */
export const roundsOf = (readings: readonly Reading[]): Reading[][] => {
  const seen = new Map<number, Map<number, number>>();
  const rounds: Reading[][] = [];
  for (const reading of readings) {
    const moments = seen.get(reading.datastream) ?? new Map<number, number>();
    seen.set(reading.datastream, moments);
    const time = reading.at.getTime();
    const round = moments.get(time) ?? 0;
    moments.set(time, round + 1);
    rounds[round] ??= [];
    rounds[round].push(reading);
  }
  return rounds;
};

/** The hours that readings touch, by stream. */
export const hoursOf = (readings: readonly Reading[]): { datastreams: number[]; hours: Date[] } => {
  const HOUR = 3_600_000;
  const touched = new Map<number, Set<number>>();
  for (const { datastream, at } of readings) {
    const hours = touched.get(datastream) ?? new Set<number>();
    touched.set(datastream, hours.add(Math.floor(at.getTime() / HOUR)));
  }
  const pairs = [...touched].flatMap(([datastream, hours]) =>
    [...hours].map((hour) => ({ datastream, hour: new Date(hour * HOUR) })),
  );
  return { datastreams: pairs.map(({ datastream }) => datastream), hours: pairs.map(({ hour }) => hour) };
};

/** First days of the months (UTC) that readings fall into. */
export const monthsOf = (readings: readonly Reading[]): string[] => {
  const months = new Set<number>();
  for (const { at } of readings) months.add(Date.UTC(at.getUTCFullYear(), at.getUTCMonth()));
  return [...months].map((month) => new Date(month).toISOString().slice(0, 10));
};
