import type { Request } from '../day.ts';

/** Of the requests of a group, at least this share should be served: a zone, a class of stay, spontaneous ones. */
export type Floor = { group: string; isIn: (request: Request) => boolean; share: number };

/** How fast a group that falls behind gains weight: full weight when it lacks a tenth. */
const WEIGHT_PER_SHARE_LACKING = 10;
const HIGHEST_WEIGHT = 3;

export type Count = { asked: number; served: number };

/**
 * A council's floors as a term of the worth: as long as a group is below its floor, its requests count for more. Nobody's
 * promise is touched, and no floor is a guarantee: where nothing is free, weight does not help.
 */
export class Fairness {
  readonly #counts: { floor: Floor; count: Count }[];

  constructor(floors: readonly Floor[]) {
    this.#counts = floors.map((floor) => ({ floor, count: { asked: 0, served: 0 } }));
  }

  /** What is added to the gain of a request. */
  bonus(request: Request): number {
    return this.#counts
      .filter(({ floor }) => floor.isIn(request))
      .reduce((most, { floor, count }) => Math.max(most, request.value * weightOf(floor, count)), 0);
  }

  count(request: Request, isServed: boolean): void {
    for (const { floor, count } of this.#counts) {
      if (!floor.isIn(request)) continue;
      count.asked += 1;
      if (isServed) count.served += 1;
    }
  }
}

/** What is added to the worth of a wish of a group, as a part of it: nothing at its floor, at most thrice it. */
export const weightOf = ({ share }: Pick<Floor, 'share'>, { asked, served }: Count): number => {
  const lacking = asked === 0 ? 0 : share - served / asked;
  return Math.min(HIGHEST_WEIGHT, Math.max(0, lacking * WEIGHT_PER_SHARE_LACKING));
};
