import type { Town } from './count-towns.ts';
import { sizeClassOf } from './size-class.ts';

/** A municipality by its key and number of people. */
export const townOf = (ars: string, population: number | null = 1000): Town => ({
  ars,
  ags: ars.slice(0, 5) + ars.slice(9),
  name: `Ort ${ars}`,
  state: ars.slice(0, 2),
  population,
  size: sizeClassOf(population),
});
