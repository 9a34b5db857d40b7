import type { Database } from '../../../foundation/database/context.ts';
import { type OpeningState, openingState } from '../../../foundation/time/opening-state.ts';
import { MOST_CANDIDATES, type OfferQuery } from './offer-query.ts';
import {
  type Candidate,
  complete,
  type FoundOffer,
  searchCandidates,
  searchOffers,
  similarWords,
} from './search-store.ts';
import { searchWords, type TextSearch, textSearchOf } from './search-words.ts';

export type OfferWithState = FoundOffer & { opening: OpeningState };

/** `total` is exact up to the cap; `isCapped` says that there are more. */
export type FoundOffers = { offers: OfferWithState[]; total: number; isCapped: boolean };

/** "Open now" for both kinds: a place by its hours, an event while it runs and was not called off. */
const openingOf = (offer: Candidate, now: Date): OpeningState => {
  if (offer.kind === 'place')
    return openingState(offer.opening_hours ?? undefined, offer.ars.slice(0, 2), now);
  if (!offer.starts || !offer.ends || offer.occurrence_status === 'cancelled') return { kind: 'closed' };
  if (offer.starts > now) return { kind: 'closed', opensAt: offer.starts };
  return offer.ends > now ? { kind: 'open', until: offer.ends } : { kind: 'closed' };
};

const textSearchFor = async (
  database: Database,
  text: string | undefined,
): Promise<TextSearch | undefined> => {
  const words = text === undefined ? [] : searchWords(text);
  if (words.length === 0) return undefined;
  return textSearchOf(words, await similarWords(database, words));
};

/** The nearest offers, one page of them, with the number of all: what the list page shows. */
export const findOffers = async (database: Database, query: OfferQuery, now: Date): Promise<FoundOffers> => {
  const search = await textSearchFor(database, query.text);
  const candidates = await searchCandidates(database, query, search, MOST_CANDIDATES + 1);
  const counted = candidates.slice(0, MOST_CANDIDATES);
  const matching = query.openNow
    ? counted.filter((candidate) => openingOf(candidate, now).kind === 'open')
    : counted;
  const shown = await complete(database, matching.slice(query.offset, query.offset + query.limit));
  return {
    offers: shown.map((offer) => ({ ...offer, opening: openingOf(offer, now) })),
    total: matching.length,
    isCapped: candidates.length > MOST_CANDIDATES,
  };
};

/** The nearest offers without their number: what the API answers, in one short index walk. */
export const findNearest = async (
  database: Database,
  query: OfferQuery,
  now: Date,
): Promise<OfferWithState[]> => {
  if (query.openNow) return (await findOffers(database, query, now)).offers;
  const search = await textSearchFor(database, query.text);
  const rows = await searchOffers(database, query, search, query.offset + query.limit);
  return rows.slice(query.offset).map((row) => ({ ...row, opening: openingOf(row, now) }));
};
