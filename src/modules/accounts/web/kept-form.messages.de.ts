export const keptFormsDe = {
  title: 'Ihre Eingaben sind noch da',
  lead: 'Ihre Anmeldung war abgelaufen, als Sie ein Formular abgeschickt haben. Wir haben es aufgehoben, höchstens 12 Stunden. Passwörter heben wir nie auf.',
  none: 'Hier liegen keine Eingaben für Sie',
  noneLead: 'Aufgehobene Eingaben sieht nur, wer sie gemacht hat. Nach 12 Stunden werden sie gelöscht.',
  needed:
    'Ihre Anmeldung war abgelaufen. Ihre Eingaben sind aufgehoben. Melden Sie sich an, dann können Sie sie absenden.',
  of: (at: string) => `Eingaben vom ${at}`,
  forPage: (path: string) => `Für die Seite ${path}`,
  show: 'Eingaben ansehen',
  send: 'Jetzt absenden',
  discard: 'Verwerfen',
};
