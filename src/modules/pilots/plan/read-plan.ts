import { readNumber } from '../../../foundation/text/typed-number.ts';
import { textIn } from '../../../foundation/text/typed-text.ts';
import { dayIn } from '../../../foundation/time/typed-day.ts';
import { directions, methods, type PilotPlan } from '../contract.ts';

export type PlanField =
  | 'titel'
  | 'ziel'
  | 'hypothese'
  | 'aufgabe'
  | 'richtung'
  | 'mindestens'
  | 'methode'
  | 'sicherheit'
  | 'ausnahmen'
  | 'vorher_von'
  | 'start'
  | 'ende';
export type PlanFault =
  | 'missing'
  | 'too-long'
  | 'no-day'
  | 'no-number'
  | 'no-choice'
  | 'wrong-order'
  | 'wrong-length';

type Typed = Readonly<Record<string, string>>;
type Faults = Partial<Record<PlanField, PlanFault>>;

const LONGEST: Partial<Record<PlanField, number>> = { titel: 120, aufgabe: 120, ziel: 2000, hypothese: 2000 };
const MOST_SERIES = 60;
const MOST_LEFT_OUT = 40;
const LEAST_RUN = 14;
const MOST_RUN = 730;
const MOST_BASELINE = 1500;
const DAY_MILLISECONDS = 86_400_000;

const daysIn = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MILLISECONDS;

/** "24.12.2026; 01.01.2027; Ferien" by line; one day needs no second one. */
const readLeftOut = (text: string): PilotPlan['leftOut'] | undefined => {
  const lines = text
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean);
  const read = lines.map((one) => {
    const [first = '', ...rest] = one.split(';').map((part) => part.trim());
    const from = dayIn(first);
    const second = dayIn(rest[0] ?? '');
    const reason = (second === undefined ? rest : rest.slice(1)).join('; ').slice(0, 200);
    return from === undefined ? undefined : { from, to: second ?? from, reason };
  });
  if (read.length > MOST_LEFT_OUT || read.some((one) => !one || one.to < one.from)) return undefined;
  return read.filter((one) => one !== undefined);
};

/** As it is typed again. */
export const writeLeftOut = (leftOut: PilotPlan['leftOut']): string =>
  leftOut.map(({ from, to, reason }) => [from, ...(to === from ? [] : [to]), reason].join('; ')).join('\n');

const seriesIn = (typed: Typed, part: string): string[] =>
  Object.entries(typed)
    .flatMap(([name, value]) => (name.startsWith('reihe:') && value === part ? [name.slice(6)] : []))
    .slice(0, MOST_SERIES);

const oneOf = <T extends string>(list: readonly T[], typed: string | undefined): T | undefined =>
  list.find((one) => one === typed);

/** What was typed of a draft, over what stands there. A draft may have gaps; what is typed must be readable. */
export const readPlan = (typed: Typed, stored: PilotPlan): { plan: PilotPlan } | { faults: Faults } => {
  const faults: Faults = {};
  const text = (field: PlanField): string => {
    const value = textIn(typed, field);
    if (value.length > (LONGEST[field] ?? 0)) faults[field] = 'too-long';
    return value;
  };
  const day = (field: PlanField): string => {
    const value = dayIn(typed[field] ?? '');
    if (value === undefined) faults[field] = 'no-day';
    return value ?? '';
  };
  const title = text('titel');
  if (title === '') faults.titel = 'missing';
  const smallest = readNumber(typed.mindestens);
  if (typeof smallest !== 'number' || smallest < 0.1 || smallest > 500) faults.mindestens = 'no-number';
  const direction = oneOf(directions, typed.richtung);
  if (!direction) faults.richtung = 'no-choice';
  const method = oneOf(methods, typed.methode);
  if (!method) faults.methode = 'no-choice';
  const confidence = ([0.9, 0.95, 0.99] as const).find((one) => String(100 * one) === typed.sicherheit);
  if (!confidence) faults.sicherheit = 'no-choice';
  const leftOut = readLeftOut(textIn(typed, 'ausnahmen'));
  if (!leftOut) faults.ausnahmen = 'no-day';
  const [baselineFrom, start, end] = [day('vorher_von'), day('start'), day('ende')];
  if (!faults.vorher_von && !faults.start && !faults.ende) {
    if (baselineFrom >= start) faults.vorher_von = 'wrong-order';
    else if (daysIn(baselineFrom, start) > MOST_BASELINE) faults.vorher_von = 'wrong-length';
    if (end <= start) faults.ende = 'wrong-order';
    else if (daysIn(start, end) + 1 < LEAST_RUN || daysIn(start, end) > MOST_RUN)
      faults.ende = 'wrong-length';
  }
  const plan = {
    title,
    goal: text('ziel'),
    hypothesis: text('hypothese'),
    role: text('aufgabe'),
    measure: /^[0-9a-f-]{36}$/.test(typed.massnahme ?? '') ? (typed.massnahme ?? null) : null,
    direction: direction ?? stored.direction,
    smallest: smallest ?? stored.smallest,
    indicators: seriesIn(typed, 'indicator'),
    comparisons: seriesIn(typed, 'comparison'),
    method: method ?? stored.method,
    confidence: confidence ?? stored.confidence,
    leaveOutHolidays: typed.feiertage === 'ja',
    leftOut: leftOut ?? stored.leftOut,
    baselineFrom,
    start,
    end,
  };
  return Object.keys(faults).length > 0 ? { faults } : { plan };
};
