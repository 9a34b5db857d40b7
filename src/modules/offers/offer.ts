import type { LonLat } from '../../foundation/geo/point.ts';
import type { Category } from './category.ts';

/** Yes, no, partly; absent means unknown, which is never shown as no. */
export type AccessFact = 'yes' | 'no' | 'limited';
export type Access = Partial<
  Record<'stepFree' | 'accessibleToilet' | 'toilet' | 'hearingLoop', AccessFact>
> & {
  /** Quiet hours in OSM opening-hours syntax. */ quietHours?: string;
};

export type Address = Partial<Record<'street' | 'houseNumber' | 'postcode' | 'town' | 'note', string>>;

/** Free only if the source says so. `text` is the price in the words of the source. */
export type Price = { kind: 'unknown' } | { kind: 'free' } | { kind: 'paid'; text?: string };

export type Link = { url: string; label?: string };

export type OfferStatus = 'scheduled' | 'cancelled' | 'moved' | 'soldOut';

/**
 * When an event takes place. `start` and `end` are Berlin wall-clock times (`YYYY-MM-DDTHH:MM`), or days
 * (`YYYY-MM-DD`, the end day included) where `allDay` is set. `end` is absent where the source does not say.
 */
export type EventDates = { start: string; end?: string; allDay: boolean };
export type Schedule = EventDates & {
  /** RFC 5545 RRULE value, without the prefix. */ rrule?: string;
  /** Starts (same form as `start`) that the rule yields but that do not take place. */ except?: string[];
  /** Further dates beside the rule. */ extra?: EventDates[];
  /** Single dates of a series with a status of their own: start → status. */ statusOf?: Record<
    string,
    OfferStatus
  >;
};

/** Where the source names no end, the end that we count with is shown to nobody. */
export const isEndKnown = (schedule: Schedule | null): boolean =>
  schedule !== null && (schedule.allDay || schedule.end !== undefined);

/** What a place and an event have in common, as every reader delivers it. */
type Described = {
  category: Category;
  name: string;
  /** Plain text with line breaks; HTML was taken out at the border. */ description?: string;
  organisation?: string;
  address: Address;
  point?: LonLat;
  price: Price;
  access: Access;
  links: Link[];
  /** BCP 47 tags. */ languages: string[];
};

export type PlaceFacts = Described & { kind: 'place' /** OSM syntax. */; openingHours?: string };
export type EventFacts = Described & { kind: 'event'; schedule: Schedule; status: OfferStatus };
export type OfferFacts = PlaceFacts | EventFacts;

/** One record of a foreign source that could be read. */
export type ReadRecord = {
  /** The source's own id, or one derived from its stable fields where it has none. */ foreignId: string;
  /** Page of this record at the source. */ url?: string;
  facts: OfferFacts;
};

/** One record that could not be read: where it stands in the source, and why in German and English. */
export type Rejection = { position: string; reason: { de: string; en: string } };

export type Reading = {
  records: ReadRecord[];
  rejected: Rejection[] /** Records left out on purpose, counted by reason. */;
  skipped: Record<string, number>;
};
