import { categories, isCategory } from '../category.ts';
import { isEndKnown, type OfferStatus } from '../offer.ts';
import type { StoredOffer } from '../offer-tables.ts';

type Occurrence = { starts: Date; ends: Date; status: OfferStatus };

const STATUS: Record<OfferStatus, string> = {
  scheduled: 'https://schema.org/EventScheduled',
  cancelled: 'https://schema.org/EventCancelled',
  moved: 'https://schema.org/EventRescheduled',
  soldOut: 'https://schema.org/EventScheduled',
};

const place = (offer: StoredOffer) => {
  const { street, houseNumber, postcode, town } = offer.address;
  const streetAddress = [street, houseNumber].filter(Boolean).join(' ');
  return {
    '@type': 'Place',
    ...((streetAddress || postcode || town) && {
      address: {
        '@type': 'PostalAddress',
        addressCountry: 'DE',
        ...(streetAddress && { streetAddress }),
        ...(postcode && { postalCode: postcode }),
        ...(town && { addressLocality: town }),
      },
    }),
    ...(offer.lon !== null && {
      geo: { '@type': 'GeoCoordinates', longitude: offer.lon, latitude: offer.lat },
    }),
  };
};

/** schema.org description of an offer, for search engines and other portals. Unknown facts are left out. */
export const jsonLdOf = (offer: StoredOffer, url: string, next: Occurrence | undefined): object => {
  const type = isCategory(offer.category) ? categories[offer.category].schemaType : 'Thing';
  const described = {
    '@context': 'https://schema.org',
    '@id': url,
    url,
    name: offer.name,
    ...(offer.description && { description: offer.description }),
    ...(offer.price.kind === 'free' && { isAccessibleForFree: true }),
  };
  if (offer.kind === 'place')
    return {
      ...described,
      ...place(offer),
      '@type': type,
      ...(offer.opening_hours && { openingHours: offer.opening_hours }),
    };
  return {
    ...described,
    '@type': type,
    location: { ...place(offer), name: offer.address.note ?? offer.address.town ?? offer.name },
    ...(next && {
      startDate: next.starts.toISOString(),
      ...(isEndKnown(offer.schedule) && { endDate: next.ends.toISOString() }),
      eventStatus: STATUS[next.status],
    }),
    ...(offer.organisation && { organizer: { '@type': 'Organization', name: offer.organisation } }),
  };
};
