import type { Language, Translation } from '../../../foundation/i18n/language.ts';

const de = {
  title: 'Netzwerk der Rathäuser',
  lead: 'Was eine Gemeinde gelernt hat, soll die nächste nicht noch einmal lernen müssen. Lesen können alle, ohne Konto.',
  library: 'Bibliothek',
  libraryText: 'Was Gemeinden getan haben, was es gekostet hat und was nicht funktioniert hat.',
  advice: 'Rat unter Rathäusern',
  adviceText: 'Was Gemeinden andere fragen, und was daraus wurde.',
  commons: 'Allmende',
  commonsText: 'Was Rathäuser einander geben, ohne Geld und ohne Rangliste.',
  partners: 'Partner',
  partnersText: 'Wer was anbietet und braucht, mit geprüften Nachweisen statt Werbung.',
  twins: 'Zwillingsgemeinden finden',
  twinsText: 'Welche Gemeinden sind Ihrer am ähnlichsten, und worin?',
  country: 'Lagebild: wer tut was?',
  countryText: 'Wie viele Gemeinden tun was, und von wie vielen wissen wir nichts?',
  dossiers: 'Dossiers',
  dossiersText: 'Was zu einer Frage gehört, vom Kompetenzzentrum zusammengestellt.',
  calls: 'Förderprogramme und Aufrufe',
  callsText: 'Woher Geld kommen kann, für wen und bis wann.',
  events: 'Termine des Netzwerks',
  eventsText: 'Treffen und Vorträge, auch als Kalender.',
  news: 'Neues aus dem Netzwerk',
  newsText: 'Was in einem Monat dazukam, auch als Feed.',
  pilots: 'Pilotprojekte',
  pilotsText: 'Was Orte ausprobieren, nach einem Plan von vorher, und was herauskam.',
  bench: 'Prüfstand für offene Daten',
  benchText: 'Folgt eine Datei ihrem Standard? Mit der Stelle, an der es steht.',
};

export type NetworkMessages = Translation<typeof de>;

const en: NetworkMessages = {
  title: 'Network of town halls',
  lead: 'What one municipality has learned, the next should not have to learn again. Everybody can read, without an account.',
  library: 'Library',
  libraryText: 'What municipalities did, what it cost, and what did not work.',
  advice: 'Advice among town halls',
  adviceText: 'What municipalities ask others, and what came of it.',
  commons: 'Commons',
  commonsText: 'What town halls give each other, without money and without ranking.',
  partners: 'Partners',
  partnersText: 'Who offers and needs what, with checked references instead of advertising.',
  twins: 'Find twin municipalities',
  twinsText: 'Which municipalities are most like yours, and in what?',
  country: 'Picture of the country: who does what?',
  countryText: 'How many municipalities do what, and of how many do we know nothing?',
  dossiers: 'Dossiers',
  dossiersText: 'What belongs to a question, put together by the competence centre.',
  calls: 'Funding programmes and calls',
  callsText: 'Where money may come from, for whom and until when.',
  events: 'Events of the network',
  eventsText: 'Meetings and talks, also as a calendar.',
  news: 'News of the network',
  newsText: 'What came in a month, also as a feed.',
  pilots: 'Pilots',
  pilotsText: 'What towns try, by a plan fixed before, and what came of it.',
  bench: 'Test bench for open data',
  benchText: 'Does a file follow its standard? With the place where it is written.',
};

const catalogues: Record<Language, NetworkMessages> = { de, en };

export const networkMessages = (language: Language): NetworkMessages => catalogues[language];
