import { formatDay, formatTime } from '../../../foundation/i18n/format.ts';
import type { Language } from '../../../foundation/i18n/language.ts';
import type { OpeningState } from '../../../foundation/time/opening-state.ts';
import { addDays, berlinDay, inBerlin } from '../../../foundation/time/zone.ts';
import { isEndKnown, type OfferStatus } from '../offer.ts';
import type { OfferWithState } from '../search/find-offers.ts';
import type { OfferMessages, StateView } from '../web/index.ts';

const isMidnight = (instant: Date): boolean => {
  const { hour, minute } = inBerlin(instant);
  return hour === 0 && minute === 0;
};

/** "offen bis 18:00 Uhr", "öffnet morgen 9:00 Uhr", "Öffnungszeit nicht bekannt": four different things. */
export const openingText = (
  state: OpeningState,
  now: Date,
  language: Language,
  t: OfferMessages,
): StateView => {
  if (state.kind === 'unknown') return { kind: 'unknown', text: t.state.unknown, shape: '?' };
  const today = berlinDay(now);
  if (state.kind === 'open') {
    const text =
      state.until === undefined
        ? t.state.open
        : berlinDay(state.until) === today ||
            (berlinDay(state.until) === addDays(today, 1) && isMidnight(state.until))
          ? t.state.openUntil(formatTime(language, state.until))
          : t.state.openUntilDay(formatDay(language, state.until, now), formatTime(language, state.until));
    return { kind: 'open', text, shape: '●' };
  }
  return { kind: 'closed', text: opensText(state.opensAt, now, language, t), shape: '○' };
};

const opensText = (opensAt: Date | undefined, now: Date, language: Language, t: OfferMessages): string => {
  if (!opensAt) return t.state.closed;
  const time = formatTime(language, opensAt);
  const day = berlinDay(opensAt);
  if (day === berlinDay(now)) return t.state.opensToday(time);
  if (day === addDays(berlinDay(now), 1)) return t.state.opensTomorrow(time);
  return t.state.opensOn(formatDay(language, opensAt, now), time);
};

export type EventDate = { starts: Date; ends: Date; isAllDay: boolean; isEndKnown: boolean };

/** "heute 18:00 Uhr", "läuft bis 20:00 Uhr", "Samstag, 28. November, ganztägig" */
export const dateText = (date: EventDate, now: Date, language: Language, t: OfferMessages): string => {
  const { starts, ends, isAllDay, isEndKnown: hasEnd } = date;
  const today = berlinDay(now);
  const day = berlinDay(starts);
  const lastDay = berlinDay(new Date(ends.getTime() - 1));
  if (starts <= now && ends > now && !hasEnd) return t.when.since(formatTime(language, starts));
  if (starts <= now && ends > now && lastDay !== today)
    return t.when.nowUntilDay(formatDay(language, new Date(ends.getTime() - 1), now));
  if (isAllDay) {
    if (day === today) return t.when.todayAllDay;
    return day === addDays(today, 1)
      ? t.when.tomorrowAllDay
      : t.when.allDay(formatDay(language, starts, now));
  }
  if (starts <= now && ends > now) return t.when.now(formatTime(language, ends));
  const time = formatTime(language, starts);
  if (day === today) return t.when.today(time);
  return day === addDays(today, 1)
    ? t.when.tomorrow(time)
    : t.when.on(formatDay(language, starts, now), time);
};

export const calledOffText = (status: OfferStatus | null, t: OfferMessages): string | undefined =>
  status === null || status === 'scheduled' ? undefined : t.status[status];

/** The line under a card's name: for a place its opening state, for an event its date. */
export const stateOf = (
  offer: OfferWithState,
  now: Date,
  language: Language,
  t: OfferMessages,
): StateView => {
  if (offer.kind === 'place') return openingText(offer.opening, now, language, t);
  const { starts, ends, all_day, occurrence_status } = offer;
  const kind = occurrence_status === 'cancelled' ? 'calledOff' : 'event';
  const shape = kind === 'calledOff' ? '✕' : '▸';
  if (!starts || !ends) return { kind, text: t.when.past, shape };
  return {
    kind,
    text: dateText(
      { starts, ends, isAllDay: all_day ?? false, isEndKnown: isEndKnown(offer.schedule) },
      now,
      language,
      t,
    ),
    shape,
  };
};
