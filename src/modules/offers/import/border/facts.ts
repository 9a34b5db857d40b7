import { isInGermany, type LonLat } from '../../../../foundation/geo/point.ts';
import { foldText } from '../../../../foundation/text/search-text.ts';
import { type Category, categories } from '../../category.ts';
import type {
  Access,
  AccessFact,
  Address,
  EventFacts,
  Link,
  OfferFacts,
  OfferStatus,
  PlaceFacts,
  Price,
  Schedule,
} from '../../offer.ts';
import { safeUrl } from './link.ts';
import { oneLine, plainText } from './plain-text.ts';
import type { Reason, RecordResult } from './reading.ts';
import { number, present } from './value.ts';

/** What a reader found, still in the words of the source. */
export type Draft = {
  category: Category;
  name?: string | undefined;
  description?: string | undefined;
  organisation?: string | undefined;
  address?: Record<keyof Address, string | undefined> | { [K in keyof Address]?: string | undefined };
  point?: LonLat | undefined;
  price?: Price | undefined;
  access?: { [K in keyof Access]: Access[K] | undefined };
  links?: { url: string | undefined; label?: string | undefined }[];
  languages?: string[];
  openingHours?: string | undefined;
  schedule?: Schedule | undefined;
  status?: OfferStatus;
};

const NO_NAME: Reason = { de: 'Der Name fehlt.', en: 'The name is missing.' };
const NO_DATE: Reason = {
  de: 'Der Termin fehlt oder ist unlesbar.',
  en: 'The date is missing or unreadable.',
};
const ABROAD: Reason = {
  de: 'Die Koordinaten liegen nicht in Deutschland.',
  en: 'The coordinates are not in Germany.',
};
const NO_ID: Reason = { de: 'Die Kennung fehlt oder ist zu lang.', en: 'The id is missing or too long.' };

/** The one way from foreign words to facts: cleaned, capped, absent where nothing is known. */
export const finish = (
  foreignId: string | undefined,
  url: string | undefined,
  draft: Draft,
): RecordResult => {
  const id = oneLine(foreignId, 500);
  if (id === undefined) return { rejected: NO_ID };
  const name = oneLine(draft.name, 300);
  if (name === undefined) return { rejected: NO_NAME };
  if (draft.point && !isInGermany(draft.point)) return { rejected: ABROAD };
  const facts = factsOf(draft, name);
  if (!facts) return { rejected: NO_DATE };
  return { foreignId: id, facts, ...present({ url: safeUrl(url) }) };
};

const factsOf = (draft: Draft, name: string): OfferFacts | undefined => {
  const described = {
    category: draft.category,
    name,
    address: addressOf(draft.address ?? {}),
    price: priceOf(draft.price),
    access: present(draft.access ?? {}) as Access,
    links: linksOf(draft.links ?? []),
    languages: [...new Set(draft.languages ?? [])]
      .filter((tag) => /^[a-z]{2,3}(-\w{2,8})*$/i.test(tag))
      .slice(0, 20),
    ...present({
      description: plainText(draft.description),
      organisation: oneLine(draft.organisation, 200),
      point: draft.point,
    }),
  };
  if (categories[draft.category].kind === 'place')
    return {
      ...described,
      kind: 'place',
      ...present({ openingHours: oneLine(draft.openingHours, 1_000) }),
    } as PlaceFacts;
  if (!draft.schedule) return undefined;
  return {
    ...described,
    kind: 'event',
    schedule: draft.schedule,
    status: draft.status ?? 'scheduled',
  } as EventFacts;
};

const addressOf = (address: { [K in keyof Address]?: string | undefined }): Address =>
  present(
    Object.fromEntries(Object.entries(address).map(([key, text]) => [key, oneLine(text, 200)])),
  ) as Address;

const priceOf = (price: Price | undefined): Price => {
  if (price?.kind !== 'paid') return price ?? { kind: 'unknown' };
  return { kind: 'paid', ...present({ text: plainText(price.text, 500) }) };
};

const linksOf = (links: NonNullable<Draft['links']>): Link[] => {
  const found = new Map<string, Link>();
  for (const { url, label } of links) {
    const safe = safeUrl(url);
    if (safe !== undefined && !found.has(safe))
      found.set(safe, { url: safe, ...present({ label: oneLine(label, 100) }) });
  }
  return [...found.values()].slice(0, 10);
};

/** Coordinates of any form; undefined where there are none. Outside Germany is left to `finish` to reject. */
export const readPoint = (lon: unknown, lat: unknown): LonLat | undefined => {
  const point = { lon: number(lon), lat: number(lat) };
  if (point.lon === undefined || point.lat === undefined || (point.lon === 0 && point.lat === 0))
    return undefined;
  return { lon: point.lon, lat: point.lat };
};

/** A price in the words of a person: free only where the words say so. */
export const readPrice = (text: string | undefined): Price => {
  if (text === undefined) return { kind: 'unknown' };
  const folded = foldText(text).trim();
  const free =
    /^(eintritt |teilnahme |der eintritt ist |die teilnahme ist )?(frei|kostenlos|kostenfrei|gratis|umsonst|free)[.!]?$/;
  if (free.test(folded) || /^0+([.,]0+)? *(€|eur|euro)?$/.test(folded)) return { kind: 'free' };
  return { kind: 'paid', text };
};

const FACTS: Record<string, AccessFact> = {
  ja: 'yes',
  yes: 'yes',
  true: 'yes',
  x: 'yes',
  '1': 'yes',
  designated: 'yes',
  barrierefrei: 'yes',
  nein: 'no',
  no: 'no',
  false: 'no',
  '0': 'no',
  teilweise: 'limited',
  limited: 'limited',
  eingeschraenkt: 'limited',
  bedingt: 'limited',
};

/** Yes, no or partly in German, English or OSM words; any other word is unknown. */
export const readAccess = (text: string | undefined): AccessFact | undefined => {
  const key = foldText(text ?? '').trim();
  return Object.hasOwn(FACTS, key) ? FACTS[key] : undefined;
};
