import { type Interval, meanInterval, meanOf } from '../../../../foundation/statistics/interval.ts';
import type { DayFigures } from './day-figures.ts';
import type { Rule } from './sharing.ts';
import { type Centre, centreOf, plainDay, sharedDay, stockOfCentre } from './simulate-days.ts';
import type { Sharing, Town } from './town.ts';

/** One way of sharing that is looked at; half the stock means that only half of the private spaces exist. */
export type Variant = { sharing: Sharing; rules: readonly Rule[]; isHalfStock?: boolean };

export type VariantFigures = {
  rule: Rule;
  /** Of all search, as a share: −0.2 is a fifth less. */ change: Interval;
  kilometres: Interval;
  spaces: number;
  figures: DayFigures;
};

export type TownForecast = { plain: DayFigures; demand: number; days: number; variants: VariantFigures[][] };

export type Effort = { towns: number; days: number };

const meanFigures = (all: readonly DayFigures[]): DayFigures => {
  const keys = Object.keys(all[0] ?? {}) as (keyof DayFigures)[];
  return Object.fromEntries(keys.map((key) => [key, meanOf(all.map((one) => one[key]))])) as DayFigures;
};

/** The days of one invented town under one rule, beside the same days without sharing. */
type Run = { change: number; kilometres: number; spaces: number; days: DayFigures[] };

const runOf = (
  centre: Centre,
  plain: readonly DayFigures[],
  { sharing }: Variant,
  rules: readonly Rule[],
): Run[] => {
  const shared = stockOfCentre(centre, sharing);
  return rules.map((rule) => {
    const days = plain.map((_, day) => sharedDay(centre, shared, { rule, day }));
    const of = (key: 'searchMinutes' | 'searchKilometres') =>
      [meanOf(days.map((day) => day[key])), meanOf(plain.map((day) => day[key]))] as const;
    const [minutes, before] = of('searchMinutes');
    const [kilometres, kilometresBefore] = of('searchKilometres');
    return {
      change: before === 0 ? 0 : minutes / before - 1,
      kilometres: kilometres - kilometresBefore,
      spaces: shared.spaces,
      days,
    };
  });
};

/**
 * Several invented towns with the same figures, each with owners and days of its own: the interval tells how far they lie
 * apart. After each piece of work `onStep` hears how much is done; where the work shall end, it throws.
 */
export const forecastTown = (
  town: Town,
  variants: readonly Variant[],
  {
    seed,
    effort,
    onStep = () => undefined,
  }: { seed: number; effort: Effort; onStep?: (done: number, of: number) => void },
): TownForecast => {
  const steps = effort.towns * variants.length;
  const first = centreOf(town, seed);
  const runs: Run[][][] = variants.map(() => []);
  const plain: DayFigures[] = [];
  for (let at = 0; at < effort.towns; at += 1) {
    const centre = centreOf(town, seed + at, first.demand);
    const days = Array.from({ length: effort.days }, (_, day) => plainDay(centre, day));
    plain.push(...days);
    const halved = centreOf({ ...town, privateSpaces: town.privateSpaces / 2 }, seed + at, first.demand);
    variants.forEach((variant, which) => {
      runs[which]?.push(runOf(variant.isHalfStock ? halved : centre, days, variant, variant.rules));
      onStep(at * variants.length + which + 1, steps);
    });
  }
  return {
    plain: meanFigures(plain),
    demand: first.demand,
    days: plain.length,
    variants: variants.map(({ rules }, which) =>
      rules.map((rule, place): VariantFigures => {
        const own = (runs[which] ?? []).flatMap((town) => town[place] ?? []);
        return {
          rule,
          change: meanInterval(own.map(({ change }) => change)),
          kilometres: meanInterval(own.map(({ kilometres }) => kilometres)),
          spaces: Math.round(meanOf(own.map(({ spaces }) => spaces))),
          figures: meanFigures(own.flatMap(({ days }) => days)),
        };
      }),
    ),
  };
};
