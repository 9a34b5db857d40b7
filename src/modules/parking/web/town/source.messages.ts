import type { Language, Translation } from '../../../../foundation/i18n/language.ts';

const de = {
  title: 'Quellen öffentlicher Parkplätze',
  errorTitle: 'Fehler:',
  correct: 'Bitte prüfen Sie:',
  lead: 'Offene Daten zu Parkhäusern, Parkplätzen und Fahrradständern. Mit Zählung lesen wir alle fünf Minuten, sonst einmal am Tag.',
  none: 'Noch keine Quelle.',
  done: 'Gespeichert. Die Quelle wird in den nächsten fünf Minuten gelesen.',
  removed: 'Die Quelle und ihre Parkplätze sind gelöscht.',
  state: (format: string, sites: string, counted: string) =>
    `${format}: ${sites} Parkplätze, ${counted} mit Zählung`,
  tried: (time: string) => `zuletzt versucht: ${time}`,
  never: 'noch nie gelesen',
  failure: (text: string) => `Nicht lesbar: ${text}`,
  noLicence: 'Ohne Lizenz zeigen wir sie hier, geben sie aber nicht weiter.',
  rejected: (count: string) => `Abgewiesen (die ersten ${count})`,
  remove: 'Löschen',
  add: 'Quelle hinzufügen',
  button: 'Quelle speichern',
  fields: {
    kennung: 'Kennung',
    name: 'Name',
    format: 'Format',
    adresse: 'Adresse der Daten',
    herkunft: 'Herkunft, wie sie genannt werden soll',
    lizenz: 'Lizenz (freiwillig)',
  },
  hints: {
    kennung:
      'Kleine Buchstaben, Ziffern, Bindestriche; mit einer vorhandenen Kennung ändern Sie diese Quelle.',
    lizenz: 'Zum Beispiel CC BY 4.0',
  },
  faults: {
    missing: 'Bitte füllen Sie dieses Feld aus.',
    'too-long': 'Das ist zu lang.',
    'not-an-address': 'Das ist keine Adresse, die mit https:// beginnt.',
    'unknown-choice': 'Wählen Sie eines der Formate.',
    'not-an-id': 'Nur kleine Buchstaben, Ziffern und Bindestriche.',
  },
};

export type SourceMessages = Translation<typeof de>;

const en: SourceMessages = {
  title: 'Sources of public parking',
  errorTitle: 'Error:',
  correct: 'Please check:',
  lead: 'Open data on car parks and stands for bicycles. With counts we read every five minutes, else once a day.',
  none: 'No source yet.',
  done: 'Saved. The source is read within the next five minutes.',
  removed: 'The source and its sites are deleted.',
  state: (format, sites, counted) => `${format}: ${sites} sites, ${counted} with counts`,
  tried: (time) => `last tried: ${time}`,
  never: 'never read yet',
  failure: (text) => `Not readable: ${text}`,
  noLicence: 'Without a licence we show them here and hand them on to nobody.',
  rejected: (count) => `Rejected (the first ${count})`,
  remove: 'Delete',
  add: 'Add a source',
  button: 'Save source',
  fields: {
    kennung: 'Id',
    name: 'Name',
    format: 'Format',
    adresse: 'Address of the data',
    herkunft: 'Origin, as it should be named',
    lizenz: 'Licence (optional)',
  },
  hints: {
    kennung: 'Small letters, digits, hyphens; with an id that is there you change that source.',
    lizenz: 'For example CC BY 4.0',
  },
  faults: {
    missing: 'Please fill in this field.',
    'too-long': 'This is too long.',
    'not-an-address': 'This is no address that begins with https://.',
    'unknown-choice': 'Choose one of the formats.',
    'not-an-id': 'Small letters, digits and hyphens only.',
  },
};

export const sourceMessages = (language: Language): SourceMessages => ({ de, en })[language];
