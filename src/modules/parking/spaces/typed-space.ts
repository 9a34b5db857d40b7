import { plainText } from '../../../foundation/text/plain-text.ts';
import { type Day, isDay } from '../../../foundation/time/zone.ts';

export type Typed = Record<string, string>;
export type SpaceFault =
  | 'missing'
  | 'too-long'
  | 'not-a-number'
  | 'out-of-range'
  | 'not-a-position'
  | 'not-a-time'
  | 'not-a-day'
  | 'above-cap'
  | 'unknown-choice';
export type SpaceFaults = Record<string, SpaceFault>;

const minuteOf = (text: string): number | undefined => {
  const [, hour = '', minute = '00'] = /^(\d{1,2})(?:[:.](\d{2}))?(?:\s*Uhr)?$/.exec(text.trim()) ?? [];
  if (hour === '') return undefined;
  const minutes = Number(hour) * 60 + Number(minute);
  return Number(minute) < 60 && minutes <= 1440 ? minutes : undefined;
};

/** Reads single fields, and gathers what is wrong with them. */
export const readerOf = (typed: Typed) => {
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
    day: (name: string, isNeeded = false): Day | undefined => {
      const read = (typed[name] ?? '').trim();
      if (read === '') {
        if (isNeeded) wrong(name, 'missing');
        return undefined;
      }
      if (!isDay(read)) wrong(name, 'not-a-day');
      return read;
    },
    time: (name: string): number => {
      const minute = minuteOf(typed[name] ?? '');
      if (minute === undefined || minute % 5 !== 0) wrong(name, 'not-a-time');
      return minute ?? 0;
    },
  };
};
