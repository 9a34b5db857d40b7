import type { Translation } from '../../../foundation/i18n/language.ts';
import type { de } from './messages.de.ts';

export const en: Translation<typeof de> = {
  title: 'Moments: all that belongs to them',
  lead: 'One moment, one place, one day: you get a list of all there is to do, with whom and by when.',
  errorTitle: 'Error:',
  correct: 'Please check:',
  place: 'Place or postcode',
  dayHint: 'For example 12.12.2026',
  button: 'Show the list',
  change: 'Change place or day',
  needPlace: 'Enter a place or a postcode.',
  needDay: 'Enter the day like this: 12.12.2026.',
  list: (place, day) => `Your list for ${place}, ${day}`,
  due: (day) => `by ${day}`,
  on: (day) => `on ${day}`,
  states: { past: 'date has passed', soon: 'to do now', later: 'can wait' },
  law: (law) => `Basis: ${law}`,
  find: 'Office in charge and documents',
  listing: 'Suggest an event',
  notice: 'Print the notice',
  nearby: 'See here and now',
  calendar: 'Take the dates into your calendar',
  rule: 'A period that ends on a weekend or a public holiday ends on the next working day. Holidays of your state are counted, those of single towns are not.',
  source: (text) => `Source: ${text}`,
  noticeTitle: 'Notice',
  noticeHint: 'Print this page. Head and foot of the page are not printed.',
};
