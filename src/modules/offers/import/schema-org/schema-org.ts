import type { LonLat } from '../../../../foundation/geo/point.ts';
import { type Category, categories, categoryOfSchemaType, categoryOfText } from '../../category.ts';
import type { Price } from '../../offer.ts';
import { textOf } from '../border/bytes.ts';
import { finish, readAccess, readPoint } from '../border/facts.ts';
import { collect, type Reader, type RecordResult, unreadable } from '../border/reading.ts';
import { scalar } from '../border/value.ts';
import { eventStatusOf, scheduleOf } from './event-schedule.ts';
import { child, children, hasType, type Node, nodesOf, text, texts, typesOf } from './node.ts';
import { openingHoursOf } from './opening-hours.ts';

/** JSON-LD with schema.org types, as a document or inside the script elements of a page. */
export const readSchemaOrg: Reader = (input) => {
  const document = textOf(input);
  if (typeof document !== 'string') return document;
  const json = document.trimStart().startsWith('<') ? scriptsOf(document) : parsed(document);
  if (json === undefined) return unreadable('Kein JSON-LD.', 'Not JSON-LD.');
  const items = nodesOf(json).map((item, index) => ({
    position: scalar(item.own['@id']) ?? `[${index}]`,
    item,
  }));
  return collect(items, readNode);
};

const parsed = (document: string): unknown => {
  try {
    return JSON.parse(document);
  } catch {
    return undefined;
  }
};

const scriptsOf = (page: string): unknown[] | undefined => {
  const parts = page.split(/<\/script/i).map((part) => part.slice(part.toLowerCase().lastIndexOf('<script')));
  const found = parts.flatMap((part) => {
    const end = part.indexOf('>');
    const json = part.slice(0, end).includes('application/ld+json') ? parsed(part.slice(end + 1)) : undefined;
    return json === undefined ? [] : [json];
  });
  return found.length > 0 ? found.flat() : undefined;
};

const readNode = (node: Node): RecordResult => {
  if (typesOf(node).length === 0)
    return { rejected: { de: 'Der Typ (@type) fehlt.', en: 'The type (@type) is missing.' } };
  // Towns are municipalities of the register, never offers.
  if (hasType(node, 'AdministrativeArea') || hasType(node, 'City')) return { skipped: 'administrative-area' };
  const category = categoryOf(node);
  if (!category) return { skipped: hasType(node, 'Place') ? 'no-category' : 'no-place-or-event' };
  const isEvent = categories[category].kind === 'event';
  const venue = isEvent ? child(node, 'location') : node;
  const own = scalar(node.own['@id']) ?? scalar(node.own.id) ?? text(node, 'identifier') ?? text(node, 'url');
  return finish(own, own?.startsWith('http') ? own : text(node, 'url'), {
    category,
    name: text(node, 'name'),
    description: descriptionOf(node),
    organisation: text(child(node, 'organizer'), 'name') ?? text(child(node, 'provider'), 'name'),
    address: addressOf(venue, isEvent),
    point: pointOf(venue) ?? pointOf(node),
    price: priceOf(node),
    access: { stepFree: readAccess(text(node, 'wheelchairAccessible')) },
    links: [{ url: text(node, 'url') }, { url: text(child(node, 'offers'), 'url'), label: 'Tickets' }],
    languages: texts(node, 'availableLanguage').concat(texts(node, 'inLanguage')).map(languageTag),
    openingHours: openingHoursOf(node),
    schedule: isEvent ? scheduleOf(node) : undefined,
    status: eventStatusOf(node),
  });
};

/** General types say little; the name of a general event often says more. */
const categoryOf = (node: Node): Category | undefined => {
  const byType = categoryOfSchemaType(typesOf(node));
  if (byType !== 'other-event') return byType;
  return categoryOfText(text(node, 'name') ?? '', 'event') ?? byType;
};

const descriptionOf = (node: Node): string | undefined => text(node, 'description') ?? text(node, 'abstract');

const addressOf = (venue: Node, isEvent: boolean) => {
  const address = child(venue, 'address');
  const street = (text(address, 'streetAddress') ?? '').slice(0, 200);
  const [, name, houseNumber] = /^(.*\D)\s+(\d+\s?[a-z]?(?:\s?[-–]\s?\d+\s?[a-z]?)?)$/i.exec(street) ?? [
    undefined,
    street,
    undefined,
  ];
  return {
    street: name,
    houseNumber,
    postcode: text(address, 'postalCode'),
    town: text(address, 'addressLocality'),
    note: isEvent
      ? (text(venue, 'name') ?? (typeof venue.own === 'string' ? venue.own : undefined))
      : undefined,
  };
};

const pointOf = (node: Node): LonLat | undefined => {
  const geo = child(node, 'geo');
  const point = readPoint(
    text(geo, 'longitude') ?? text(node, 'longitude'),
    text(geo, 'latitude') ?? text(node, 'latitude'),
  );
  if (point) return point;
  // A trail is a GeoShape; its line begins where the walk begins. ThüCAT writes longitude first.
  const [lon, lat] = (text(geo, 'line') ?? '').slice(0, 60).split(/[\s,]+/);
  return readPoint(lon, lat);
};

const priceOf = (node: Node): Price => {
  const free = text(node, 'isAccessibleForFree')?.toLowerCase();
  const offers = [...children(node, 'offers'), ...children(node, 'makesOffer')];
  const prices = offers
    .flatMap((offer) => [offer, ...children(offer, 'priceSpecification')])
    .flatMap((offer) => {
      const amount = text(offer, 'price');
      return amount === undefined ? [] : [{ amount, name: text(offer, 'name') }];
    });
  if (/(^|\W)true$/.test(free ?? '')) return { kind: 'free' };
  if (prices.length > 0 && free === undefined && prices.every(({ amount }) => Number(amount) === 0))
    return { kind: 'free' };
  if (prices.length === 0) return free === 'false' ? { kind: 'paid' } : { kind: 'unknown' };
  const words = prices.map(({ amount, name }) =>
    [name, `${amount.replace('.', ',')} €`].filter((part) => part !== undefined).join(': '),
  );
  return { kind: 'paid', text: [...new Set(words)].slice(0, 8).join('; ') };
};

const LANGUAGES: Record<string, string> = {
  German: 'de',
  English: 'en',
  French: 'fr',
  Dutch: 'nl',
  Italian: 'it',
  Spanish: 'es',
  Polish: 'pl',
  Czech: 'cs',
  Russian: 'ru',
  Turkish: 'tr',
  Danish: 'da',
};

const languageTag = (name: string): string => LANGUAGES[name.replace(/^.*:/, '')] ?? name;
