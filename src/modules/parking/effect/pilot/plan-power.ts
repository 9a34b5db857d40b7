import { powersApart } from '../apart/compute-apart.ts';
import type { PilotPlan } from './plan.ts';
import type { PowerQuestion } from './power.ts';

/** In how many of 100 invented studies it shows; days are those of each period. */
type Seen = { days: number; drives: number; percent: number; low: number; high: number };

export type PlanPower = {
  own: Seen;
  /** Other designs, for the same smallest change. */ others: Seen[];
  /** The designs of the preliminary study for its two changes, beside what it found. */
  study: { changePercent: number; days: number; drives: number; percent: number; studyPercent: number }[];
};

const DESIGNS = [
  [20, 40],
  [20, 100],
  [40, 100],
  [40, 300],
] as const;
/** Found there for a fall of 24.9 and of 11.7 per cent, by another simulator. */
const STUDY = [
  { changePercent: -24.9, found: [75, 92, 100, 100] },
  { changePercent: -11.7, found: [20, 32, 53, 73] },
];
const SEED = 1;

const questionOf = (days: number, drives: number, percent: number): PowerQuestion => ({
  daysBefore: days,
  daysAfter: days,
  drivesADay: drives,
  effect: percent / 100,
});

const percentOf = (share: number | undefined): number => Math.round(100 * (share ?? 0));

const compareWithStudy = async (): Promise<PlanPower['study']> => {
  const all = STUDY.flatMap(({ changePercent, found }) =>
    DESIGNS.map(([days, drives], at) => ({ changePercent, days, drives, studyPercent: found[at] ?? 0 })),
  );
  const seen = await powersApart(
    all.map(({ days, drives, changePercent }) => questionOf(days, drives, changePercent)),
    SEED,
  );
  return all.map((one, at) => ({ ...one, percent: percentOf(seen[at]?.estimate) }));
};

// The same for every plan: once in the life of a process is enough.
let compared: Promise<PlanPower['study']> | undefined;

/** What a plan can see, computed in a thread of its own, always the same for the same plan. */
export const powerOfPlan = async ({ days, drives, smallestPercent }: PilotPlan): Promise<PlanPower> => {
  const designs = [[days, drives] as const, ...DESIGNS];
  compared ??= compareWithStudy();
  compared.catch(() => {
    compared = undefined;
  });
  const found = await powersApart(
    designs.map(([some, measured]) => questionOf(some, measured, -smallestPercent)),
    SEED,
  );
  const seen = designs.map(
    ([some, measured], at): Seen => ({
      days: some,
      drives: measured,
      percent: percentOf(found[at]?.estimate),
      low: percentOf(found[at]?.low),
      high: percentOf(found[at]?.high),
    }),
  );
  const [own = { days, drives, percent: 0, low: 0, high: 100 }, ...others] = seen;
  return { own, others, study: await compared };
};
