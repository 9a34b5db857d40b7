import type { Interval } from '../../../../foundation/statistics/interval.ts';
import { powerBySimulation } from '../../../../foundation/statistics/power.ts';
import type { TimedDay } from '../../../../foundation/statistics/trend.ts';
import { normal, type Random, randomOf } from '../../simulator/days/random.ts';
import { driveDay } from '../../simulator/town/drive-day.ts';
import { centreOf } from '../../simulator/town/simulate-days.ts';
import { REFERENCE } from '../../simulator/town/town.ts';
import { tripsOfDay } from '../../simulator/town/trips.ts';
import { judge } from './judge.ts';

/** A design: days before and after together, measured drives on each day in each district, and what is there to be seen. */
export type PowerQuestion = {
  daysBefore: number;
  daysAfter: number;
  drivesADay: number;
  /** −0.2: a fifth less. */ effect: number;
};

const TRIALS = 400;
/** Enough to tell five in a hundred. */
const ROUNDS = 99;
/** Days differ: together by weather and events, and each district for itself. Assumed until a town has measured. */
export const DAY_SPREAD = { together: 0.15, apart: 0.08 };

/** Search times of the simulated centre, minutes: four in ten are none. */
export const searchTimes = (): Float64Array => {
  const centre = centreOf(REFERENCE, 1);
  const driven = [1, 2].map((seed) =>
    driveDay(centre.streets, tripsOfDay(centre.layout, centre.demand, seed), () => false, seed),
  );
  return Float64Array.from(driven.flatMap(({ search }) => [...search]));
};

const sumOf = (times: Float64Array, count: number, random: Random): number => {
  let sum = 0;
  for (let drive = 0; drive < count; drive += 1) sum += times[Math.floor(random() * times.length)] ?? 0;
  return sum;
};

/** The days of one invented study in which the truth is known. */
export const inventStudy = (
  times: Float64Array,
  { daysBefore, daysAfter, drivesADay, effect }: PowerQuestion,
  random: Random,
): TimedDay[] =>
  Array.from({ length: daysBefore + daysAfter }, (_, day) => {
    const isAfter = day >= daysBefore;
    const level = Math.exp(normal(random, 0, DAY_SPREAD.together));
    const of = (factor: number) => ({
      sum: level * factor * Math.exp(normal(random, 0, DAY_SPREAD.apart)) * sumOf(times, drivesADay, random),
      count: drivesADay,
    });
    return { at: day, isAfter, treated: of(isAfter ? 1 + effect : 1), control: of(1) };
  });

/** In how many of many invented studies a fall is shown. */
const powerOf = (times: Float64Array, question: PowerQuestion, seed: number, trials = TRIALS): Interval => {
  const random = randomOf(seed);
  return powerBySimulation(trials, () => {
    const days = inventStudy(times, question, random);
    return judge(days, { random, rounds: ROUNDS })?.verdict === 'fallen';
  });
};

export const powersOf = (questions: readonly PowerQuestion[], seed: number): Interval[] => {
  const times = searchTimes();
  return questions.map((question) => powerOf(times, question, seed));
};
