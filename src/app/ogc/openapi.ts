import { crsUris } from '../../foundation/geo/crs.ts';
import type { FeatureCollectionSource } from '../../foundation/geo/feature-collection.ts';
import { MEDIA } from './address.ts';
import { valueSchema } from './documents.ts';
import { LIMIT, OLD_TEXT, parameterQueryables } from './parameters.ts';

type Parameter = { name: string; in: 'query' | 'path'; description: string; required?: true; schema: object };

const query = (name: string, description: string, schema: object): Parameter => ({
  name,
  in: 'query',
  description,
  schema,
});

const FORMAT = query('f', 'Representation', { type: 'string', enum: ['json', 'html'] });
const crs = (name: string, description: string) =>
  query(name, description, { type: 'string', format: 'uri', enum: crsUris, default: crsUris[0] });
const CRS = crs('crs', 'Coordinate reference system of the answer');

const ITEMS: Parameter[] = [
  FORMAT,
  query('limit', 'Most features on one page', {
    type: 'integer',
    minimum: 1,
    maximum: LIMIT.most,
    default: LIMIT.default,
  }),
  query('cursor', 'Where the page before ended; taken from its `next` link', { type: 'string' }),
  {
    ...query('bbox', 'Only features in this box: west, south, east, north', {
      type: 'array',
      minItems: 4,
      maxItems: 6,
      items: { type: 'number' },
    }),
    ...{ style: 'form', explode: false },
  },
  crs('bbox-crs', 'Coordinate reference system of bbox'),
  CRS,
  query('datetime', 'A moment, or an interval with `/` whose open ends are `..`', { type: 'string' }),
  query('filter', 'CQL2 filter over the queryables', { type: 'string' }),
  query('filter-lang', 'Language of the filter', {
    type: 'string',
    enum: ['cql2-text', 'cql2-json', OLD_TEXT],
    default: 'cql2-text',
  }),
  crs('filter-crs', 'Coordinate reference system of geometries in the filter'),
];

const answers = (media: string, schema: object = { type: 'object' }) => ({
  200: { description: 'OK', content: { [media]: { schema }, [MEDIA.html]: { schema: { type: 'string' } } } },
  ...Object.fromEntries(
    [400, 404].map((status) => [
      status,
      {
        description: 'RFC 9457',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/problem' } } },
      },
    ]),
  ),
});

const get = (
  operationId: string,
  summary: string,
  tags: string[],
  parameters: Parameter[],
  media: string,
) => ({
  get: { operationId, summary, tags, parameters, responses: answers(media) },
});

const pathsOf = (source: FeatureCollectionSource): [string, object][] => {
  const path = `/collections/${source.id}`;
  const title = source.title.en;
  const own = parameterQueryables(source).map(([name, queryable]) =>
    query(name, queryable.title.en, valueSchema(queryable)),
  );
  const featureId: Parameter = {
    name: 'featureId',
    in: 'path',
    description: 'Id of the feature',
    required: true,
    schema: { type: 'string' },
  };
  const tags = [source.id];
  return [
    [path, get(`${source.id}.describe`, title, tags, [FORMAT], MEDIA.json)],
    [
      `${path}/queryables`,
      get(`${source.id}.queryables`, `${title}: queryables`, tags, [FORMAT], MEDIA.schema),
    ],
    [
      `${path}/items`,
      get(`${source.id}.items`, `${title}: features`, tags, [...ITEMS, ...own], MEDIA.geojson),
    ],
    [
      `${path}/items/{featureId}`,
      get(`${source.id}.item`, `${title}: one feature`, tags, [featureId, FORMAT, CRS], MEDIA.geojson),
    ],
  ];
};

const string = { type: 'string' };
const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: string,
    title: string,
    titleEn: string,
    status: { type: 'integer' },
    detail: string,
    detailEn: string,
  },
};

/** OpenAPI 3.0, not 3.1: GDAL and QGIS ask for it, and filter on the server only by parameters that it lists. */
export const openApiDocument = (base: string, sources: FeatureCollectionSource[], version: string) => ({
  openapi: '3.0.3',
  info: {
    title: 'Allmende – OGC API Features',
    version,
    description: 'Municipalities, districts, places and events of Germany. Reading needs no account.',
    license: { name: 'EUPL-1.2', url: 'https://eupl.eu/1.2/en/' },
  },
  servers: [{ url: base }],
  tags: [
    { name: 'service' },
    ...sources.map(({ id, description }) => ({ name: id, description: description.en })),
  ],
  paths: Object.fromEntries([
    ['/', get('landing', 'Landing page', ['service'], [FORMAT], MEDIA.json)],
    ['/api', get('api', 'This description', ['service'], [FORMAT], MEDIA.openapi)],
    ['/conformance', get('conformance', 'Conformance classes', ['service'], [FORMAT], MEDIA.json)],
    ['/collections', get('collections', 'Collections', ['service'], [FORMAT], MEDIA.json)],
    ...sources.flatMap(pathsOf),
  ]),
  components: { schemas: { problem: PROBLEM } },
});
