import type { RegisterFacts } from './municipality.ts';
import { keysAbove } from './municipality-key.ts';

/** The register gives figures for municipalities only; the levels above get the sums of what lies in them. */
export const withSums = (units: RegisterFacts[]): RegisterFacts[] => {
  const sums = new Map<string, { population: number; hectares: number }>();
  for (const { ars, level, population, areaKm2 } of units) {
    if (level !== 'municipality') continue;
    for (const key of keysAbove(ars)) {
      const sum = sums.get(key) ?? { population: 0, hectares: 0 };
      sum.population += population ?? 0;
      sum.hectares += Math.round((areaKm2 ?? 0) * 100);
      sums.set(key, sum);
    }
  }
  return units.map((unit) => {
    const sum = sums.get(unit.ars);
    return sum ? { ...unit, population: sum.population, areaKm2: sum.hectares / 100 } : unit;
  });
};
