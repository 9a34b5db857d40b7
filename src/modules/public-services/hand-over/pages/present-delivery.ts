import type { Context } from '../../../../foundation/database/context.ts';
import { formatNumber } from '../../../../foundation/i18n/format.ts';
import type { Language } from '../../../../foundation/i18n/language.ts';
import type { ApplicationKey } from '../../applications/application.ts';
import { handOverMessages } from '../../web/index.ts';
import type { Delivery } from '../delivery.ts';
import { findDelivery } from '../delivery-store.ts';

const wordOf = (words: Record<string, string>, key: string): string =>
  Object.hasOwn(words, key) ? (words[key] ?? key) : key;

/** State, tries and reasons in words, one line each. A word of the other side that we do not know stands as it is. */
export const deliveryLines = (
  { state, tries, reasons, refusedEvents }: Delivery,
  language: Language,
): string[] => {
  const t = handOverMessages(language);
  const isStuck = tries > 0 && (state === 'waiting' || state === 'failed');
  const counted = isStuck ? ` (${t.tries(formatNumber(language, tries))})` : '';
  return [
    `${t.states[state]}${counted}`,
    ...(reasons.length > 0 ? [t.because(reasons.map((reason) => wordOf(t.reasons, reason)).join(', '))] : []),
    ...(refusedEvents.length > 0
      ? [t.list.refusedEvents(refusedEvents.map((fault) => wordOf(t.events, fault)).join(', '))]
      : []),
  ];
};

/** One more fact of an application for those who work on it; none where it went into the inbox alone. */
export const deliveryFacts = async (
  { database }: Pick<Context, 'database'>,
  application: ApplicationKey,
  language: Language,
): Promise<{ label: string; value: string }[]> => {
  const delivery = await findDelivery(database, application);
  if (!delivery) return [];
  const t = handOverMessages(language);
  const value = t.factText(t.ways[delivery.way], deliveryLines(delivery, language).join('. '));
  return [{ label: t.fact, value }];
};
