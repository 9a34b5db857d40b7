import type { InfluenceGraph } from './influence-graph.ts';

export type Quadrant = 'active' | 'passive' | 'critical' | 'buffering';
export type Sums = { active: number; passive: number; quadrant: Quadrant };

/**
 * Active and passive sums of the influence matrix (F. Vester, paper computer): a cell holds the strength 0 to 3, whatever its
 * sign; of several influences in one cell the strongest counts. Who lies above the mean in both is critical, in none buffering.
 */
export const sumsOf = ({ nodes, out }: Pick<InfluenceGraph, 'nodes' | 'out'>): Sums[] => {
  const active = nodes.map(() => 0);
  const passive = nodes.map(() => 0);
  for (const [from, arcs] of out.entries()) {
    const row = new Map<number, number>();
    for (const { to, strength } of arcs) row.set(to, Math.max(row.get(to) ?? 0, strength));
    for (const [to, strength] of row) {
      active[from] = (active[from] ?? 0) + strength;
      passive[to] = (passive[to] ?? 0) + strength;
    }
  }
  const mean = active.reduce((sum, one) => sum + one, 0) / Math.max(1, nodes.length);
  return nodes.map((_, at) => {
    const [acts, receives] = [active[at] ?? 0, passive[at] ?? 0];
    return { active: acts, passive: receives, quadrant: quadrantOf(acts > mean, receives > mean) };
  });
};

const quadrantOf = (acts: boolean, receives: boolean): Quadrant => {
  if (acts) return receives ? 'critical' : 'active';
  return receives ? 'passive' : 'buffering';
};
