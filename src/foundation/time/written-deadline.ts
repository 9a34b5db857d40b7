import { type Day, isDay } from './zone.ts';

/** Days that a text of a deadline writes out; what it does not say is absent. */
type WrittenDeadline = { opens?: Day; closes?: Day; isSaidClosed?: boolean };

const DAY = String.raw`(\d{1,2})\.(\d{1,2})\.(20\d{2})`;
const PERIOD = new RegExp(`${DAY}\\s*(?:–|-|bis)\\s*${DAY}`);
const DEADLINE = new RegExp(`(?:frist|bis|endet am|schließt am)(?: zum| am|:)?\\s*${DAY}`, 'i');
const CLOSED = /keine Antrag(?:stellung|stellungen|e) möglich|abgelaufen|geschlossen|beendet|ausgeschöpft/i;
/** When the work must be done is no deadline for asking. */
const LATER = /^(?:Abschluss|Umsetzung|Laufzeit|Projektende)/i;

const dayOf = ([day = '', month = '', year = '']: string[]): string | undefined => {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? text : undefined;
};

/**
 * Days in what a list says of a deadline. Only what is written out counts: "15.12. des Vorjahres" comes back every year
 * and is none.
 */
export const daysIn = (text: string): WrittenDeadline => {
  const isSaidClosed = CLOSED.test(text) ? { isSaidClosed: true } : {};
  const clauses = text
    .split(';')
    .map((clause) => clause.trim())
    .filter((clause) => !LATER.test(clause));
  for (const clause of clauses) {
    const period = PERIOD.exec(clause);
    const [opens, end] = period ? [dayOf(period.slice(1, 4)), dayOf(period.slice(4, 7))] : [];
    if (opens && end && opens <= end) return { opens, closes: end, ...isSaidClosed };
    const deadline = DEADLINE.exec(clause);
    const closes = deadline && dayOf(deadline.slice(1, 4));
    if (closes) return { closes, ...isSaidClosed };
  }
  return isSaidClosed;
};
