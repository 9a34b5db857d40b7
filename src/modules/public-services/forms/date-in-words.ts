import type { Language } from '../../../foundation/i18n/language.ts';
import type { Day } from '../../../foundation/time/zone.ts';

const MONTHS: Record<Language, string[]> = {
  de: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};

const monthOf = (word: string): number => {
  const short = word.toLowerCase().replace('maerz', 'märz').replace(/\.$/, '');
  if (short.length < 3) return 0;
  const at = (language: Language) =>
    MONTHS[language].findIndex((month) => month.toLowerCase().startsWith(short));
  return Math.max(at('de'), at('en')) + 1;
};

const dayOf = (year: number, month: number, day: number): Day | undefined => {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isSame = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isSame && year >= 1900 && year <= 2200 ? date.toISOString().slice(0, 10) : undefined;
};

/** "3. März 2027", "3.3.2027", "2027-03-03", "3 March 2027". Undefined: no date, or no such day. */
export const readDay = (text: string): Day | undefined => {
  const typed = text.trim().replaceAll(/\s+/g, ' ');
  const numbers = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/.exec(typed);
  if (numbers) return dayOf(Number(numbers[3]), Number(numbers[2]), Number(numbers[1]));
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(typed);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const words = /^(\d{1,2})\.? ?(\p{L}+\.?) (\d{4})$/u.exec(typed);
  if (!words) return undefined;
  return dayOf(Number(words[3]), monthOf(words[2] ?? ''), Number(words[1]));
};

/** "3. März 2027" / "3 March 2027": how a day stands in a field and on paper. */
export const dayInWords = (language: Language, day: Day): string => {
  const [year = '', month = '', date = ''] = day.split('-');
  const word = MONTHS[language][Number(month) - 1] ?? '';
  return language === 'de' ? `${Number(date)}. ${word} ${year}` : `${Number(date)} ${word} ${year}`;
};
