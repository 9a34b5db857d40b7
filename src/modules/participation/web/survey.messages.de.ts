export const surveysDe = {
  title: 'Umfragen',
  note: 'Was Ihr Rathaus wissen möchte, und was andere sagen.',
  lead: 'Ein Konto brauchen Sie nicht, und niemand merkt sich, wer geantwortet hat.',
  none: 'Gerade gibt es keine Umfrage.',
  draft: 'Entwurf, noch nicht öffentlich',
  openUntil: (day: string) => `offen bis ${day}`,
  closedOn: (day: string) => `beendet am ${day}`,
  howKept:
    'Gespeichert werden Ihre Antworten und der Tag, sonst nichts. Sie müssen nicht jede Frage beantworten.',
  send: 'Antworten absenden',
  thanks: 'Danke. Ihre Antworten sind angekommen.',
  aboutWay: 'Worum es geht',
  results: 'Antworten bisher',
  noVote:
    'Gezählt sind Antworten, nicht Menschen: Wer will, kann mehrmals antworten. Das ist keine Abstimmung und nicht repräsentativ.',
  tooFew: 'Ab fünf Antworten steht hier, wie oft was gesagt wurde.',
  answered: (count: string) => (count === '1' ? 'eine Antwort' : `${count} Antworten`),
  textsApart: 'freie Texte liest nur das Rathaus',
  said: 'Antwort',
  count: 'Anzahl',
  share: 'Anteil',
  scale: { 1: '1 – gar nicht', 2: '2', 3: '3 – mittel', 4: '4', 5: '5 – sehr' } as Record<
    1 | 2 | 3 | 4 | 5,
    string
  >,
  add: 'Neue Umfrage',
  fields: {
    title: 'Titel',
    lead: 'Worum geht es?',
    about: 'Seite, auf die sich die Umfrage bezieht',
    closesOn: 'Letzter Tag',
    questions: 'Fragen',
  },
  aboutHint: 'Freiwillig, zum Beispiel /agenda/leezen-01060053',
  questionsHint:
    'Je Zeile eine Frage, dahinter wie geantwortet wird: »Wie zufrieden sind Sie? | Skala«, »Was fehlt? | Text«, »Wann passt es? | morgens; mittags; abends«',
  save: 'Speichern',
  publish: 'Öffnen',
  publishLead: 'Ist die Umfrage offen, ändert sich nichts mehr: Alle antworten auf dieselben Fragen.',
  publicWay: 'Öffentliche Seite',
  drop: 'Entwurf löschen',
  csv: 'Antworten als Tabelle (CSV)',
  faults: {
    missing: 'Bitte füllen Sie dieses Feld aus.',
    'no-day': 'Bitte geben Sie einen Tag an, den es gibt.',
    'no-questions':
      'Bitte schreiben Sie jede Frage so: Frage | Skala, oder Frage | Text, oder Frage | eins; zwei. Höchstens 20.',
    'no-page': 'Bitte eine Seite von hier: Sie beginnt mit /.',
    'too-long': 'Der Text ist zu lang.',
  },
  refused: {
    closed: 'Die Umfrage ist beendet.',
    'nothing-said': 'Bitte beantworten Sie mindestens eine Frage; ein Text hat höchstens 2.000 Zeichen.',
    'too-many-attempts': 'Aus Ihrem Netz kamen gerade viele Antworten. Bitte warten Sie eine Weile.',
  },
};
