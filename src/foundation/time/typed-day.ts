import type { Day } from './zone.ts';

/** A day as machines or people in Germany write it; a day that does not exist is none. */
export const dayIn = (text: string): Day | undefined => {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim()) ?? [];
  const [, germanDay, germanMonth, germanYear] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text.trim()) ?? [];
  const read = year
    ? `${year}-${month}-${day}`
    : germanYear && `${germanYear}-${germanMonth?.padStart(2, '0')}-${germanDay?.padStart(2, '0')}`;
  if (!read) return undefined;
  const instant = new Date(`${read}T00:00Z`);
  return Number.isNaN(instant.getTime()) || instant.toISOString().slice(0, 10) !== read ? undefined : read;
};
