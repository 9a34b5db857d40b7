import type { Language, Translation } from '../../../foundation/i18n/language.ts';

const de = {
  title: 'Der Kreislauf',
  lead: 'Eine Gemeinde lernt etwas, die nächste plant damit. Hier folgen Sie einer Idee: vom Eintrag im Netzwerk zur Maßnahme, durch Werkstatt und Pilotprojekt bis zu dem, was Menschen davon haben, was es bewirkt hat, und wer es danach aufgenommen hat.',
  none: 'Noch ist keine Idee so weit gekommen. Eine Maßnahme erscheint hier, sobald sie mindestens zwei Stationen erreicht hat.',
  counted: (count: string) => (count === '1' ? 'eine Idee unterwegs' : `${count} Ideen unterwegs`),
  reached: (reached: string, all: string) => `${reached} von ${all} Stationen`,
  demonstration: 'Beispiel, erfunden',
  open: 'noch nicht',
  stations: {
    entry: 'Gelernt von',
    measure: 'Maßnahme',
    sprint: 'Werkstatt',
    pilot: 'Pilotprojekt',
    offer: 'Das gibt es jetzt',
    effect: 'Gemessene Wirkung',
    'own-entry': 'Aufgeschrieben für andere',
    elsewhere: 'Aufgenommen von',
  },
};

export type CircleMessages = Translation<typeof de>;

const en: CircleMessages = {
  title: 'The loop',
  lead: 'One town learns something, the next one plans with it. Here you follow an idea: from the entry in the network to the measure, through sprint and pilot to what people have of it, what it has changed, and who has taken it on since.',
  none: 'No idea has come so far yet. A measure appears here once it has reached at least two stations.',
  counted: (count) => (count === '1' ? 'one idea on its way' : `${count} ideas on their way`),
  reached: (reached, all) => `${reached} of ${all} stations`,
  demonstration: 'example, invented',
  open: 'not yet',
  stations: {
    entry: 'Learnt from',
    measure: 'Measure',
    sprint: 'Sprint',
    pilot: 'Pilot',
    offer: 'This is there now',
    effect: 'Measured effect',
    'own-entry': 'Written down for others',
    elsewhere: 'Taken on by',
  },
};

const catalogues: Record<Language, CircleMessages> = { de, en };

export const circleMessages = (language: Language): CircleMessages => catalogues[language];
