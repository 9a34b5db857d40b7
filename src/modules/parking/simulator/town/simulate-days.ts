import { type DayFigures, figuresOf } from './day-figures.ts';
import { driveDay } from './drive-day.ts';
import { fitDemand } from './fit-demand.ts';
import { promisedOn, type Rule, type SharedStock, shareStock } from './sharing.ts';
import { type Streets, streetsOf } from './streets.ts';
import { type Layout, layoutOf, type Sharing, type Town } from './town.ts';
import { type TripsOfDay, tripsOfDay } from './trips.ts';

const EARLIER_DAYS = 4;
const NOBODY = { asked: 0, walks: new Map<number, number>() };

/** A centre made ready: its streets, its demand, and what is shared there. */
export type Centre = {
  layout: Layout;
  streets: Streets;
  demand: number;
  seed: number;
  earlier: TripsOfDay[];
};

/** The demand is fitted to the town when it is not given. */
export const centreOf = (town: Town, seed: number, fitted?: number): Centre => {
  const layout = layoutOf(town);
  const streets = streetsOf(town, layout);
  const demand = fitted ?? fitDemand(town, layout, streets);
  const earlier = Array.from({ length: EARLIER_DAYS }, (_, day) =>
    tripsOfDay(layout, demand, seedOf(seed, -1 - day)),
  );
  return { layout, streets, demand, seed, earlier };
};

export const stockOfCentre = ({ layout, seed, earlier }: Centre, sharing: Sharing): SharedStock =>
  shareStock(layout, sharing, { seed, earlier });

const seedOf = (seed: number, day: number): number =>
  (Math.imul(seed, 7919) + Math.imul(day + 50, 104729)) >>> 0;

/** One day in a centre without sharing. */
export const plainDay = ({ layout, streets, demand, seed }: Centre, day: number): DayFigures => {
  const dayOf = tripsOfDay(layout, demand, seedOf(seed, day));
  return figuresOf(
    driveDay(streets, dayOf, () => false, seedOf(seed, day)),
    NOBODY,
  );
};

/** The same day, the same people, with sharing; those who come because of it come in addition. */
export const sharedDay = (
  { layout, streets, demand, seed }: Centre,
  shared: SharedStock,
  { rule, day }: { rule: Rule; day: number },
): DayFigures => {
  const dayOf = tripsOfDay(layout, demand * (1 + shared.sharing.induced), seedOf(seed, day));
  const promised = promisedOn(shared, rule, dayOf.trips);
  const driven = driveDay(streets, dayOf, (trip) => promised.walks.has(trip), seedOf(seed, day));
  return figuresOf(driven, promised);
};
