import type { DayFigures } from '../../simulator/town/day-figures.ts';
import { type Effort, forecastTown, type VariantFigures } from '../../simulator/town/forecast-town.ts';
import { type Question, townOf, variantsOf } from './question.ts';

/** A change with every version of the simulator: an answer of an older one is then no answer. */
export const SIMULATOR_VERSION = 1;

const EFFORT: Effort = { towns: 6, days: 3 };

export type Answer = {
  plain: DayFigures;
  towns: number;
  days: number;
  /** By name of the variant, ours first. */ variants: Record<string, VariantFigures[]>;
  seconds: number;
};

/** Computes a question. `onStep` hears how far it is. */
export const answerQuestion = (
  question: Question,
  onStep: (done: number, of: number) => void,
  effort = EFFORT,
): Answer => {
  const began = performance.now();
  const named = Object.entries(variantsOf(question));
  const { plain, days, variants } = forecastTown(
    townOf(question),
    named.map(([, variant]) => variant),
    { seed: question.seed, effort, onStep },
  );
  return {
    plain,
    towns: effort.towns,
    days,
    variants: Object.fromEntries(named.map(([name], at) => [name, variants[at] ?? []])),
    seconds: Math.round((performance.now() - began) / 1000),
  };
};
