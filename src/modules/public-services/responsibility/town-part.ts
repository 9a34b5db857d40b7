import pointInPolygon from 'point-in-polygon-hao';
import type { LonLat } from '../../../foundation/geo/point.ts';
import { foldText } from '../../../foundation/text/search-text.ts';

/** A part of a town: by its outline, by its streets, or by its postcodes. */
export type TownPart =
  | { kind: 'polygon'; name?: string; rings: [number, number][][] }
  | { kind: 'streets'; name?: string; streets: StreetRange[] }
  | { kind: 'postcodes'; name?: string; postcodes: string[] };

/** House numbers from and to belong to it; absent: the whole street. */
export type StreetRange = { street: string; from?: number; to?: number; side?: 'even' | 'odd' };

/** What is known of where somebody is, inside the municipality. */
export type Spot = { point?: LonLat; postcode?: string; street?: string; houseNumber?: string };

export type Missing = 'point' | 'street' | 'houseNumber' | 'postcode';

/** `missing`: what would have to be known to tell. */
export type PartAnswer = { lies: 'in' | 'out' } | { lies: 'unknown'; missing: Missing };

/** "Hauptstraße", "Hauptstr.", "Haupt-Str" are one street. */
const foldStreet = (street: string): string =>
  foldText(street)
    .replace(/str(\.|asse)?(?=$|\s)/, 'strasse')
    .replace(/[^a-z0-9]/g, '');

export const liesIn = (part: TownPart, spot: Spot): PartAnswer => {
  if (part.kind === 'polygon') {
    if (!spot.point) return { lies: 'unknown', missing: 'point' };
    const { lon, lat } = spot.point;
    return { lies: pointInPolygon([lon, lat], part.rings) === false ? 'out' : 'in' };
  }
  if (part.kind === 'postcodes') {
    if (spot.postcode === undefined) return { lies: 'unknown', missing: 'postcode' };
    return { lies: part.postcodes.includes(spot.postcode) ? 'in' : 'out' };
  }
  return inStreets(part.streets, spot);
};

const inStreets = (ranges: StreetRange[], { street, houseNumber }: Spot): PartAnswer => {
  if (street === undefined) return { lies: 'unknown', missing: 'street' };
  const folded = foldStreet(street);
  const same = ranges.filter((range) => foldStreet(range.street) === folded);
  if (same.length === 0) return { lies: 'out' };
  if (same.some(({ from, to, side }) => from === undefined && to === undefined && side === undefined))
    return { lies: 'in' };
  const number = Number(/^\d+/.exec(houseNumber ?? '')?.[0] ?? Number.NaN);
  if (Number.isNaN(number)) return { lies: 'unknown', missing: 'houseNumber' };
  return { lies: same.some((range) => holds(range, number)) ? 'in' : 'out' };
};

const holds = ({ from = 0, to = Number.POSITIVE_INFINITY, side }: StreetRange, number: number): boolean =>
  number >= from && number <= to && (side === undefined || (side === 'even') === (number % 2 === 0));
