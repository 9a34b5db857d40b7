import type { PlaceIndex } from '../../municipalities/index.ts';
import { type DrawnCountry, drawStates } from './draw-states.ts';

const drawings = new WeakMap<PlaceIndex, DrawnCountry>();

/** The drawing of a register, made on first use from the outlines of its municipalities. */
export const openDrawing = (places: PlaceIndex): DrawnCountry => {
  const known = drawings.get(places);
  if (known) return known;
  const states = places.units.filter(({ level }) => level === 'state');
  const outlines = states.flatMap(({ ars }) => {
    const outline = places.districtBoundary(ars);
    return outline ? [{ key: ars, rings: outline.coordinates.flat() }] : [];
  });
  const made = drawStates(outlines);
  drawings.set(places, made);
  return made;
};
