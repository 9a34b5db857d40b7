import type { PlaceIndex } from '../../municipalities/index.ts';
import { measureMunicipalities } from './measure-municipalities.ts';
import { findTwinsAmong, type TwinFinder } from './twin-finder.ts';

const finders = new WeakMap<PlaceIndex, TwinFinder>();

/** The finder of a register, made on first use and kept as long as that register is. */
export const openTwinFinder = (places: PlaceIndex): TwinFinder => {
  const finder = finders.get(places) ?? findTwinsAmong(measureMunicipalities(places));
  finders.set(places, finder);
  return finder;
};
