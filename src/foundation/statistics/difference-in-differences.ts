import type { Interval } from './interval.ts';
import { studentReach, studentTwoSided } from './student.ts';

/** Sum and number of what was measured on one day in one of the two groups. */
export type DayTotal = { sum: number; count: number };

/** One day of a study: the group that is treated from a date on, and the one that never is. */
export type StudyDay = { isAfter: boolean; treated: DayTotal; control: DayTotal };

export type Estimate = {
  /** The change of the mean by the treatment, as a logarithm: exp(x) − 1 is the share. */ effect: Interval;
  standardError: number;
  degrees: number;
  pValue: number;
};

/** Days on which both groups were measured; the others say nothing of a difference. */
export const usableDays = <Day extends StudyDay>(days: readonly Day[]): Day[] =>
  days.filter(({ treated, control }) => treated.count > 0 && control.count > 0);

/** The ratio of the groups in a set of days, as a logarithm, and how sure it is. */
type Ratio = { log: number; variance: number; days: number };

/**
 * ln E[y] = group + day + effect × treated × after, by Poisson pseudo-likelihood: zeros count as they are, and of the
 * days' own level nothing is assumed. Given what was measured on a day in both groups together, the groups' shares of it
 * tell the ratio; each day is one cluster.
 */
const ratioOf = (days: readonly StudyDay[]): Ratio | undefined => {
  const [own, other] = [sumOf(days, 'treated'), sumOf(days, 'control')];
  if (days.length < 2 || own.sum <= 0 || other.sum <= 0) return undefined;
  let log = Math.log(own.sum / own.count / (other.sum / other.count));
  for (let round = 0; round < 50; round += 1) {
    const { score, information } = scoresOf(days, log);
    const step = Math.max(-1, Math.min(1, score / information));
    log += step;
    if (Math.abs(step) < 1e-10) break;
  }
  const { squares, information } = scoresOf(days, log);
  return {
    log,
    variance: (squares / information ** 2) * (days.length / (days.length - 1)),
    days: days.length,
  };
};

const sumOf = (days: readonly StudyDay[], group: 'treated' | 'control'): DayTotal =>
  days.reduce((total, day) => ({ sum: total.sum + day[group].sum, count: total.count + day[group].count }), {
    sum: 0,
    count: 0,
  });

const scoresOf = (
  days: readonly StudyDay[],
  log: number,
): { score: number; squares: number; information: number } => {
  let [score, squares, information] = [0, 0, 0];
  for (const { treated, control } of days) {
    const all = treated.sum + control.sum;
    const own = treated.count * Math.exp(log);
    const share = own / (own + control.count);
    const off = treated.sum - all * share;
    score += off;
    squares += off * off;
    information += all * share * (1 - share);
  }
  return { score, squares, information };
};

const pointOf = (days: readonly StudyDay[]): number | undefined => {
  const before = ratioOf(days.filter(({ isAfter }) => !isAfter));
  const after = ratioOf(days.filter(({ isAfter }) => isAfter));
  return before && after && after.log - before.log;
};

/** @returns undefined where either period has fewer than two days with both groups, or nothing was measured there. */
export const differenceInDifferences = (all: readonly StudyDay[]): Estimate | undefined => {
  const days = usableDays(all);
  const before = ratioOf(days.filter(({ isAfter }) => !isAfter));
  const after = ratioOf(days.filter(({ isAfter }) => isAfter));
  if (!before || !after) return undefined;
  const estimate = after.log - before.log;
  const variance = before.variance + after.variance;
  const standardError = Math.sqrt(variance);
  // Welch and Satterthwaite: few days in one period are not made up for by many in the other.
  const degrees =
    variance ** 2 / (before.variance ** 2 / (before.days - 1) + after.variance ** 2 / (after.days - 1)) || 1;
  const reach = studentReach(degrees) * standardError;
  return {
    effect: { estimate, low: estimate - reach, high: estimate + reach },
    standardError,
    degrees,
    pValue: standardError === 0 ? 1 : studentTwoSided(estimate / standardError, degrees),
  };
};

/**
 * How often a mere shuffling of the days among before and after shows as much: an answer that needs no assumption on how
 * the days are distributed. `random` gives numbers in [0, 1).
 */
export const permutationP = (
  all: readonly StudyDay[],
  random: () => number,
  rounds = 1000,
): number | undefined => {
  const days = usableDays(all);
  const seen = pointOf(days);
  if (seen === undefined) return undefined;
  const labels = days.map(({ isAfter }) => isAfter);
  let asLarge = 1;
  for (let round = 0; round < rounds; round += 1) {
    shuffle(labels, random);
    const drawn = pointOf(days.map((day, at) => ({ ...day, isAfter: labels[at] ?? false })));
    if (drawn === undefined || Math.abs(drawn) >= Math.abs(seen) - 1e-12) asLarge += 1;
  }
  return asLarge / (rounds + 1);
};

const shuffle = <Value>(values: Value[], random: () => number): void => {
  for (let at = values.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [values[at], values[other]] = [values[other] as Value, values[at] as Value];
  }
};

/** Before and after in the treated group alone, as it is often done, and misleading: whatever else changed is in it. */
export const naiveChange = (days: readonly StudyDay[]): number | undefined => {
  const before = sumOf(
    days.filter(({ isAfter }) => !isAfter),
    'treated',
  );
  const after = sumOf(
    days.filter(({ isAfter }) => isAfter),
    'treated',
  );
  if (before.sum <= 0 || before.count === 0 || after.count === 0) return undefined;
  return after.sum / after.count / (before.sum / before.count) - 1;
};
