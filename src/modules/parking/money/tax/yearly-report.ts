import { inBerlin } from '../../../../foundation/time/zone.ts';
import type { Earning } from './earning-store.ts';

const QUARTERS = [1, 2, 3, 4] as const;
export type Quarter = { cents: number; feeCents: number; lettings: number };

/** What one property brought in a year, by the quarter in which it was credited. */
export type PropertyReport = { poolId: string; property: string; quarters: Quarter[] };

const quarterOf = (at: Date): number => Math.floor((inBerlin(at).month - 1) / 3);

const empty = (): Quarter => ({ cents: 0, feeCents: 0, lettings: 0 });

/** Sums by property and quarter. What was given back is taken off in the quarter in which it was, letting and all. */
export const reportOf = (earnings: readonly Earning[]): PropertyReport[] =>
  [...Map.groupBy(earnings, ({ poolId }) => poolId)].map(([poolId, ofPool]) => {
    const quarters = QUARTERS.map(empty);
    for (const { cents, feeCents, at } of ofPool) {
      const quarter = quarters[quarterOf(at)];
      if (!quarter) continue;
      quarter.cents += cents;
      quarter.feeCents += feeCents;
      quarter.lettings += Math.sign(cents);
    }
    // The newest address: a house gets a new number, the property stays.
    return { poolId, property: ofPool.at(-1)?.property ?? '', quarters };
  });

export const totalOf = (properties: readonly PropertyReport[]): Quarter =>
  properties
    .flatMap(({ quarters }) => quarters)
    .reduce(
      (total, { cents, feeCents, lettings }) => ({
        cents: total.cents + cents,
        feeCents: total.feeCents + feeCents,
        lettings: total.lettings + lettings,
      }),
      empty(),
    );
