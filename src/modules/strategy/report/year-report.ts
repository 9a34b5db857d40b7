import type { Day } from '../../../foundation/time/zone.ts';
import {
  type Indicator,
  type Life,
  type MeasureFacts,
  type MeasureState,
  measureStates,
} from '../contract.ts';

export type ReportedMeasure = {
  title: string;
  facts: Pick<MeasureFacts, 'milestones' | 'years' | 'indicators'>;
  /** Today. */ state: MeasureState;
  life: Life;
  begunOn: Day;
  words: readonly { on: Day; state: MeasureState; text: string }[];
};

type Progress = Indicator & {
  measure: string /** Of the way from before to target; undefined where one of them is missing. */;
  share?: number;
};

export type YearReport = {
  /** The day up to which it tells. */ until: Day;
  states: { state: MeasureState | 'not-known'; count: number }[];
  measures: {
    title: string;
    state: MeasureState | 'not-known';
    life: Life | undefined;
    lastWord: { on: Day; text: string } | undefined;
  }[];
  milestones: {
    done: number;
    doneLate: number;
    late: { measure: string; title: string; due: Day }[];
    ahead: number;
  };
  money: {
    /** Planned. */ once: number;
    running: number;
    staff: number;
    /** Really paid, as far as it was said. */ spent: number;
    /** Measures with a plan for the year, and those of them that said what they paid. */ planned: number;
    told: number;
  };
  indicators: Progress[];
  /** Without a word in the whole year, although not over. */ silent: string[];
};

/** What nobody wrote down in time, nobody knows later: the state of a past year is the last word before its end. */
const stateAt = (measure: ReportedMeasure, until: Day, today: Day): MeasureState | 'not-known' => {
  if (until >= today) return measure.state;
  const before = measure.words.filter(({ on }) => on <= until).toSorted((a, b) => (a.on < b.on ? -1 : 1));
  return before.at(-1)?.state ?? 'not-known';
};

export const shareOfWay = ({
  before,
  target,
  latest,
}: Pick<Indicator, 'before' | 'target' | 'latest'>): number | undefined =>
  before === null || target === null || latest === null || before === target
    ? undefined
    : (latest.value - before) / (target - before);

const milestonesOf = (
  measures: readonly ReportedMeasure[],
  year: string,
  until: Day,
): YearReport['milestones'] => {
  const due = measures.flatMap(({ title: measure, facts }) =>
    facts.milestones.filter((one) => one.due.startsWith(year)).map((one) => ({ ...one, measure })),
  );
  const done = due.filter(({ doneOn }) => doneOn !== null && doneOn <= until);
  const open = due.filter((one) => !done.includes(one));
  return {
    done: done.filter(({ doneOn, due: day }) => (doneOn ?? '') <= day).length,
    doneLate: done.filter(({ doneOn, due: day }) => (doneOn ?? '') > day).length,
    late: open
      .filter((one) => one.due < until)
      .map(({ measure, title, due: day }) => ({ measure, title, due: day })),
    ahead: open.filter((one) => one.due >= until).length,
  };
};

const moneyOf = (measures: readonly ReportedMeasure[], year: number): YearReport['money'] => {
  const years = measures.flatMap(({ facts }) => facts.years).filter((one) => one.year === year);
  const sum = (of: 'once' | 'running' | 'staff') => years.reduce((total, one) => total + one[of], 0);
  const paid = years.flatMap(({ spent }) => spent ?? []);
  return {
    once: sum('once'),
    running: sum('running'),
    staff: Math.round(sum('staff') * 100) / 100,
    spent: paid.reduce((total, one) => total + one, 0),
    planned: years.length,
    told: paid.length,
  };
};

const isOver = (state: MeasureState | 'not-known'): boolean => state === 'done' || state === 'stopped';

/** A year of an agenda as it was: progress, money, effects, and what fell silent. */
export const reportYear = (all: readonly ReportedMeasure[], year: number, today: Day): YearReport => {
  const end = `${year}-12-31`;
  const until = end < today ? end : today;
  const measures = all.filter(({ begunOn }) => begunOn <= end);
  const states = measures.map((measure) => stateAt(measure, until, today));
  const wordsOf = ({ words }: ReportedMeasure) =>
    words.filter(({ on }) => on.startsWith(String(year))).toSorted((a, b) => (a.on < b.on ? 1 : -1));
  return {
    until,
    states: [...measureStates, 'not-known' as const]
      .map((state) => ({ state, count: states.filter((one) => one === state).length }))
      .filter(({ count }) => count > 0),
    measures: measures.map((measure, at) => ({
      title: measure.title,
      state: states[at] ?? 'not-known',
      life: until === today ? measure.life : undefined,
      lastWord: wordsOf(measure)[0],
    })),
    milestones: milestonesOf(measures, String(year), until),
    money: moneyOf(measures, year),
    indicators: measures.flatMap(({ title: measure, facts }) =>
      facts.indicators.map((one) => {
        const latest = one.latest && one.latest.on <= end ? one.latest : null;
        const share = shareOfWay({ ...one, latest });
        return { ...one, latest, measure, ...(share !== undefined && { share }) };
      }),
    ),
    silent: measures
      .filter((measure, at) => !isOver(states[at] ?? 'not-known') && wordsOf(measure).length === 0)
      .map(({ title }) => title),
  };
};
