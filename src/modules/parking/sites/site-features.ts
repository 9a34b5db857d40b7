import type { Context } from '../../../foundation/database/context.ts';
import type {
  Feature,
  FeatureCollectionSource,
  Queryable,
  Queryables,
} from '../../../foundation/geo/feature-collection.ts';
import { countQualities, purposes, siteKinds } from './parking-site.ts';
import { findOpenSite, listSiteFeatures, type SiteKey } from './site-store.ts';
import type { StoredSite } from './stored-site.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const CURSOR = /^(\d{2,12})\.([0-9a-f-]{36})$/;

/** A place in the order of keys, as an address carries it. */
export const siteKeyOf = (cursor: string): SiteKey | undefined => {
  const [, ars = '', id = ''] = CURSOR.exec(cursor) ?? [];
  return UUID.test(id) ? { ars, id } : undefined;
};

const field = (
  type: Exclude<Queryable['type'], 'geometry'>,
  de: string,
  en: string,
  values?: readonly string[],
): Queryable => ({ type, title: { de, en }, ...(values && { values }) });

const queryables: Queryables = {
  geometry: { type: 'geometry', title: { de: 'Punkt', en: 'Point' } },
  name: field('string', 'Name', 'Name'),
  ars: field(
    'string',
    'Amtlicher Regionalschlüssel der Gemeinde',
    'Official regional key of the municipality',
  ),
  purpose: field('string', 'Für Autos oder Fahrräder', 'For cars or bicycles', purposes),
  kind: field('string', 'Art der Anlage', 'Kind of site', siteKinds),
  address: field('string', 'Anschrift', 'Address'),
  capacity: field('integer', 'Stellplätze', 'Spaces'),
  capacity_disabled: field(
    'integer',
    'Stellplätze für Menschen mit Behinderung',
    'Spaces for people with disabilities',
  ),
  free: field('integer', 'Frei, wie die Quelle es zählt', 'Free, as the source counts'),
  counted_at: field('date-time', 'Gezählt am', 'Counted at'),
  count_quality: field(
    'string',
    'Ob die Zählung stimmen kann',
    'Whether the count can be right',
    countQualities,
  ),
  has_fee: field('boolean', 'Gebührenpflichtig; leer heißt unbekannt', 'With a fee; empty means unknown'),
  height_cm: field('integer', 'Einfahrtshöhe in Zentimetern', 'Height of the entrance in centimetres'),
  opening_hours: field('string', 'Öffnungszeiten (OSM-Schreibweise)', 'Opening hours (OSM syntax)'),
  operator: field('string', 'Betreiber', 'Operator'),
  attribution: field('string', 'Quellenangabe', 'Attribution'),
  licence: field('string', 'Lizenz', 'Licence'),
  read_at: field('date-time', 'Gelesen am', 'Read at'),
};

const featureOf = (site: StoredSite): Feature => ({
  id: site.id,
  geometry: { type: 'Point', coordinates: [site.lon, site.lat] },
  properties: {
    name: site.name,
    ars: site.ars,
    purpose: site.purpose,
    kind: site.kind,
    address: site.address,
    capacity: site.capacity,
    capacity_disabled: site.capacity_for.disabled ?? null,
    free: site.free,
    counted_at: site.counted_at?.toISOString() ?? null,
    count_quality: site.count_quality,
    has_fee: site.is_free === null ? null : !site.is_free,
    height_cm: site.height_cm,
    opening_hours: site.opening_hours,
    operator: site.operator,
    attribution: site.attribution,
    licence: site.licence,
    read_at: site.read_at.toISOString(),
  },
});

/** Public parking for geographic information systems. */
export const parkingCollection = ({ database }: Pick<Context, 'database'>): FeatureCollectionSource => ({
  id: 'parking',
  title: { de: 'Parkplätze', en: 'Parking' },
  description: {
    de: 'Öffentliche Parkplätze für Autos und Fahrräder aus Quellen mit freier Lizenz, mit der letzten Zählung.',
    en: 'Public parking for cars and bicycles from sources with an open licence, with the last count.',
  },
  attribution: 'Quelle und Lizenz stehen bei jedem Eintrag / source and licence stand at each entry',
  geometryType: 'Point',
  queryables,
  extent: [5.5, 47.2, 15.6, 55.2],
  hasTime: false,
  page: async ({ after, ...query }) => {
    const key = after === undefined ? undefined : siteKeyOf(after);
    if (after !== undefined && !key) return { refused: 'cursor' };
    const rows = await listSiteFeatures(database, { ...query, limit: query.limit + 1 }, key);
    const page = rows.slice(0, query.limit);
    const last = page.at(-1);
    return {
      features: page.map(featureOf),
      ...(rows.length > query.limit && last && { next: `${last.ars}.${last.id}` }),
    };
  },
  byId: async (id) => {
    const site = UUID.test(id) ? await findOpenSite(database, id) : undefined;
    return site && featureOf(site);
  },
});
