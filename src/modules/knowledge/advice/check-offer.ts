import { plainText } from '../../../foundation/text/plain-text.ts';
import { type Day, isDay } from '../../../foundation/time/zone.ts';
import { type OfferFault, type Way, ways } from './contract.ts';

export type Offer = { way: Way; text: string; days: [Day, Day] | undefined };

export const LONGEST_MESSAGE = 8000;

/** Help as it was typed: an answer needs words, a visit or a call two days to choose from; saying no needs no reason. */
export const readOffer = (
  typed: Record<string, string>,
  today: Day,
): { offer: Offer } | { fault: OfferFault } => {
  const way = ways.find((one) => one === typed.weg);
  const text = plainText(typed.text, 2 * LONGEST_MESSAGE) ?? '';
  if (!way) return { fault: 'no-way' };
  if (text.length > LONGEST_MESSAGE) return { fault: 'too-long' };
  if (way === 'answer' && text === '') return { fault: 'no-text' };
  if (way === 'answer' || way === 'decline') return { offer: { way, text, days: undefined } };
  const [first = '', second = ''] = [typed.tag1, typed.tag2];
  if (!isDay(first) || !isDay(second) || first === second) return { fault: 'two-days' };
  if (first < today || second < today) return { fault: 'past-day' };
  return { offer: { way, text, days: first < second ? [first, second] : [second, first] } };
};

/** »2,5«: more than nothing, no more than a working month. */
export const readHours = (typed: string | undefined): number | undefined => {
  const hours = /^\d{1,3}([.,]\d)?$/.test(typed?.trim() ?? '') ? Number(typed?.trim().replace(',', '.')) : 0;
  return hours > 0 && hours <= 200 ? hours : undefined;
};
