export const myDataDe = {
  title: 'Was über Sie gespeichert ist',
  lead: 'Diese Seite zeigt alles, was hier zu Ihrem Konto gehört. Passwörter und Links liegen nur als Prüfwert vor; ihn zeigen wir nicht.',
  download: 'Alles als Datei herunterladen (JSON)',
  retention: 'Wie lange wir Daten behalten',
  count: (count: string) => `Zahl der Einträge: ${count}.`,
  none: 'Dazu ist nichts gespeichert',
  more: (count: string) => `Weitere ${count} stehen in der Datei.`,
  yes: 'ja',
  no: 'nein',
  methods: { password: 'Passwort', mailLink: 'Link per E-Mail', provider: 'Anbieter' },
  changes: { grant: 'soll verwalten', remove: 'soll nicht mehr verwalten' },
  deletion: {
    heading: 'Konto löschen',
    link: 'Mein Konto löschen',
    title: 'Konto löschen',
    lead: 'Das Löschen lässt sich nicht zurücknehmen.',
    goes: 'Das wird gelöscht',
    goesList:
      'Ihr Name, Ihre E-Mail-Adresse, Ihr Passwort, Ihre Anmeldungen auf allen Geräten, Ihre Rollen, Ihre Mitteilungen und Einstellungen.',
    stays: 'Das bleibt',
    staysList:
      'Was Sie für eine Stelle veröffentlicht haben, gehört der Stelle und bleibt. Im Protokoll der Stelle bleibt stehen, was getan wurde, mit einer Nummer statt Ihres Namens. Die Nummer führt danach zu niemandem mehr.',
    next: 'Weiter',
    confirmTitle: 'Wirklich löschen?',
    confirmLead: (label: string) => `Sie löschen das Konto von ${label}. Danach sind Sie überall abgemeldet.`,
    button: 'Konto endgültig löschen',
    keep: 'Konto behalten',
    done: 'Ihr Konto ist gelöscht',
    doneLead: 'Sie sind auf allen Geräten abgemeldet. Die öffentlichen Seiten können Sie weiter benutzen.',
    again: 'Neu anmelden',
  },
  refusals: {
    'sign-in-too-old':
      'Ihre Anmeldung ist älter als 15 Minuten. Melden Sie sich bitte neu an, dann geht es hier weiter.',
    'last-administrator': (organisations: string) =>
      `Sie verwalten als Einzige oder Einziger: ${organisations}. Geben Sie dort zuerst jemand anderem die Rolle »Verwaltung der Konten«.`,
  },
};
