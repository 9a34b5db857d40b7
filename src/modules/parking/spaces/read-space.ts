import { isInGermany, type LonLat } from '../../../foundation/geo/point.ts';
import { plainText } from '../../../foundation/text/plain-text.ts';
import type { Window } from './open-times.ts';
import {
  accessKinds,
  audiences,
  type HostKind,
  hostKinds,
  MOST_CAPACITY,
  type PoolFacts,
  vehicleSizes,
} from './pool.ts';

export type SpaceFault =
  | 'missing'
  | 'too-long'
  | 'not-a-number'
  | 'out-of-range'
  | 'not-a-position'
  | 'not-a-time'
  | 'above-cap'
  | 'unknown-choice';
export type SpaceFaults = Record<string, SpaceFault>;
export type ReadSpace = { hostKind: HostKind; facts: PoolFacts; windows: Window[] };

type Typed = Record<string, string>;

const LONGEST_NAME = 200;
const LONGEST_NOTE = 500;
const MINUTES_A_DAY = 1440;
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

const minuteOf = (text: string): number | undefined => {
  const [, hour = '', minute = '00'] = /^(\d{1,2})(?:[:.](\d{2}))?(?:\s*Uhr)?$/.exec(text.trim()) ?? [];
  if (hour === '') return undefined;
  const minutes = Number(hour) * 60 + Number(minute);
  return Number(minute) < 60 && minutes <= 1440 ? minutes : undefined;
};

/** Reads single fields, and gathers what is wrong with them. */
const readerOf = (typed: Typed) => {
  const faults: SpaceFaults = {};
  const wrong = (name: string, fault: SpaceFault): void => {
    faults[name] ??= fault;
  };
  const number = (name: string): number | undefined => {
    const read = (typed[name] ?? '').trim().replace(',', '.');
    if (read === '') return undefined;
    if (!/^-?\d{1,6}(\.\d{1,15})?$/.test(read)) wrong(name, 'not-a-number');
    return Number(read);
  };
  return {
    faults,
    wrong,
    number,
    text: (name: string, longest: number, isNeeded = false): string => {
      const read = plainText(typed[name], 10_000)?.trim() ?? '';
      if (isNeeded && read === '') wrong(name, 'missing');
      if (read.length > longest) wrong(name, 'too-long');
      return read;
    },
    whole: (name: string, least: number, most: number): number | undefined => {
      const read = number(name);
      if (read !== undefined && !(Number.isInteger(read) && read >= least && read <= most))
        wrong(name, 'out-of-range');
      return read;
    },
    choice: <Value extends string>(name: string, values: readonly [Value, ...Value[]]): Value => {
      const found = values.find((value) => value === typed[name]);
      if (found === undefined) wrong(name, 'unknown-choice');
      return found ?? values[0];
    },
    yesNo: (name: string): boolean | undefined =>
      typed[name] === 'ja' ? true : typed[name] === 'nein' ? false : undefined,
    time: (name: string): number => {
      const minute = minuteOf(typed[name] ?? '');
      if (minute === undefined || minute % 5 !== 0) wrong(name, 'not-a-time');
      return minute ?? 0;
    },
  };
};
type Reader = ReturnType<typeof readerOf>;

const readFacts = (reader: Reader, capAt: (point: LonLat) => number): PoolFacts => {
  const { wrong, number, text, whole, choice, yesNo } = reader;
  const point = { lon: number('lon') ?? Number.NaN, lat: number('lat') ?? Number.NaN };
  const isHere = isInGermany(point);
  if (!isHere) wrong('lon', 'not-a-position');
  const centsPerHour = Math.round((number('preis') ?? 0) * 100);
  if (centsPerHour < 0) wrong('preis', 'out-of-range');
  if (isHere && centsPerHour > capAt(point)) wrong('preis', 'above-cap');
  const facts: PoolFacts = {
    name: text('name', LONGEST_NAME, true),
    kind: choice('bauart', ['open', 'garage']),
    point,
    address: text('adresse', LONGEST_NAME),
    capacity: whole('anzahl', 1, MOST_CAPACITY) ?? 1,
    heightCm: whole('hoehe', 150, 600),
    vehicleSize: choice('groesse', vehicleSizes),
    isCovered: yesNo('ueberdacht'),
    isStepFree: yesNo('stufenlos'),
    hasCharging: yesNo('laden') === true,
    audience: choice('fuer', audiences),
    accessKind: choice('zugang', accessKinds),
    accessNote: text('hinein', LONGEST_NOTE),
    centsPerHour,
  };
  if (facts.accessKind !== 'open' && facts.accessNote === '') wrong('hinein', 'missing');
  return facts;
};

const readWindow = ({ wrong, time, choice }: Reader, typed: Typed): Window => {
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

/**
 * A space as a host typed it, with the times of the week when it is shared.
 * @param capAt what an hour may cost at most at a point, in cents.
 */
export const readSpace = (
  typed: Typed,
  capAt: (point: LonLat) => number,
): ReadSpace | { faults: SpaceFaults } => {
  const reader = readerOf(typed);
  const read = {
    hostKind: reader.choice('wer', hostKinds),
    facts: readFacts(reader, capAt),
    windows: [readWindow(reader, typed)],
  };
  return Object.keys(reader.faults).length > 0 ? { faults: reader.faults } : read;
};
