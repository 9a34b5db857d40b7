import type { Feature, Queryables } from '../../../foundation/geo/feature-collection.ts';
import { categories } from '../category.ts';
import type { StoredOffer } from '../offer-tables.ts';

export type OfferRow = StoredOffer & {
  starts: Date | null;
  ends: Date | null;
  all_day: boolean | null;
  next_status: StoredOffer['status'] | null;
};

const text = (de: string, en: string, values?: readonly string[]) => ({
  type: 'string' as const,
  title: { de, en },
  ...(values && { values }),
});

const keysOf = (kind: 'place' | 'event'): string[] =>
  Object.entries(categories).flatMap(([key, facts]) => (facts.kind === kind ? [key] : []));

const common = {
  name: text('Name', 'Name'),
  ars: text('Amtlicher Regionalschlüssel der Gemeinde', 'Official regional key of the municipality'),
  organisation: text('Organisation', 'Organisation'),
  street: text('Straße', 'Street'),
  house_number: text('Hausnummer', 'House number'),
  postcode: text('Postleitzahl', 'Postcode'),
  town: text('Ort', 'Town'),
  price: text('Preis', 'Price', ['unknown', 'free', 'paid']),
  step_free: text('Stufenfrei; leer heißt unbekannt', 'Step-free; empty means unknown', [
    'yes',
    'limited',
    'no',
  ]),
  attribution: text('Quellenangabe', 'Attribution'),
  licence: text('Lizenz', 'Licence'),
  demonstration: {
    type: 'boolean',
    title: { de: 'Nur zur Vorführung', en: 'For demonstration only' },
  },
  read_at: { type: 'date-time', title: { de: 'Gelesen am', en: 'Read at' } },
} satisfies Queryables;

const geometry = { type: 'geometry', title: { de: 'Punkt', en: 'Point' } } as const;

export const placeQueryables: Queryables = {
  geometry,
  category: text('Art des Ortes', 'Category', keysOf('place')),
  ...common,
  opening_hours: text('Öffnungszeiten (OSM-Schreibweise)', 'Opening hours (OSM syntax)'),
};

export const eventQueryables: Queryables = {
  geometry,
  category: text('Art der Veranstaltung', 'Category', keysOf('event')),
  ...common,
  starts: { type: 'date-time', title: { de: 'Nächster Beginn', en: 'Next start' } },
  ends: { type: 'date-time', title: { de: 'Nächstes Ende', en: 'Next end' } },
  all_day: { type: 'boolean', title: { de: 'Ganztägig', en: 'All day' } },
  status: text('Stand', 'Status', ['scheduled', 'cancelled', 'moved', 'soldOut']),
};

/** A row as GeoJSON. Names are those of the queryables: what is read can be asked for. */
export const featureOf = (row: OfferRow): Feature => ({
  id: row.id,
  geometry: row.lon === null || row.lat === null ? null : { type: 'Point', coordinates: [row.lon, row.lat] },
  properties: {
    category: row.category,
    name: row.name,
    ars: row.ars,
    description: row.description,
    organisation: row.organisation,
    street: row.address.street ?? null,
    house_number: row.address.houseNumber ?? null,
    postcode: row.address.postcode ?? null,
    town: row.address.town ?? null,
    ...(row.kind === 'place' ? { opening_hours: row.opening_hours } : datesOf(row)),
    price: row.price.kind,
    step_free: row.access.stepFree ?? null,
    link: row.links[0]?.url ?? null,
    attribution: row.attribution,
    licence: row.licence,
    demonstration: row.demonstration,
    read_at: row.read_at.toISOString(),
  },
});

const datesOf = ({ starts, ends, all_day, next_status, status }: OfferRow) => ({
  starts: starts?.toISOString() ?? null,
  ends: ends?.toISOString() ?? null,
  all_day,
  status: next_status ?? status,
});
