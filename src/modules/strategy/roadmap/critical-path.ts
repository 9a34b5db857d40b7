import { monthsOf, type PlannedMeasure } from './plan.ts';

/** A circle in which each measure waits for the next; undefined: there is none. */
export const dependencyCycle = (measures: readonly PlannedMeasure[]): PlannedMeasure[] | undefined => {
  const byId = new Map(measures.map((one) => [one.id, one]));
  const done = new Set<string>();
  const walk = (one: PlannedMeasure, path: PlannedMeasure[]): PlannedMeasure[] | undefined => {
    const from = path.indexOf(one);
    if (from >= 0) return path.slice(from);
    if (done.has(one.id)) return undefined;
    for (const id of one.needs) {
      const needed = byId.get(id);
      const cycle = needed && walk(needed, [...path, one]);
      if (cycle) return cycle;
    }
    done.add(one.id);
    return undefined;
  };
  for (const one of measures) {
    const cycle = walk(one, []);
    if (cycle) return cycle;
  }
  return undefined;
};

export type Chain = { ids: string[]; months: number };

/** The longest chain of measures that wait for each other. Dependencies must have no circle. */
export const criticalPath = (measures: readonly PlannedMeasure[]): Chain => {
  const byId = new Map(measures.map((one) => [one.id, one]));
  const known = new Map<string, Chain>();
  const chainTo = (one: PlannedMeasure): Chain => {
    const seen = known.get(one.id);
    if (seen) return seen;
    const before = longest(one.needs.flatMap((id) => byId.get(id) ?? []).map(chainTo));
    const chain = { ids: [...before.ids, one.id], months: before.months + monthsOf(one) };
    known.set(one.id, chain);
    return chain;
  };
  return longest(measures.map(chainTo));
};

const longest = (chains: readonly Chain[]): Chain =>
  chains.reduce((best, chain) => (chain.months > best.months ? chain : best), { ids: [], months: 0 });
