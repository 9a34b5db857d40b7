import type { InfoText } from './InfoPage.tsx';

const UNCHECKED = 'Dieser Text ist in Leichter Sprache. Die Ziel-Gruppe hat ihn noch nicht geprüft.';

/** Leichte Sprache: one thought in a sentence, long words with a hyphen, no subjunctive. */
export const simpleStart: InfoText = {
  title: 'Was ist hier, jetzt?',
  lead: UNCHECKED,
  sections: [
    {
      heading: 'Das können Sie hier machen',
      paragraphs: [
        'Sie sehen Orte in Ihrer Nähe.',
        'Zum Beispiel: Spiel-Plätze, Märkte und Museen.',
        'Sie sehen auch: Was ist heute los?',
        'Sie brauchen keine Anmeldung.',
        'Es kostet kein Geld.',
      ],
    },
    {
      heading: 'So geht es',
      paragraphs: [
        'Drücken Sie unten auf: Zur Suche.',
        'Schreiben Sie Ihren Ort in das Feld.',
        'Oder schreiben Sie Ihre Post-Leit-Zahl in das Feld.',
        'Drücken Sie dann auf: Anzeigen.',
        'Sie sehen eine Liste.',
        'Ganz oben steht, was am nächsten ist.',
      ],
      links: [
        ['/', 'Zur Suche'],
        ['/leicht/leistungen', 'Hilfe vom Amt'],
        ['/leicht/hilfe', 'Mehr Hilfe in Leichter Sprache'],
      ],
    },
  ],
};

export const simpleHelp: InfoText = {
  title: 'Hilfe in Leichter Sprache',
  lead: UNCHECKED,
  sections: [
    {
      heading: 'Was bedeuten die Wörter?',
      paragraphs: [
        'offen: Sie können jetzt hin-gehen.',
        'öffnet morgen: Heute ist zu. Morgen ist wieder auf.',
        'geschlossen: Jetzt ist zu.',
        'Öffnungs-Zeit nicht bekannt: Wir wissen nicht, ob offen ist. Fragen Sie dort nach.',
        'abgesagt: Das findet nicht statt.',
      ],
    },
    {
      heading: 'Nur bestimmte Sachen sehen',
      paragraphs: [
        'Über der Liste sind Felder zum An-Kreuzen.',
        'Jetzt offen: Sie sehen nur, was jetzt offen ist.',
        'Kostenlos: Sie sehen nur, was kein Geld kostet.',
        'Stufenlos: Sie sehen nur, was ohne Stufen ist. Das ist gut mit einem Roll-Stuhl.',
      ],
    },
    {
      heading: 'Ist etwas falsch?',
      paragraphs: [
        'Auf jeder Seite von einem Angebot steht: Stimmt etwas nicht?',
        'Drücken Sie darauf.',
        'Schreiben Sie, was falsch ist.',
        'Drücken Sie auf: Fehler melden.',
      ],
      links: [['/leicht', 'Zurück zum Anfang']],
    },
  ],
};
