import type { Language, Translation } from '../../../../foundation/i18n/language.ts';

const de = {
  title: 'Am Telefon buchen',
  errorTitle: 'Fehler:',
  correct: 'Bitte prüfen Sie:',
  lead: 'Für Menschen ohne Smartphone. Der Stellplatz wird sofort benannt, damit Sie ihn vorlesen oder ausdrucken können. Ankommen und Abfahren muss niemand melden.',
  target: 'Ziel',
  centre: 'Ortsmitte',
  point: 'eigener Punkt (unten eintragen)',
  lat: 'Breitengrad',
  lon: 'Längengrad',
  pointHint: 'Nur bei eigenem Punkt, zum Beispiel 49.0093 und 8.4037.',
  notHere: 'Dieser Punkt liegt nicht in Ihrer Gemeinde.',
  button: 'Buchen',
  calls: 'Gebucht und noch nicht vorbei',
  noCalls: 'Zurzeit nichts.',
  call: (number: string, time: string, pool: string) => `${number}: ${time}, ${pool}`,
  number: (number: string) => `Buchung ${number}`,
  sheetLead: 'Lesen Sie vor, was hier steht, oder drucken Sie die Seite.',
  facts: {
    time: 'Zeit',
    where: 'Wo',
    unit: 'Stellplatz',
    access: 'So kommt man hinein',
    walk: 'Weg zu Fuß',
    price: 'Preis',
    number: 'Nummer',
    state: 'Stand',
  },
  rules:
    'Steht dort schon jemand, oder wird es später: bitte anrufen und die Nummer nennen. Bis 20 Minuten vorher ist Absagen kostenlos.',
  change: 'Stornieren, verlängern, belegt melden',
  back: 'Zurück',
};

export type PhoneMessages = Translation<typeof de>;

const en: PhoneMessages = {
  title: 'Book by phone',
  errorTitle: 'Error:',
  correct: 'Please check:',
  lead: 'For people without a smartphone. The space is named at once, so that you can read it out or print it. Nobody has to report arriving and leaving.',
  target: 'Destination',
  centre: 'Centre',
  point: 'a point of your own (enter it below)',
  lat: 'Latitude',
  lon: 'Longitude',
  pointHint: 'For a point of your own only, for example 49.0093 and 8.4037.',
  notHere: 'This point is not in your municipality.',
  button: 'Book',
  calls: 'Booked and not over yet',
  noCalls: 'Nothing at the moment.',
  call: (number, time, pool) => `${number}: ${time}, ${pool}`,
  number: (number) => `Booking ${number}`,
  sheetLead: 'Read out what stands here, or print the page.',
  facts: {
    time: 'Time',
    where: 'Where',
    unit: 'Space',
    access: 'How one gets in',
    walk: 'Walk',
    price: 'Price',
    number: 'Number',
    state: 'State',
  },
  rules:
    'If somebody stands there already, or it gets later: please call and give the number. Cancelling is free until 20 minutes before.',
  change: 'Cancel, extend, report as taken',
  back: 'Back',
};

export const phoneMessages = (language: Language): PhoneMessages => ({ de, en })[language];
