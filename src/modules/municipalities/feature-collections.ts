import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FeatureCollectionSource, Queryables } from '../../foundation/geo/feature-collection.ts';
import { type Box, boxOf } from '../../foundation/geo/geometry.ts';
import { type ListedFeature, listedFeatures } from '../../foundation/geo/listed-features.ts';
import type { MultiPolygon } from './geometry.ts';
import { displayName, type Municipality } from './municipality.ts';
import { kindLabel } from './municipality-kind.ts';
import type { PlaceIndex } from './place-index.ts';

const text = (de: string, en: string) => ({ type: 'string' as const, title: { de, en } });

const unitQueryables: Queryables = {
  geometry: { type: 'geometry', title: { de: 'Grenze', en: 'Boundary' } },
  ars: text('Amtlicher Regionalschlüssel', 'Official regional key'),
  ags: text('Amtlicher Gemeindeschlüssel', 'Official municipality key'),
  name: text('Name', 'Name'),
  suffix: text('Namenszusatz', 'Suffix of the name'),
  kind: text('Art (Kürzel)', 'Kind (key)'),
  kind_label: text('Art', 'Kind, in German'),
  population: { type: 'integer', title: { de: 'Einwohnerzahl', en: 'Population' } },
  area_km2: { type: 'number', title: { de: 'Fläche in km²', en: 'Area in km²' } },
  seat: text('Verwaltungssitz', 'Seat of the administration'),
  postcode: text('Postleitzahl des Verwaltungssitzes', 'Postcode of the administration'),
  state_ars: text('Schlüssel des Landes', 'Key of the state'),
  state: text('Land', 'State'),
  valid_from: { type: 'date', title: { de: 'Im Verzeichnis seit', en: 'In the register since' } },
  source: text('Quelle', 'Source'),
  source_date: { type: 'date', title: { de: 'Stand', en: 'As of' } },
};

const municipalityQueryables: Queryables = {
  ...unitQueryables,
  district_ars: text('Schlüssel des Kreises', 'Key of the district'),
  district: text('Kreis', 'District'),
};

const GERMANY: Box = [5.8, 47.2, 15.1, 55.1];
const ATTRIBUTION = '© GeoBasis-DE / BKG (2017), Daten verändert; © Statistisches Bundesamt';

const factsOf = (unit: Municipality, chain: Municipality[]): Record<string, unknown> => {
  const at = (level: Municipality['level']) => chain.find((one) => one.level === level);
  const [district, state] = [at('district'), at('state')];
  return {
    ars: unit.ars,
    ags: unit.ags,
    name: displayName(unit),
    suffix: unit.suffix,
    kind: unit.kind,
    kind_label: kindLabel(unit.kind, 'de'),
    population: unit.population,
    area_km2: unit.areaKm2,
    seat: unit.seat,
    postcode: unit.postcode,
    ...(unit.level === 'municipality' && {
      district_ars: district?.ars ?? null,
      district: district ? displayName(district) : null,
    }),
    state_ars: state?.ars ?? null,
    state: state ? displayName(state) : null,
    valid_from: unit.validFrom,
    source: unit.source,
    source_date: unit.sourceDate,
  };
};

/** Of the outer rings: holes lie inside them. */
const outerBox = (outlines: MultiPolygon[]): Box =>
  boxOf(outlines.flatMap(({ coordinates }) => coordinates.flatMap(([ring = []]) => ring)));

const municipalitiesOf = (places: PlaceIndex): ListedFeature[] =>
  places.municipalities.map((unit) => {
    const geometry = places.boundaryOf(unit.ars) ?? null;
    const box = geometry ? outerBox([geometry]) : undefined;
    return { id: unit.ars, geometry, box, properties: factsOf(unit, places.chain(unit.ars)) };
  });

const districtsOf = (places: PlaceIndex): ListedFeature[] =>
  places.units
    .filter(({ level }) => level === 'district')
    .map((unit) => {
      const parts = places.municipalitiesOf(unit.ars).flatMap(({ ars }) => places.boundaryOf(ars) ?? []);
      return {
        id: unit.ars,
        // Joined on first use: all of them at once would hold up the first request.
        get geometry() {
          return places.districtBoundary(unit.ars) ?? null;
        },
        box: parts.length > 0 ? outerBox(parts) : undefined,
        properties: factsOf(unit, places.chain(unit.ars)),
      };
    });

/**
 * Municipalities and districts for geographic information systems.
 * @param places is asked at each request: the index is made anew when the register changes.
 */
export const municipalityCollections = (places: () => PlaceIndex): FeatureCollectionSource[] => [
  collection(
    {
      id: 'municipalities',
      title: { de: 'Gemeinden', en: 'Municipalities' },
      description: {
        de: 'Alle Gemeinden und gemeindefreien Gebiete Deutschlands mit vereinfachten Grenzen.',
        en: 'All municipalities and unincorporated areas of Germany with simplified boundaries.',
      },
      queryables: municipalityQueryables,
    },
    places,
    municipalitiesOf,
  ),
  collection(
    {
      id: 'districts',
      title: { de: 'Kreise und kreisfreie Städte', en: 'Districts and urban districts' },
      description: {
        de: 'Ihre Grenzen sind aus denen der Gemeinden zusammengesetzt.',
        en: 'Their boundaries are joined from those of the municipalities.',
      },
      queryables: unitQueryables,
    },
    places,
    districtsOf,
    joinBoundaries,
  ),
];

/** Two seconds of work on first use: others are answered in between. */
const joinBoundaries = async (places: PlaceIndex): Promise<void> => {
  for (const { level, ars } of places.units) {
    if (level !== 'district') continue;
    places.districtBoundary(ars);
    await nextTurn();
  }
};

const collection = (
  facts: Pick<FeatureCollectionSource, 'id' | 'title' | 'description' | 'queryables'>,
  places: () => PlaceIndex,
  featuresOf: (places: PlaceIndex) => ListedFeature[],
  prepare: (places: PlaceIndex) => Promise<void> = async () => undefined,
): FeatureCollectionSource => {
  let made:
    | { of: PlaceIndex; pages: ReturnType<typeof listedFeatures>; prepared?: Promise<void> }
    | undefined;
  const current = () => {
    const of = places();
    if (made?.of !== of) made = { of, pages: listedFeatures(featuresOf(of), facts.queryables) };
    return made;
  };
  return {
    ...facts,
    attribution: ATTRIBUTION,
    geometryType: 'MultiPolygon',
    extent: GERMANY,
    hasTime: false,
    page: async (query) => {
      const now = current();
      now.prepared ??= prepare(now.of);
      await now.prepared;
      return now.pages.page(query);
    },
    byId: async (id) => current().pages.byId(id),
  };
};
