import { BERLIN, berlinDay } from '../time/zone.ts';
import { type Language, localeOf } from './language.ts';

const cache = new Map<string, Intl.DateTimeFormat>();
const formatter = (language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = language + JSON.stringify(options);
  const known = cache.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(localeOf(language), { timeZone: BERLIN, ...options });
  cache.set(key, made);
  return made;
};

/** "18:00 Uhr" / "18:00" */
export const formatTime = (language: Language, instant: Date): string => {
  const time = formatter(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(instant);
  return language === 'de' ? `${time} Uhr` : time;
};

/** "Dienstag, 3. März" – with the year where it is not this year. */
export const formatDay = (language: Language, instant: Date, now: Date): string => {
  const sameYear = berlinDay(instant).slice(0, 4) === berlinDay(now).slice(0, 4);
  return formatter(language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(instant);
};

/** "12.10.2026" for the age of a fact. */
export const formatDate = (language: Language, instant: Date): string =>
  formatter(language, { day: '2-digit', month: '2-digit', year: 'numeric' }).format(instant);

const numbers = {
  de: new Intl.NumberFormat(localeOf('de')),
  en: new Intl.NumberFormat(localeOf('en')),
} satisfies Record<Language, Intl.NumberFormat>;

export const formatNumber = (language: Language, value: number): string => numbers[language].format(value);

const euros = {
  de: new Intl.NumberFormat(localeOf('de'), { style: 'currency', currency: 'EUR' }),
  en: new Intl.NumberFormat(localeOf('en'), { style: 'currency', currency: 'EUR' }),
} satisfies Record<Language, Intl.NumberFormat>;

/** "30,70 €". */
export const formatEuro = (language: Language, cents: number): string => euros[language].format(cents / 100);

/** Rounded to what a walker needs: 50 m steps below 1 km, then 0.1 km, from 10 km whole kilometres. */
export const formatDistance = (language: Language, metres: number): string => {
  if (metres < 975) return `${Math.max(50, Math.round(metres / 50) * 50)} m`;
  const kilometres = metres < 9_950 ? Math.round(metres / 100) / 10 : Math.round(metres / 1000);
  return `${formatNumber(language, kilometres)} km`;
};

const DIRECTIONS: Record<Language, string[]> = {
  de: ['Nord', 'Nordost', 'Ost', 'Südost', 'Süd', 'Südwest', 'West', 'Nordwest'],
  en: ['north', 'north-east', 'east', 'south-east', 'south', 'south-west', 'west', 'north-west'],
};

export const formatDirection = (language: Language, bearing: number): string =>
  DIRECTIONS[language][Math.round(bearing / 45) % 8] ?? '';
