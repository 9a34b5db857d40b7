export const de = {
  signInTitle: 'Anmelden',
  signInLead:
    'Zum Lesen brauchen Sie kein Konto. Melden Sie sich an, wenn Sie etwas eintragen oder bearbeiten.',
  errorTitle: 'Fehler:',
  correct: 'Bitte prüfen Sie:',
  provider: {
    heading: (name: string) => `Mit ${name} anmelden`,
    button: (name: string) => `Weiter zu ${name}`,
    lead: 'Sie melden sich dort an und kommen danach hierher zurück.',
  },
  password: {
    heading: 'Mit Passwort anmelden',
    mail: 'E-Mail-Adresse',
    password: 'Passwort',
    button: 'Anmelden',
  },
  link: {
    heading: 'Ohne Passwort: Link per E-Mail',
    lead: 'Auch wenn Sie Ihr Passwort vergessen haben. Der Link gilt 15 Minuten und nur einmal.',
    mail: 'E-Mail-Adresse für den Link',
    button: 'Link anfordern',
    sentTitle: 'Sehen Sie in Ihr Postfach',
    sent: 'Gibt es zu dieser Adresse ein Konto, ist ein Link dorthin unterwegs. Er gilt 15 Minuten.',
    staysHere:
      'Dies ist eine Vorführung ohne Mail-Server: Die Nachricht liegt als Datei im Ordner »mail« der Anwendung.',
    redeemTitle: 'Anmeldung bestätigen',
    redeemLead: 'Mit diesem Schritt melden Sie sich auf diesem Gerät an.',
    redeemButton: 'Jetzt anmelden',
    subject: 'Ihr Link zur Anmeldung bei Allmende',
    text: (url: string) =>
      `Guten Tag,\n\nmit diesem Link melden Sie sich an. Er gilt 15 Minuten und nur einmal:\n\n${url}\n\nHaben Sie ihn nicht angefordert, löschen Sie diese Nachricht. Es ist nichts geschehen.`,
  },
  sessionRule:
    'Nach 2 Stunden ohne Seitenaufruf melden wir Sie ab, spätestens nach 12 Stunden. 15 Minuten vorher steht es auf der Seite.',
  cookies:
    'Erst beim Anmelden setzen wir zwei Cookies: eines für die Anmeldung, eines, an dem wir Ihr Gerät wiedererkennen.',
  unsafe: {
    title: 'Unter dieser Adresse können Sie sich nicht anmelden',
    text: 'Die Verbindung ist nicht verschlüsselt. Wer die Anwendung betreibt, muss sie über https anbieten (Einstellung PUBLIC_URL).',
  },
  signedOut: 'Sie sind abgemeldet.',
  needed: 'Melden Sie sich bitte an. Danach geht es weiter, wo Sie waren.',
  account: {
    title: 'Ihr Konto',
    lead: (label: string) => `Sie sind angemeldet als ${label}.`,
    level: 'Vertrauensniveau',
    ends: 'Abmeldung ohne weiteren Seitenaufruf',
    sessions: 'Ihre Anmeldungen',
    device: 'Gerät',
    started: 'angemeldet',
    seen: 'zuletzt genutzt',
    here: 'dieses Gerät',
    unknownDevice: 'unbekanntes Gerät',
    signOut: 'Abmelden',
    everywhere: 'Überall abmelden',
    everywhereLead: 'Beendet alle Anmeldungen, auch diese hier.',
  },
  change: {
    heading: 'Passwort festlegen',
    current: 'Bisheriges Passwort',
    next: 'Neues Passwort',
    hint: 'Mindestens 10 Zeichen. Gut sind mehrere Wörter, die nicht zusammengehören. Leerzeichen sind erlaubt.',
    button: 'Passwort speichern',
    done: (ended: string) => `Ihr Passwort ist gespeichert. Andere Anmeldungen beendet: ${ended}.`,
  },
  levels: { low: 'niedrig', substantial: 'substanziell', high: 'hoch' },
  ending: (time: string) =>
    `Ihre Anmeldung endet um ${time}. Speichern Sie, was Sie eingegeben haben, und melden Sie sich dann neu an.`,
  refusals: {
    'wrong-mail-or-password':
      'E-Mail-Adresse oder Passwort stimmt nicht. Prüfen Sie beides, oder fordern Sie einen Link an.',
    'too-many-attempts':
      'Das waren zu viele Versuche. Warten Sie bitte und versuchen Sie es dann noch einmal.',
    'not-a-mail-address': 'Geben Sie eine E-Mail-Adresse ein, zum Beispiel name@beispiel.de.',
    'link-used-or-old': 'Dieser Link gilt nicht mehr. Fordern Sie bitte einen neuen an.',
    'password-too-short': 'Nehmen Sie mindestens 10 Zeichen.',
    'password-too-long': 'Nehmen Sie höchstens 128 Zeichen.',
    'password-common': 'Dieses Passwort wird oft benutzt und ist leicht zu erraten. Nehmen Sie ein anderes.',
    'password-is-mail': 'Nehmen Sie ein Passwort, das nicht wie Ihre E-Mail-Adresse lautet.',
    'wrong-password': 'Das bisherige Passwort stimmt nicht.',
    'provider-failed': 'Die Anmeldung beim Anbieter ist nicht gelungen. Versuchen Sie es bitte noch einmal.',
    'provider-unreachable': 'Der Anbieter ist gerade nicht erreichbar. Versuchen Sie es später noch einmal.',
  },
};
