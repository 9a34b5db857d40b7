import type { Language, Translation } from '../../../../foundation/i18n/language.ts';

const de = {
  title: 'Wie gut klappt es online?',
  titleIn: (town: string) => `Wie gut klappt es online? – ${town}`,
  lead: 'So oft wurde jedes Online-Formular in den letzten 365 Tagen genutzt. Wir zählen ohne Cookies und ohne Konten: Wer zweimal kommt, zählt zweimal, und auch Suchmaschinen zählen mit.',
  source: (date: string) => `Quelle: eigene Zählung. Stand: ${date}.`,
  choose: 'Diese Gemeinden haben Online-Formulare:',
  none: 'Diese Gemeinde hat hier keine Online-Formulare.',
  few: 'zu wenige Fälle',
  explain: (fewest: string) =>
    `Abschlussquote: gesendete Anträge im Verhältnis zu den begonnenen. Dauer: Nach so vielen Tagen war die Hälfte der Anträge entschieden. Zufriedenheit: Mittel der Noten von 1 (schlecht) bis 5 (gut). Unter ${fewest} Fällen nennen wir keinen dieser Werte.`,
  csv: 'Alle Werte als CSV-Datei',
  percent: (share: string) => `${share} %`,
  days: (days: string) => (days === '1' ? '1 Tag' : `${days} Tage`),
  marks: (mean: string, count: string) => `${mean} (${count} Noten)`,
  figures: {
    visited: 'aufgerufen',
    started: 'begonnen',
    completed: 'gesendet',
    withdrawn: 'zurückgezogen',
    decided: 'entschieden',
    rate: 'Abschlussquote',
    days: 'Dauer',
    satisfaction: 'Zufriedenheit',
  },
  services: {
    title: 'Leistungen',
    lead: 'So oft wurde eine Leistung für diesen Ort aufgerufen, und wie oft wir genau eine Stelle nennen konnten. Die 50 häufigsten.',
    none: 'Bisher hat niemand eine Leistung für diesen Ort aufgerufen.',
    name: 'Leistung',
    visited: 'aufgerufen',
    answered: 'mit Stelle',
    csv: 'Alle Leistungen als CSV-Datei',
  },
  rate: {
    title: 'Wie leicht war der Antrag?',
    lead: 'Ihre Note wird nur gezählt. Sie hängt nicht an Ihrem Antrag, und niemand sieht, von wem sie kommt.',
    errorTitle: 'Fehler:',
    correct: 'Bitte prüfen Sie:',
    tooLong: 'Kürzen Sie den Hinweis bitte auf 1.000 Zeichen.',
    comment: 'Was können wir besser machen? (freiwillig)',
    commentHint:
      'Schreiben Sie keine Namen und nichts Persönliches: Wer Anträge bearbeitet, liest den Hinweis ohne Ihren Antrag. Nach 180 Tagen löschen wir ihn.',
    back: 'Zurück zu Ihrem Antrag',
    legend: 'Ihre Note',
    marks: ['sehr schwer', 'eher schwer', 'mittel', 'eher leicht', 'sehr leicht'],
    choose: 'Wählen Sie eine Note.',
    button: 'Note abgeben',
    done: 'Danke, Ihre Note ist gezählt.',
  },
  comments: {
    title: 'Hinweise zu Formularen',
    lead: 'Das haben Menschen nach dem Senden eines Antrags geschrieben. Von wem ein Hinweis kommt, ist nirgends gespeichert.',
    none: 'Bisher hat niemand etwas geschrieben.',
    columns: { day: 'Tag', form: 'Formular', text: 'Hinweis' },
    figures: 'Nutzung der Online-Formulare',
    back: 'Zu den Anträgen',
  },
};

export type MetricsMessages = Translation<typeof de>;

const en: MetricsMessages = {
  title: 'How well does it work online?',
  titleIn: (town) => `How well does it work online? – ${town}`,
  lead: 'How often each online form was used in the last 365 days. We count without cookies and without accounts: whoever comes twice is counted twice, and search engines are counted as well.',
  source: (date) => `Source: our own count. As of ${date}.`,
  choose: 'These towns have online forms:',
  none: 'This town has no online forms here.',
  few: 'too few cases',
  explain: (fewest) =>
    `Completion rate: applications sent as a share of those begun. Duration: half of the applications were decided within so many days. Satisfaction: mean of the marks from 1 (bad) to 5 (good). Below ${fewest} cases we give none of these figures.`,
  csv: 'All figures as a CSV file',
  percent: (share) => `${share} %`,
  days: (days) => (days === '1' ? '1 day' : `${days} days`),
  marks: (mean, count) => `${mean} (${count} marks)`,
  figures: {
    visited: 'visited',
    started: 'begun',
    completed: 'sent',
    withdrawn: 'withdrawn',
    decided: 'decided',
    rate: 'Completion rate',
    days: 'Duration',
    satisfaction: 'Satisfaction',
  },
  services: {
    title: 'Services',
    lead: 'How often a service was looked up for this place, and how often we could name exactly one office. The 50 most frequent.',
    none: 'Nobody has looked up a service for this place yet.',
    name: 'Service',
    visited: 'looked up',
    answered: 'with an office',
    csv: 'All services as a CSV file',
  },
  rate: {
    title: 'How easy was the application?',
    lead: 'Your mark is only counted. It is not tied to your application, and nobody sees whom it comes from.',
    errorTitle: 'Error:',
    correct: 'Please check:',
    tooLong: 'Please shorten the comment to 1,000 characters.',
    comment: 'What can we do better? (optional)',
    commentHint:
      'Write no names and nothing personal: case workers read the comment without your application. We delete it after 180 days.',
    back: 'Back to your application',
    legend: 'Your mark',
    marks: ['very hard', 'rather hard', 'so-so', 'rather easy', 'very easy'],
    choose: 'Choose a mark.',
    button: 'Give this mark',
    done: 'Thank you, your mark is counted.',
  },
  comments: {
    title: 'Comments on forms',
    lead: 'People wrote this after sending an application. Whom a comment comes from is stored nowhere.',
    none: 'Nobody has written anything yet.',
    columns: { day: 'Day', form: 'Form', text: 'Comment' },
    figures: 'Use of the online forms',
    back: 'To the applications',
  },
};

const catalogues: Record<Language, MetricsMessages> = { de, en };

export const metricsMessages = (language: Language): MetricsMessages => catalogues[language];
