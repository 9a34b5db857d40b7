import type { Language, Translation } from '../../../../foundation/i18n/language.ts';

const de = {
  title: 'Termine des Netzwerks',
  lead: 'Treffen, Vorträge und Sprechstunden von Rathäusern für Rathäuser. Wer etwas anbietet, schreibt es als Eintrag in die Bibliothek.',
  toCome: 'Kommende Termine',
  over: 'Vergangene Termine',
  none: 'Es steht kein Termin an.',
  calendar: 'Alle Termine als Kalender (iCalendar)',
  take: 'In Kalender übernehmen',
  where: (place: string) => `Wo: ${place}`,
  online: 'Zugang im Netz',
  wholeDay: (day: string) => day,
  days: (first: string, last: string) => `${first} bis ${last}`,
  at: (day: string, time: string) => `${day}, ${time}`,
  span: (day: string, from: string, to: string) => `${day}, ${from} bis ${to}`,
  long: (firstDay: string, from: string, lastDay: string, to: string) =>
    `${firstDay}, ${from}, bis ${lastDay}, ${to}`,
  invented: 'Beispiel, erfunden: Dieser Termin findet nicht statt.',
  onlineAt: (address: string) => `Zugang im Netz: ${address}`,
};

export type EventMessages = Translation<typeof de>;

const en: EventMessages = {
  title: 'Events of the network',
  lead: 'Meetings, talks and office hours from town halls for town halls. Whoever offers something writes it as an entry of the library.',
  toCome: 'Coming events',
  over: 'Past events',
  none: 'No event is coming up.',
  calendar: 'All events as a calendar (iCalendar)',
  take: 'Add to your calendar',
  where: (place) => `Where: ${place}`,
  online: 'Access on the web',
  wholeDay: (day) => day,
  days: (first, last) => `${first} to ${last}`,
  at: (day, time) => `${day}, ${time}`,
  span: (day, from, to) => `${day}, ${from} to ${to}`,
  long: (firstDay, from, lastDay, to) => `${firstDay}, ${from}, to ${lastDay}, ${to}`,
  invented: 'Example, invented: this event does not take place.',
  onlineAt: (address) => `Access on the web: ${address}`,
};

const catalogues: Record<Language, EventMessages> = { de, en };

export const eventMessages = (language: Language): EventMessages => catalogues[language];
