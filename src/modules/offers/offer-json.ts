import type { OpeningState } from '../../foundation/time/opening-state.ts';
import type { OfferJson } from './contract.ts';
import { isEndKnown } from './offer.ts';
import type { StoredOffer } from './offer-tables.ts';
import type { OfferWithState } from './search/find-offers.ts';

const openingJson = (state: OpeningState): OfferJson['opening'] => {
  if (state.kind === 'open')
    return { kind: 'open', ...(state.until && { until: state.until.toISOString() }) };
  if (state.kind === 'closed')
    return { kind: 'closed', ...(state.opensAt && { opensAt: state.opensAt.toISOString() }) };
  return { kind: 'unknown' };
};

/** An offer as the API answers it: instants in UTC, unknown as null, distance in whole metres. */
export const offerJson = (
  offer: StoredOffer,
  found: Pick<OfferWithState, 'opening' | 'starts' | 'ends' | 'all_day' | 'occurrence_status'> & {
    metres?: number;
  },
): OfferJson => ({
  id: offer.id,
  ars: offer.ars,
  kind: offer.kind,
  category: offer.category,
  name: offer.name,
  description: offer.description,
  organisation: offer.organisation,
  address: offer.address as Record<string, string>,
  lon: offer.lon,
  lat: offer.lat,
  openingHours: offer.opening_hours,
  opening: openingJson(found.opening),
  price: offer.price,
  access: offer.access,
  links: offer.links,
  languages: offer.languages,
  starts: found.starts?.toISOString() ?? null,
  ends: isEndKnown(offer.schedule) ? (found.ends?.toISOString() ?? null) : null,
  allDay: found.all_day,
  status: found.occurrence_status ?? offer.status,
  licence: offer.licence,
  attribution: offer.attribution,
  demonstration: offer.demonstration,
  readAt: offer.read_at.toISOString(),
  ...(found.metres !== undefined && { distance: Math.round(found.metres) }),
});
