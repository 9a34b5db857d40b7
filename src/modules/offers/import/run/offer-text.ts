import { splitCompound, wordsOf } from '../../../../foundation/text/search-text.ts';
import type { OfferFacts } from '../../offer.ts';

/** Everything of an offer that a person may search by, folded; compounds are followed by their parts. */
export const searchTextOf = (facts: OfferFacts, lexicon: ReadonlySet<string>, label: string): string => {
  const { name, description, organisation, address } = facts;
  const whole = [name, label, organisation, address.street, address.town, address.note, description];
  const words = whole.flatMap((text) => (text === undefined ? [] : wordsOf(text)));
  const parts = new Set(words.flatMap((word) => splitCompound(word, lexicon)));
  return [...words, ...parts].join(' ');
};
