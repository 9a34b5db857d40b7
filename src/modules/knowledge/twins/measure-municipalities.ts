import Flatbush from 'flatbush';
import { type Metres, toMetres } from '../../../foundation/geo/point.ts';
import {
  displayName,
  isUnincorporated,
  type Municipality,
  type PlaceIndex,
  stateOf,
} from '../../municipalities/index.ts';
import { type BorderDistance, measureBorders } from './border-distance.ts';
import { AROUND_KM, CITY_FROM, type Profile, TOWN_FROM } from './profile.ts';

/** Every inhabited municipality with all that the register and the outlines tell of it. */
export const measureMunicipalities = (places: PlaceIndex): Profile[] => {
  const towns = places.municipalities.filter(({ kind }) => !isUnincorporated(kind));
  const states = places.units.filter(({ level }) => level === 'state');
  const bordersOf = measureBorders(states.flatMap(({ ars }) => places.districtBoundary(ars) ?? []));
  const seats = seatsOf(towns);
  const positionOf = {
    city: nearestOf(seats.filter(({ people }) => people >= CITY_FROM)),
    town: nearestOf(seats.filter(({ people }) => people >= TOWN_FROM)),
    surroundings: peopleAround(seats),
  };
  return towns.map((town) => profileOf(town, places, { bordersOf, ...positionOf }));
};

type Measure = (at: Metres) => number | undefined;
type Measures = { bordersOf: BorderDistance; city: Measure; town: Measure; surroundings: Measure };

const profileOf = (unit: Municipality, places: PlaceIndex, measures: Measures): Profile => {
  const { ars, ags, population, areaKm2, point, kind } = unit;
  const at = point && toMetres(point);
  const administration = administrationOf(unit, places);
  return {
    ars,
    ags,
    name: displayName(unit),
    numbers: known({
      population: population ?? undefined,
      area: areaKm2 ?? undefined,
      density: population !== null && areaKm2 ? population / areaKm2 : undefined,
      city: at ? measures.city(at) : undefined,
      town: at ? measures.town(at) : undefined,
      surroundings: at ? measures.surroundings(at) : undefined,
      ...(point && measures.bordersOf(point)),
    }),
    words: { kind: alike[kind] ?? kind, state: stateOf(ars), ...(administration && { administration }) },
  };
};

/** Two words of two states for one thing. */
const alike: Partial<Record<Municipality['kind'], Municipality['kind']>> = {
  urbanDistrictSouthWest: 'urbanDistrict',
};

/** Who does the office work: the town itself, or the association of a kind that it belongs to. */
const administrationOf = ({ ars, kind }: Municipality, places: PlaceIndex): string | undefined => {
  if (kind.startsWith('urbanDistrict')) return 'singleMunicipality';
  return places.get(ars.slice(0, 9))?.kind;
};

const known = (numbers: Record<string, number | undefined>): Profile['numbers'] =>
  Object.fromEntries(Object.entries(numbers).filter(([, value]) => value !== undefined));

type Seat = Metres & { people: number };

const seatsOf = (towns: readonly Municipality[]): Seat[] =>
  towns.flatMap(({ point, population }) =>
    point && population !== null ? [{ ...toMetres(point), people: population }] : [],
  );

const indexed = (seats: Seat[]): Flatbush => {
  const boxes = new Flatbush(seats.length);
  for (const { x, y } of seats) boxes.add(x, y, x, y);
  boxes.finish();
  return boxes;
};

/** Kilometres to the nearest of them; a large city is 0 km from a large city. */
const nearestOf = (seats: Seat[]): Measure => {
  if (seats.length === 0) return () => undefined;
  const boxes = indexed(seats);
  return ({ x, y }) => {
    const seat = seats[boxes.neighbors(x, y, 1)[0] ?? -1];
    return seat && Math.hypot(seat.x - x, seat.y - y) / 1000;
  };
};

/** Inhabitants of all whose seat lies within 30 km, abroad left out: nobody holds those here. */
const peopleAround = (seats: Seat[]): Measure => {
  if (seats.length === 0) return () => undefined;
  const boxes = indexed(seats);
  const metres = AROUND_KM * 1000;
  return ({ x, y }) => {
    let sum = 0;
    for (const index of boxes.search(x - metres, y - metres, x + metres, y + metres)) {
      const seat = seats[index];
      if (seat && Math.hypot(seat.x - x, seat.y - y) <= metres) sum += seat.people;
    }
    return sum;
  };
};
