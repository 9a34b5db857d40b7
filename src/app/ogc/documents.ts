import { CRS84_URI, crsUris } from '../../foundation/geo/crs.ts';
import type { FeatureCollectionSource, Queryable } from '../../foundation/geo/feature-collection.ts';
import type { Language } from '../../foundation/i18n/language.ts';
import { type Link, MEDIA } from './address.ts';

const FEATURES = 'http://www.opengis.net/spec/ogcapi-features';
const CQL2 = 'http://www.opengis.net/spec/cql2/1.0/conf';

/** Spatial functions beyond the basic ones (touches, crosses, overlaps) and arrays are not spoken, so not claimed. */
export const conformsTo = [
  ...['core', 'oas30', 'html', 'geojson'].map((part) => `${FEATURES}-1/1.0/conf/${part}`),
  `${FEATURES}-2/1.0/conf/crs`,
  ...['queryables', 'queryables-query-parameters', 'filter', 'features-filter'].map(
    (part) => `${FEATURES}-3/1.0/conf/${part}`,
  ),
  ...[
    'cql2-text',
    'cql2-json',
    'basic-cql2',
    'advanced-comparison-operators',
    'case-insensitive-comparison',
    'accent-insensitive-comparison',
    'basic-spatial-functions',
    'basic-spatial-functions-plus',
    'temporal-functions',
    'arithmetic',
    'property-property',
  ].map((part) => `${CQL2}/${part}`),
];

export const landingLinks = (base: string, language: Language): Link[] => {
  const isGerman = language === 'de';
  return [
    {
      href: `${base}/api`,
      rel: 'service-desc',
      type: MEDIA.openapi,
      title: isGerman ? 'Beschreibung (OpenAPI 3.0)' : 'Description (OpenAPI 3.0)',
    },
    {
      href: `${base}/api?f=html`,
      rel: 'service-doc',
      type: MEDIA.html,
      title: isGerman ? 'Beschreibung zum Lesen' : 'Description to read',
    },
    {
      href: `${base}/conformance`,
      rel: 'conformance',
      type: MEDIA.json,
      title: isGerman ? 'Eingehaltene Standards' : 'Conformance classes',
    },
    {
      href: `${base}/collections`,
      rel: 'data',
      type: MEDIA.json,
      title: isGerman ? 'Sammlungen' : 'Collections',
    },
  ];
};

export const collectionDocument = (base: string, source: FeatureCollectionSource, language: Language) => {
  const own = `${base}/collections/${source.id}`;
  const title = source.title[language];
  const link = (href: string, rel: string, type: string): Link => ({ href: own + href, rel, type, title });
  return {
    id: source.id,
    title,
    description: source.description[language],
    attribution: source.attribution,
    itemType: 'feature',
    extent: {
      spatial: { bbox: [source.extent], crs: CRS84_URI },
      ...(source.hasTime && { temporal: { interval: [[null, null]] } }),
    },
    crs: crsUris,
    storageCrs: CRS84_URI,
    links: [
      link('', 'self', MEDIA.json),
      link('?f=html', 'alternate', MEDIA.html),
      link('/items?f=json', 'items', MEDIA.geojson),
      link('/items?f=html', 'items', MEDIA.html),
      link('/queryables', 'http://www.opengis.net/def/rel/ogc/1.0/queryables', MEDIA.schema),
    ],
  };
};

const schemaOf = ({ type, values }: Queryable, geometryType: string): Record<string, unknown> => {
  if (type === 'geometry') return { format: `geometry-${geometryType.toLowerCase()}` };
  if (type === 'date' || type === 'date-time') return { type: 'string', format: type };
  return { type, ...(values && { enum: values }) };
};

/** Schema of one property's value, without its title, as parameters need it. */
export const valueSchema = (queryable: Queryable) => schemaOf(queryable, '');

export const queryablesDocument = (base: string, source: FeatureCollectionSource, language: Language) => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: `${base}/collections/${source.id}/queryables`,
  type: 'object',
  title: source.title[language],
  properties: Object.fromEntries(
    Object.entries(source.queryables).map(([name, queryable]) => [
      name,
      { title: queryable.title[language], ...schemaOf(queryable, source.geometryType) },
    ]),
  ),
  additionalProperties: false,
});
