import { CRS84_URI, type Crs } from '../../foundation/geo/crs.ts';
import type {
  Feature,
  FeatureCollectionSource,
  FeaturePage,
} from '../../foundation/geo/feature-collection.ts';
import { mapPositions } from '../../foundation/geo/geometry.ts';
import { problem } from '../../foundation/http/problem.ts';
import { type Link, MEDIA, withParameter } from './address.ts';
import { type Asked, type Door, json, page, refuse } from './answer.tsx';
import { readCrs, readItemsQuery } from './parameters.ts';

const geoJson = ({ id, geometry, properties }: Feature, crs: Crs) => ({
  type: 'Feature',
  id,
  geometry: geometry && crs.uri !== CRS84_URI ? mapPositions(geometry, crs.fromLonLat) : geometry,
  properties,
});

const nameOf = ({ id, properties }: Feature): string => String(properties.name || id);

/** /collections/{id}/items */
export const items = async (
  door: Door,
  asked: Asked,
  source: FeatureCollectionSource,
  now: Date,
): Promise<Response> => {
  const { c, parameters, url, base, language } = asked;
  const crs = readCrs(parameters, 'crs');
  if ('refused' in crs) return refuse(c, crs);
  const query = readItemsQuery(parameters, source);
  if ('refused' in query) return refuse(c, query);
  const found = await source.page(query);
  if ('refused' in found) {
    const message = { de: 'nur aus einem »next«-Verweis', en: 'only from a `next` link' };
    return refuse(c, { refused: 'parameter', name: 'cursor', message });
  }
  const own = `${base}/collections/${source.id}`;
  const next = found.next === undefined ? undefined : withParameter(url, 'cursor', found.next);
  if (asked.isHtml) return itemsPage(door, asked, source, found, next);
  const links: Link[] = [
    ...asked.own(MEDIA.geojson),
    { href: own, rel: 'collection', type: MEDIA.json, title: source.title[language] },
    ...(next ? [{ href: next, rel: 'next', type: MEDIA.geojson }] : []),
  ];
  c.header('content-crs', `<${crs.uri}>`);
  return json(
    asked,
    {
      type: 'FeatureCollection',
      links,
      timeStamp: now.toISOString(),
      ...(found.numberMatched !== undefined && { numberMatched: found.numberMatched }),
      numberReturned: found.features.length,
      features: found.features.map((feature) => geoJson(feature, crs)),
    },
    MEDIA.geojson,
  );
};

const itemsPage = (
  door: Door,
  asked: Asked,
  source: FeatureCollectionSource,
  { features }: FeaturePage,
  next: string | undefined,
): Response => {
  const isGerman = asked.language === 'de';
  const own = `${asked.base}/collections/${source.id}`;
  return page(door, asked, {
    title: source.title[asked.language],
    lead: source.description[asked.language],
    lists: [
      {
        title: isGerman ? 'Einträge' : 'Features',
        items: features.map((feature) => ({
          label: nameOf(feature),
          href: `${own}/items/${feature.id}?f=html`,
        })),
      },
      {
        title: isGerman ? 'Weiter' : 'Further',
        items: [
          ...(next ? [{ label: isGerman ? 'Nächste Seite' : 'Next page', href: next }] : []),
          { label: 'GeoJSON', href: withParameter(asked.url, 'f', 'json') },
          { label: isGerman ? 'Zur Sammlung' : 'To the collection', href: `${own}?f=html` },
        ],
      },
    ],
  });
};

/** /collections/{id}/items/{featureId} */
export const item = async (
  door: Door,
  asked: Asked,
  source: FeatureCollectionSource,
  id: string,
): Promise<Response> => {
  const { c, parameters, base, language } = asked;
  const crs = readCrs(parameters, 'crs');
  if ('refused' in crs) return refuse(c, crs);
  const feature = await source.byId(id);
  if (!feature)
    return problem(c, 404, {
      de: `In »${source.id}« gibt es »${id}« nicht.`,
      en: `There is no “${id}” in “${source.id}”.`,
    });
  if (asked.isHtml)
    return page(door, asked, {
      title: nameOf(feature),
      facts: Object.entries(feature.properties)
        .filter(([, value]) => value !== null && value !== '')
        .map(([name, value]) => ({
          label: source.queryables[name]?.title[language] ?? name,
          value: String(value),
          ...(name === 'link' && { href: String(value) }),
        })),
      lists: [
        {
          title: language === 'de' ? 'Weiter' : 'Further',
          items: [{ label: 'GeoJSON', href: withParameter(asked.url, 'f', 'json') }],
        },
      ],
    });
  c.header('content-crs', `<${crs.uri}>`);
  const collection: Link = { href: `${base}/collections/${source.id}`, rel: 'collection', type: MEDIA.json };
  const links = [...asked.own(MEDIA.geojson), collection];
  return json(asked, { ...geoJson(feature, crs), links }, MEDIA.geojson);
};
