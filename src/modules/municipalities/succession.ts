/** An old key and the unit that stands in its place today. An area that was divided has several. */
export type Succession = {
  oldAgs: string;
  ars: string;
  /** 1 for who took over most, 2 … for the others. */ part: number;
  oldName: string;
  /** Date of the first edition without the old key: the change itself lies before. */ changedBy: string;
  source: string;
};

/** A unit that an edition no longer has. */
export type Vanished = { key: string; name: string; areaKm2: number };

/** A unit that is larger than in the edition before, or new (then its whole area has grown). */
export type Grown = { key: string; name: string; growthKm2: number };

export type Match = { vanished: Vanished; into: Grown[]; errorKm2: number };

type Plan = Map<Vanished, Grown[]>;
type Best = { plan: Plan; cost: number; errorKm2: number };

// Surveys are corrected between editions: growth below this says nothing.
const NOISE_KM2 = 0.15;
const DIVISION_COST_KM2 = 0.1;
const MOST_STEPS = 200_000;

/**
 * Finds who took over whom by area: what a unit has grown by must be the sum of the areas that it took over.
 * @param mayTakeOver says whether the two lie together (share a border, or a district where no map helps).
 * @returns one match for each vanished unit whose area is accounted for; the others are left out.
 */
export const matchByArea = (
  vanished: Vanished[],
  grown: Grown[],
  mayTakeOver: (vanished: Vanished, grown: Grown) => boolean,
): Match[] => {
  const takers = new Map(
    vanished.map((old) => [
      old,
      grown.filter((taker) => taker.growthKm2 >= NOISE_KM2 && mayTakeOver(old, taker)),
    ]),
  );
  return groupsOf(vanished, takers).flatMap((group) => {
    const best = cheapest(group, takers);
    const area = group.reduce((sum, { areaKm2 }) => sum + areaKm2, 0);
    if (!best || best.errorKm2 > Math.max(0.1, Math.min(1, 0.06 * area))) return [];
    return [...best.plan].map(([old, into]) => ({ vanished: old, into, errorKm2: best.errorKm2 }));
  });
};

/** Units that share a possible taker are decided together. */
const groupsOf = (vanished: Vanished[], takers: Map<Vanished, Grown[]>): Vanished[][] => {
  let groups: Vanished[][] = [];
  for (const old of vanished) {
    const near = groups.filter((group) =>
      group.some((other) => takers.get(other)?.some((taker) => takers.get(old)?.includes(taker))),
    );
    groups = [...groups.filter((group) => !near.includes(group)), [...near.flat(), old]];
  }
  return groups;
};

/** Tries every way of handing the group over whole, with at most one of them divided. */
const cheapest = (group: Vanished[], takers: Map<Vanished, Grown[]>): Best | undefined => {
  let best: Best | undefined;
  let steps = 0;
  const rest = new Map<Grown, number>(
    group.flatMap((old) => (takers.get(old) ?? []).map((taker) => [taker, taker.growthKm2] as const)),
  );
  const plan: Plan = new Map();
  const visit = (index: number, divided: Vanished | undefined): void => {
    steps += 1;
    if (steps > MOST_STEPS) return;
    const old = group[index];
    if (!old) {
      const found = judge(plan, divided, divided ? (takers.get(divided) ?? []) : [], rest);
      if (!best || found.cost < best.cost) best = found;
      return;
    }
    for (const taker of takers.get(old) ?? []) {
      const left = rest.get(taker) ?? 0;
      if (left < old.areaKm2 - 1) continue;
      rest.set(taker, left - old.areaKm2);
      plan.set(old, [taker]);
      visit(index + 1, divided);
      plan.delete(old);
      rest.set(taker, left);
    }
    if (!divided) visit(index + 1, old);
  };
  visit(0, undefined);
  return best;
};

const judge = (
  plan: Plan,
  divided: Vanished | undefined,
  near: Grown[],
  rest: ReadonlyMap<Grown, number>,
): Best => {
  const shares = near.filter((taker) => (rest.get(taker) ?? 0) >= NOISE_KM2);
  const whole = new Set([...plan.values()].flat());
  let errorKm2 = 0;
  for (const taker of whole) if (!shares.includes(taker)) errorKm2 += Math.abs(rest.get(taker) ?? 0);
  if (divided)
    errorKm2 += Math.abs(shares.reduce((sum, taker) => sum + (rest.get(taker) ?? 0), 0) - divided.areaKm2);
  const result = new Map(plan);
  const byShare = shares.toSorted((a, b) => (rest.get(b) ?? 0) - (rest.get(a) ?? 0));
  if (divided) result.set(divided, byShare);
  return { plan: result, errorKm2, cost: errorKm2 + (divided ? DIVISION_COST_KM2 : 0) };
};
