import { type Context, Hono } from 'hono';
import type { FeatureCollectionSource } from '../../foundation/geo/feature-collection.ts';
import { problem } from '../../foundation/http/problem.ts';
import type { Language } from '../../foundation/i18n/language.ts';
import { municipalityCollections } from '../../modules/municipalities/index.ts';
import { offerCollections } from '../../modules/offers/index.ts';
import { parkingCollection } from '../../modules/parking/index.ts';
import type { FrameSetting } from '../frame.tsx';
import type { Platform } from '../platform.ts';
import { MEDIA } from './address.ts';
import { type Asked, asked, type Door, json, page } from './answer.tsx';
import { collectionDocument, conformsTo, landingLinks, queryablesDocument } from './documents.ts';
import { item, items } from './items.ts';
import { openApiDocument } from './openapi.ts';
import { ITEM_PARAMETERS, parameterQueryables } from './parameters.ts';

const TITLE = 'Allmende – OGC API Features';
const LEAD = {
  de: 'Gemeinden, Kreise, Orte, Veranstaltungen und Parkplätze für geografische Informationssysteme. QGIS und GDAL lesen diese Adresse.',
  en: 'Municipalities, districts, places, events and parking for geographic information systems. QGIS and GDAL read this address.',
};

/** The door for geographic information systems, to be mounted at /ogc, in English at /en/ogc. */
export const ogc = (platform: Platform, setting: FrameSetting, language: Language = 'de'): Hono => {
  const sources = [
    ...municipalityCollections(() => setting.places),
    ...offerCollections(platform),
    parkingCollection(platform),
  ];
  const door: Door = { setting, language };
  const routes = new Hono();
  addService(routes, door, sources);
  addCollections(routes, door, sources, platform.clock);
  return routes;
};

const addService = (routes: Hono, door: Door, sources: FeatureCollectionSource[]): void => {
  const { language, setting } = door;
  const serve = (path: string, answer: (asked: Asked) => Response) =>
    routes.get(path, asked(door, ['f'], answer));
  serve('/', (request) => {
    const links = landingLinks(request.base, language);
    if (!request.isHtml)
      return json(request, {
        title: TITLE,
        description: LEAD[language],
        links: [...request.own(MEDIA.json), ...links],
      });
    const ways = links.map(({ href, title = href }) => ({
      label: title,
      href: `${href.split('?')[0]}?f=html`,
    }));
    // Both descriptions become one page for people.
    const items = ways.filter(({ href }, index) => ways.findIndex((way) => way.href === href) === index);
    return page(door, request, {
      title: TITLE,
      lead: LEAD[language],
      lists: [{ title: language === 'de' ? 'Inhalt' : 'Contents', items }],
    });
  });
  serve('/conformance', (request) =>
    request.isHtml
      ? page(door, request, {
          title: language === 'de' ? 'Eingehaltene Standards' : 'Conformance classes',
          lists: [{ title: 'OGC', items: conformsTo.map((uri) => ({ label: uri, href: uri })) }],
        })
      : json(request, { conformsTo }),
  );
  serve('/api', (request) => {
    const document = openApiDocument(request.base, sources, setting.version);
    if (!request.isHtml) return json(request, document, MEDIA.openapi);
    const paths = Object.keys(document.paths).filter((path) => !path.includes('{'));
    return page(door, request, {
      title: language === 'de' ? 'Beschreibung der Adressen' : 'Description of the addresses',
      lists: [
        {
          title: 'GET',
          items: [
            ...paths.map((path) => ({
              label: path,
              href: `${request.base}${path === '/' ? '' : path}?f=html`,
            })),
            { label: 'OpenAPI 3.0', href: `${request.base}/api?f=json` },
          ],
        },
      ],
    });
  });
};

const addCollections = (
  routes: Hono,
  door: Door,
  sources: FeatureCollectionSource[],
  clock: () => Date,
): void => {
  const { language } = door;
  /** Serves a path below a collection; which parameters it knows may depend on the collection. */
  const serve = (
    path: string,
    known: (source: FeatureCollectionSource) => string[],
    answer: (request: Asked, source: FeatureCollectionSource, c: Context) => Response | Promise<Response>,
  ) =>
    routes.get(`/collections/:collection${path}`, (c) => {
      const source = sources.find(({ id }) => id === c.req.param('collection'));
      if (!source) return unknownCollection(c, sources);
      return asked(door, known(source), (request) => answer(request, source, c))(c);
    });
  routes.get(
    '/collections',
    asked(door, ['f'], (request) => {
      if (request.isHtml) return collectionsPage(door, request, sources);
      const collections = sources.map((source) => collectionDocument(request.base, source, language));
      return json(request, { links: request.own(MEDIA.json), collections });
    }),
  );
  serve(
    '',
    () => ['f'],
    (request, source) =>
      request.isHtml
        ? collectionPage(door, request, source)
        : json(request, collectionDocument(request.base, source, language)),
  );
  serve(
    '/queryables',
    () => ['f'],
    (request, source) =>
      request.isHtml
        ? page(door, request, {
            title: `${source.title[language]}: queryables`,
            facts: Object.entries(source.queryables).map(([label, { title, type }]) => ({
              label,
              value: `${title[language]} (${type})`,
            })),
          })
        : json(request, queryablesDocument(request.base, source, language), MEDIA.schema),
  );
  serve(
    '/items',
    (source) => [...ITEM_PARAMETERS, ...parameterQueryables(source).map(([name]) => name)],
    (request, source) => items(door, request, source, clock()),
  );
  serve(
    '/items/:feature',
    () => ['f', 'crs'],
    (request, source, c) => item(door, request, source, c.req.param('feature') ?? ''),
  );
};

const unknownCollection = (c: Context, sources: FeatureCollectionSource[]): Response => {
  const known = sources.map(({ id }) => id).join(', ');
  return problem(c, 404, {
    de: `Diese Sammlung gibt es nicht; es gibt: ${known}`,
    en: `There is no such collection; there are: ${known}`,
  });
};

const collectionsPage = (door: Door, request: Asked, sources: FeatureCollectionSource[]): Response =>
  page(door, request, {
    title: door.language === 'de' ? 'Sammlungen' : 'Collections',
    lists: [
      {
        title: door.language === 'de' ? 'Inhalt' : 'Contents',
        items: sources.map(({ id, title }) => ({
          label: title[door.language],
          href: `${request.base}/collections/${id}?f=html`,
        })),
      },
    ],
  });

const collectionPage = (door: Door, request: Asked, source: FeatureCollectionSource): Response => {
  const isGerman = door.language === 'de';
  const own = `${request.base}/collections/${source.id}`;
  return page(door, request, {
    title: source.title[door.language],
    lead: source.description[door.language],
    facts: [{ label: isGerman ? 'Quelle' : 'Source', value: source.attribution }],
    lists: [
      {
        title: isGerman ? 'Inhalt' : 'Contents',
        items: [
          { label: isGerman ? 'Einträge' : 'Features', href: `${own}/items?f=html` },
          { label: isGerman ? 'Wonach gefragt werden kann' : 'Queryables', href: `${own}/queryables?f=html` },
          { label: 'GeoJSON', href: `${own}/items?f=json` },
        ],
      },
    ],
  });
};
