import { type Design, effectOfStart, type LogDay, type StartEffect } from './effect-of-start.ts';
import { type Interval, meanOf } from './interval.ts';
import { simplexWeights } from './simplex-weights.ts';
import { studentReach } from './student.ts';

/** A day on which the series and all that it is compared with were measured, as logarithms. */
export type ComparedDay = LogDay & { others: readonly number[] };

/** Each of the others alike, or by shares that come nearest before the start. */
export type Weighing = 'alike' | 'nearest';

type Raw = StartEffect & { weights: number[]; fitError: number; compared: (day: ComparedDay) => number };

const estimateOf = (days: readonly ComparedDay[], design: Design, weighing: Weighing): Raw | undefined => {
  const before = days.filter(({ at }) => at < design.start);
  const count = days[0]?.others.length ?? 0;
  if (before.length === 0 || count === 0) return undefined;
  const level = meanOf(before.map(({ log }) => log));
  const levels = Array.from({ length: count }, (_, at) =>
    meanOf(before.map(({ others }) => others[at] as number)),
  );
  const weights =
    weighing === 'alike'
      ? levels.map(() => 1 / count)
      : simplexWeights(
          before.map(({ log }) => log - level),
          before.map(({ others }) => others.map((other, at) => other - (levels[at] as number))),
        );
  const compared = ({ others }: ComparedDay) =>
    level +
    others.reduce((sum, other, at) => sum + (weights[at] as number) * (other - (levels[at] as number)), 0);
  const effect = effectOfStart(
    days.map((day) => ({ at: day.at, log: day.log - compared(day) })),
    design,
  );
  const fitError = Math.sqrt(meanOf(before.map((day) => (day.log - compared(day)) ** 2)));
  return effect && { ...effect, weights, fitError, compared };
};

export type ComparedEffect = {
  effect: Interval;
  slope: Interval | undefined;
  weights: number[];
  /** Root of the mean square before the start, as a logarithm. */ fitError: number;
  /** What each of the others shows on the same day, where nothing was begun. */ placebos: Interval[];
  /** Share of all, itself among them, that show as much. */ rank: number;
  /** By how much the others moved more than their own intervals would have it. */ widened: number;
  /** What the day would have been without: a logarithm. */ without: (day: ComparedDay) => number;
};

export const FEWEST_OTHERS = 3;

const halfOf = ({ low, high }: Interval): number => (high - low) / 2;

const widen = ({ estimate, low, high }: Interval, factor: number): Interval => ({
  estimate,
  low: estimate - (estimate - low) * factor,
  high: estimate + (high - estimate) * factor,
});

/**
 * The effect against series that were not treated. Streets move for reasons of their own (building sites, terms), more
 * than the days of one of them tell: each of the others therefore takes its turn as if it were the treated one, and the
 * interval is as wide as their effects, measured in their own intervals, say (Student's t by their number).
 */
export const effectAgainstOthers = (
  days: readonly ComparedDay[],
  design: Design,
  weighing: Weighing,
): ComparedEffect | undefined => {
  const own = estimateOf(days, design, weighing);
  const count = days[0]?.others.length ?? 0;
  if (!own || count < FEWEST_OTHERS) return undefined;
  const turns = Array.from({ length: count }, (_, turn) =>
    estimateOf(
      days.map(({ at, others }) => ({
        at,
        log: others[turn] as number,
        others: others.filter((_one, other) => other !== turn),
      })),
      design,
      weighing,
    ),
  ).filter((one) => one !== undefined);
  if (turns.length < FEWEST_OTHERS) return undefined;
  const reach = studentReach(1e6, design.confidence);
  const spread = Math.sqrt(
    meanOf(turns.map(({ effect }) => ((effect.estimate / halfOf(effect)) * reach) ** 2)),
  );
  const widened = (spread * studentReach(turns.length - 1, design.confidence)) / reach;
  const placebos = turns.map(({ effect }) => effect);
  const asLarge = placebos.filter(
    (one) => Math.abs(one.estimate) / halfOf(one) >= Math.abs(own.effect.estimate) / halfOf(own.effect),
  );
  return {
    effect: widen(own.effect, widened),
    slope: own.slope && widen(own.slope, Math.max(1, widened)),
    weights: own.weights,
    fitError: own.fitError,
    placebos,
    rank: (asLarge.length + 1) / (placebos.length + 1),
    widened,
    without: (day) => own.compared(day) + own.without(day.at),
  };
};
