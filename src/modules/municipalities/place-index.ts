import { isInGermany, type LonLat } from '../../foundation/geo/point.ts';
import { locateIn } from './area-locator.ts';
import { dissolve, neighboursOf } from './borders.ts';
import type { MultiPolygon } from './geometry.ts';
import { grouped } from './grouped.ts';
import { displayName, type Municipality } from './municipality.ts';
import { indexNames } from './name-index.ts';
import type {
  KeyAnswer,
  NameHit,
  NameMatch,
  PlaceAnswer,
  PointAnswer,
  PostcodeAnswer,
} from './place-answers.ts';
import { resolveText } from './resolve-place.ts';
import { locateSeats } from './seat-locator.ts';
import type { Succession } from './succession.ts';
import { growTree } from './unit-tree.ts';

export type PlaceRows = {
  units: Municipality[];
  successions: Succession[];
  boundaries: { ars: string; geometry: MultiPolygon }[];
  postcodes: { postcode: string; ars: string; source: string }[];
};

/** The whole register in the process: every look-up without the database. Made anew when the register changes. */
export type PlaceIndex = {
  /** Current units of all levels. */ units: readonly Municipality[];
  /** Current municipalities, unincorporated areas included. */ municipalities: readonly Municipality[];
  byPoint: (point: LonLat) => PointAnswer;
  byName: (text: string, limit?: number) => NameHit[];
  resolvePlace: (text: string) => PlaceAnswer;
  byPostcode: (postcode: string) => PostcodeAnswer;
  byAgs: (key: string) => KeyAnswer;
  get: (ars: string) => Municipality | undefined;
  chain: (ars: string) => Municipality[];
  children: (ars: string) => Municipality[];
  municipalitiesOf: (ars: string) => Municipality[];
  /** Municipalities with which it shares a stretch of border, by name. */ neighbours: (
    ars: string,
  ) => Municipality[];
  boundaryOf: (ars: string) => MultiPolygon | undefined;
  /** Outline of a unit above the municipality, joined from its municipalities on first use. */ districtBoundary: (
    ars: string,
  ) => MultiPolygon | undefined;
};

// Beyond this, a point that no boundary has lies at sea or abroad.
const FARTHEST_SEAT_METRES = 10_000;

export const buildPlaceIndex = ({ units, successions, boundaries, postcodes }: PlaceRows): PlaceIndex => {
  const tree = growTree(units, successions);
  const current = units.filter(({ validTo }) => validTo === null);
  const municipalities = current.filter(({ level }) => level === 'municipality');
  const outlines = boundaries
    .filter(({ ars }) => tree.get(ars))
    .map(({ ars, geometry }) => ({ key: ars, geometry }));
  const areas = locateIn(outlines);
  const seats = locateSeats(municipalities);
  const names = indexNames(municipalities);
  const geometries = new Map(outlines.map(({ key, geometry }) => [key, geometry]));
  const neighbours = once(() => neighboursOf(outlines));
  const hit = (municipality: Municipality, match: NameMatch): NameHit => ({
    municipality,
    label: displayName(municipality),
    hint: hintOf(tree.chain(municipality.ars)),
    match,
  });
  const byName = (text: string, limit = 10): NameHit[] =>
    toldApart(
      names.search(text, limit).map((one) => hit(one.municipality, one.match)),
      tree.chain,
    );
  const byPostcode = postcodeLookUp(municipalities, postcodes, tree.get, hit);
  return {
    units: current,
    municipalities,
    byPoint: (point) => byPoint(point, areas.at(point), tree.get, seats),
    byName,
    byPostcode,
    resolvePlace: (text) =>
      resolveText(text, { byAgs: tree.byAgs, byPostcode, names, hit, chain: tree.chain }),
    ...tree,
    neighbours: (ars) =>
      [...(neighbours().get(ars) ?? [])]
        .flatMap((key) => tree.get(key) ?? [])
        .sort((a, b) => a.name.localeCompare(b.name, 'de')),
    boundaryOf: (ars) => geometries.get(ars),
    districtBoundary: joined(tree.municipalitiesOf, geometries),
  };
};

const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
};

const byPoint = (
  point: LonLat,
  ars: string | undefined,
  get: (ars: string) => Municipality | undefined,
  seats: ReturnType<typeof locateSeats>,
): PointAnswer => {
  const municipality = ars === undefined ? undefined : get(ars);
  if (municipality) return { kind: 'inside', municipality };
  const nearest = isInGermany(point) ? seats.nearest(point) : undefined;
  if (!nearest || nearest.metres > FARTHEST_SEAT_METRES) return { kind: 'outside' };
  return { kind: 'approximate', municipality: nearest.municipality, metres: Math.round(nearest.metres) };
};

/** District and state; a town that is its own district has only the state. */
const hintOf = ([, ...above]: Municipality[]): string =>
  above
    .filter(
      ({ level, kind }) => level === 'state' || (level === 'district' && !kind.startsWith('urbanDistrict')),
    )
    .map(displayName)
    .join(', ');

/** Two of one name in one district: their associations tell them apart. */
const toldApart = (hits: NameHit[], chain: PlaceIndex['chain']): NameHit[] =>
  hits.map((one) => {
    const twins = hits.filter(({ label, hint }) => label === one.label && hint === one.hint);
    const association = chain(one.municipality.ars).find(({ level }) => level === 'association');
    return twins.length > 1 && association
      ? { ...one, hint: `${displayName(association)}, ${one.hint}` }
      : one;
  });

const postcodeLookUp = (
  municipalities: Municipality[],
  postcodes: PlaceRows['postcodes'],
  get: (ars: string) => Municipality | undefined,
  hit: (municipality: Municipality, match: NameMatch) => NameHit,
): PlaceIndex['byPostcode'] => {
  const listed = grouped(postcodes, ({ postcode }) => postcode);
  const seats = grouped(municipalities, ({ postcode }) => postcode);
  return (postcode) => {
    const rows = listed.get(postcode);
    const units = rows ? rows.flatMap(({ ars }) => get(ars) ?? []) : (seats.get(postcode) ?? []);
    const [first] = units;
    if (!first) return { kind: 'none' };
    const source = rows?.[0]?.source ?? first.source;
    if (units.length === 1) return { kind: 'one', municipality: first, source };
    const largest = units.toSorted((a, b) => (b.population ?? 0) - (a.population ?? 0));
    return { kind: 'ask', candidates: largest.map((unit) => hit(unit, 'exact')), source };
  };
};

const joined = (
  municipalitiesOf: (ars: string) => Municipality[],
  geometries: Map<string, MultiPolygon>,
): PlaceIndex['districtBoundary'] => {
  const made = new Map<string, MultiPolygon | undefined>();
  return (ars) => {
    if (!made.has(ars)) {
      const parts = municipalitiesOf(ars).flatMap((unit) => geometries.get(unit.ars) ?? []);
      made.set(ars, parts.length > 0 ? dissolve(parts) : undefined);
    }
    return made.get(ars);
  };
};
