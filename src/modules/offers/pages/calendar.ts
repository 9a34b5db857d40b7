import type { IcsEvent } from 'ts-ics';
import { CALENDAR_TYPE, writeCalendar } from '../../../foundation/text/write-calendar.ts';
import { berlinDay } from '../../../foundation/time/zone.ts';
import { isEndKnown, type OfferStatus } from '../offer.ts';
import type { StoredOffer } from '../offer-tables.ts';
import { offerMessages } from '../web/index.ts';

export const PRODUCT = 'Hier und jetzt';

type Occurrence = { starts: Date; ends: Date; all_day: boolean; status: OfferStatus };

// Each date is written out in UTC: a rule with a time zone would need a VTIMEZONE that every calendar reads the same way.
export const icsEvent = (offer: StoredOffer, date: Occurrence, url: string): IcsEvent => {
  // RFC 5545: an all-day event has days, not instants; DTEND is the day after the last.
  const day = (instant: Date) => new Date(`${berlinDay(instant)}T00:00:00Z`);
  const at = (instant: Date) =>
    date.all_day
      ? { date: day(instant), type: 'DATE' as const }
      : { date: instant, type: 'DATE-TIME' as const };
  const { street, houseNumber, postcode, town, note } = offer.address;
  const location = [
    note,
    [street, houseNumber].filter(Boolean).join(' '),
    [postcode, town].filter(Boolean).join(' '),
  ]
    .filter(Boolean)
    .join(', ');
  const description = [
    offer.description,
    isEndKnown(offer.schedule) ? null : offerMessages('de').when.endUnknown,
  ]
    .filter(Boolean)
    .join('\n');
  return {
    uid: `${offer.id}-${date.starts.getTime()}@allmende`,
    stamp: { date: offer.changed_at, type: 'DATE-TIME' },
    start: at(date.starts),
    end: at(date.ends),
    summary: offer.name,
    url,
    status: date.status === 'cancelled' ? 'CANCELLED' : 'CONFIRMED',
    ...(description && { description }),
    ...(location && { location }),
    ...(offer.lon !== null && offer.lat !== null && { geo: `${offer.lat};${offer.lon}` }),
  };
};

export const calendar = (name: string, events: IcsEvent[]): Response =>
  new Response(writeCalendar(PRODUCT, { name, events }), { headers: { 'content-type': CALENDAR_TYPE } });
