import type { Language, Translation } from '../../../../foundation/i18n/language.ts';

const de = {
  title: 'Wer bekommt einen knappen Platz?',
  lead: 'Wo Plätze knapp sind, versprechen wir sie so, dass insgesamt möglichst wenig gesucht wird. Dazu schätzen wir jede Nacht, was eine Stunde Stellplatz denen wert ist, die später noch fragen. Das ist kein Preis: Niemand zahlt deswegen mehr.',
  how: 'Versprochen wird ein Platz, wenn Ihr Aufenthalt mehr Suche erspart, als seine Stunden anderen wert sind. Gelernt wird aus den Wünschen der letzten Tage, ohne Personen, auf 100 Meter gerundet.',
  assumption:
    'Angenommen: Jeder Aufenthalt erspart 2,1 Minuten eigene Suche (gemessen in Frankfurt, start2park 2023: 2:07 Minuten) und anderen 2,4 Minuten je Stunde (gerechnet für eine erfundene Innenstadt: 1,2 bis 3,8). Für diese Stadt ist nichts davon gemessen.',
  needPlace: 'Für welchen Ort?',
  place: 'Ort oder Postleitzahl',
  placeButton: 'Zeigen',
  cold: 'Hier ist noch nichts gelernt: Wer zuerst fragt, bekommt den nächsten Platz.',
  few: 'Für weniger als drei Orte zeigen wir keine Zahlen.',
  classes: { weekday: 'Werktag', saturday: 'Samstag', sunday: 'Sonntag und Feiertag' },
  caption: 'Minuten Suche, die eine Stunde Stellplatz anderen erspart, je Tageszeit',
  hour: 'Stunde',
  hours: (from: string, to: string) => `${from} bis ${to} Uhr`,
  made: (day: string, days: string, kappa: string) =>
    `Gelernt ${day} aus ${days} Tagen, gewichtet mit ${kappa}.`,
  replay: (own: string, first: string) =>
    `Nachgespielt mit diesen Tagen: ${own} Minuten Suche erspart, der Reihe nach wären es ${first} gewesen. Ist unsere Regel dabei nicht besser, gilt die Reihenfolge.`,
  back: 'Zum Parken',
};

export type PriceMessages = Translation<typeof de>;

const en: PriceMessages = {
  title: 'Who is promised a scarce space?',
  lead: 'Where spaces are scarce we promise them so that as little as possible is searched in all. For that we estimate every night what an hour of a space is worth to those who will ask later. It is no price: nobody pays more because of it.',
  how: 'A space is promised if your stay spares more search than its hours are worth to others. It is learned from the wishes of the last days, without persons, rounded to 100 metres.',
  assumption:
    'Assumed: each stay spares 2.1 minutes of own search (measured in Frankfurt, start2park 2023: 2:07 minutes) and others 2.4 minutes an hour (computed for an invented centre: 1.2 to 3.8). None of it is measured for this town.',
  needPlace: 'For which place?',
  place: 'Place or postcode',
  placeButton: 'Show',
  cold: 'Nothing is learned here yet: whoever asks first is promised the nearest space.',
  few: 'For fewer than three places we show no figures.',
  classes: { weekday: 'Weekday', saturday: 'Saturday', sunday: 'Sunday and public holiday' },
  caption: 'Minutes of search that an hour of a space spares others, by time of day',
  hour: 'Hour',
  hours: (from, to) => `${from} to ${to}`,
  made: (day, days, kappa) => `Learned ${day} from ${days} days, weighted with ${kappa}.`,
  replay: (own, first) =>
    `Replayed with these days: ${own} minutes of search spared; in the order of asking it would have been ${first}. Where our rule is not better the order of asking holds.`,
  back: 'To parking',
};

export const priceMessages = (language: Language): PriceMessages => ({ de, en })[language];
