import { categories, categoryOfTags } from '../../category.ts';
import type { Price } from '../../offer.ts';
import { finish, readAccess } from '../border/facts.ts';
import { collect, type Reader, type RecordResult } from '../border/reading.ts';
import { type Dictionary, dictionary, scalar } from '../border/value.ts';
import { featuresOf, pointOfGeometry } from './geometry.ts';

/** GeoJSON whose properties are OSM tags (osmium, Overpass, osm2geojson). */
export const readGeojsonOsm: Reader = (input) => {
  const read = featuresOf(input);
  return 'refused' in read ? read : collect(read.features, readFeature);
};

const readFeature = (feature: Dictionary): RecordResult => {
  const properties = dictionary(feature.properties);
  const tags = textsOf({ ...properties, ...dictionary(properties.tags) });
  const category = categoryOfTags(tags);
  if (!category) return { skipped: 'no-category' };
  if (tags.access === 'private' || tags.access === 'no') return { skipped: 'private' };
  const id = osmId(feature, tags);
  return finish(id, id === undefined ? undefined : `https://www.openstreetmap.org/${id}`, {
    category,
    name: tags['name:de'] ?? tags.name ?? categories[category].de,
    description: tags['description:de'] ?? tags.description,
    organisation: tags.operator,
    address: {
      street: tags['addr:street'] ?? tags['addr:place'],
      houseNumber: tags['addr:housenumber'],
      postcode: tags['addr:postcode'],
      town: tags['addr:city'],
    },
    point: pointOfGeometry(feature.geometry),
    price: priceOf(tags),
    access: {
      stepFree: readAccess(tags.wheelchair),
      accessibleToilet: readAccess(tags['toilets:wheelchair']),
      toilet: category === 'toilet' ? 'yes' : readAccess(tags.toilets),
      hearingLoop: readAccess(tags.hearing_loop ?? tags.audio_loop),
    },
    links: [{ url: tags.website ?? tags['contact:website'] ?? tags.url }],
    openingHours: tags.opening_hours,
  });
};

const textsOf = (values: Dictionary): Record<string, string> => {
  const texts: Record<string, string> = {};
  for (const [key, value] of Object.entries(values)) {
    const text = scalar(value);
    if (text !== undefined && key !== '__proto__') texts[key] = text;
  }
  return texts;
};

const KINDS: Record<string, string> = { n: 'node', w: 'way', r: 'relation' };

/** `node/123`, whether the file writes n123, node/123, or type and number apart. */
const osmId = (feature: Dictionary, tags: Record<string, string>): string | undefined => {
  if (tags['@type'] && /^\d+$/.test(tags['@id'] ?? '')) return `${tags['@type']}/${tags['@id']}`;
  const text = scalar(feature.id) ?? tags['@id'] ?? tags.osm_id;
  const [, kind = '', digits] = /^([nwr]|node\/?|way\/?|relation\/?)?(\d+)$/.exec(text ?? '') ?? [];
  return digits === undefined ? text : `${KINDS[kind.charAt(0)] ?? 'node'}/${digits}`;
};

const priceOf = (tags: Record<string, string>): Price => {
  if (tags.fee === 'no') return { kind: 'free' };
  if (tags.fee === undefined && tags.charge === undefined) return { kind: 'unknown' };
  return { kind: 'paid', ...(tags.charge === undefined ? {} : { text: tags.charge }) };
};
