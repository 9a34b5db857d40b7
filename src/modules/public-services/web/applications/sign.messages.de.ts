export const signDe = {
  start: (who: string) =>
    `Je nach Ihren Angaben unterschreibt noch jemand: ${who}. Dafür bekommen Sie einen Link.`,
  summaryLead: (who: string) =>
    `Mit dem Klick unterschreiben Sie. Gesendet wird der Antrag erst, wenn noch jemand zustimmt: ${who}. Sie bekommen einen Link zum Weitergeben.`,
  summaryButton: 'Unterschreiben und Link bekommen',
  chooseOrganisation: 'Sie gehören mit Ihrem Konto dazu:',
  takeName: (name: string) => `${name} eintragen`,
  representation: 'Vertretung',
  proof: 'Wie sicher das ist',
  member: (name: string, town: string) => `geprüftes Mitglied von ${name}, eingetragen von ${town}`,
  ownStatement: 'eigene Angabe, nicht geprüft',
  signatures: 'Unterschriften',
  first: 'Erste Unterschrift',
  second: (who: string) => `Zweite Unterschrift, ${who}`,
  stillOpen: 'fehlt noch',
  by: (name: string, at: string) => (name === '' ? at : `${name}, ${at}`),
  changedLabel: 'Nach den Unterschriften',
  changed: 'Angaben oder Dateien wurden danach geändert',
  waiting: {
    title: 'Wartet auf die zweite Unterschrift',
    lead: (who: string) =>
      `Sie haben unterschrieben. Jetzt fehlt noch: ${who}. Danach geht der Antrag von selbst ab. Bis dahin sieht ihn im Rathaus niemand.`,
    link: 'Link für die zweite Person',
    linkLead:
      'Geben Sie diesen Link nur der Person, die unterschreiben soll: Er zeigt alle Angaben. Wir zeigen ihn nur jetzt, notieren Sie ihn.',
    noLink:
      'Den Link haben wir Ihnen schon gezeigt. Haben Sie ihn nicht mehr? Dann machen Sie einen neuen; der alte gilt nicht mehr.',
    renew: 'Neuen Link machen',
    mail: 'Link per E-Mail schicken',
    mailField: 'E-Mail-Adresse der zweiten Person',
    mailHint: 'Wer ihr Postfach öffnen kann, kann auch den Antrag lesen.',
    mailButton: 'Link schicken',
    mailed: 'Wir schicken den Link gleich ab.',
    change: 'Doch noch etwas ändern',
    changeLead: 'Dann ist der Antrag wieder ein Entwurf, und der Link gilt nicht mehr.',
    takeBack: 'Antrag zurückholen',
    expires: (day: string) => `Unterschreibt niemand, löschen wir den Antrag am ${day}.`,
  },
  declinedTitle: 'Die zweite Person hat nicht unterschrieben.',
  declinedReason: (reason: string) => `Ihr Grund: ${reason}`,
  declinedNoReason: 'Einen Grund hat sie nicht genannt.',
  page: {
    title: 'Um Ihre Unterschrift wird gebeten',
    lead: (town: string) =>
      `Jemand hat diesen Antrag an ${town} ausgefüllt. Er wird erst gesendet, wenn auch Sie zustimmen. Lesen Sie bitte alles.`,
    as: (who: string) => `Sie unterschreiben als: ${who}`,
    you: '»Sie« und »Ihr« meinen in den Angaben die Person, die den Antrag ausgefüllt hat.',
    agree: 'Zustimmen',
    name: 'Ihr Vorname und Nachname',
    button: 'Unterschreiben und Antrag senden',
    decline: 'Nicht zustimmen',
    declineLead: 'Der Antrag geht dann als Entwurf zurück und wird nicht gesendet.',
    reason: 'Grund (freiwillig)',
    reasonHint: 'Ihn liest nur, wer den Antrag ausgefüllt hat.',
    declineButton: 'Nicht unterschreiben',
    signed: 'Der Antrag ist gesendet.',
    signedLead: (number: string, day: string) =>
      `Beide Unterschriften sind da. Die Vorgangsnummer ist ${number}, eine Antwort kommt spätestens am ${day}.`,
    signedNext:
      'Sie müssen nichts weiter tun. Was das Rathaus fragt, fragt es die Person, die den Antrag ausgefüllt hat.',
    declined: 'Sie haben nicht unterschrieben.',
    declinedLead: 'Der Antrag ist nicht gesendet. Wer ihn ausgefüllt hat, erfährt es.',
    dead: 'Dieser Link gilt nicht',
    deadLead:
      'Vielleicht wurde der Antrag zurückgeholt oder ist abgelaufen. Fragen Sie die Person, die Ihnen den Link gegeben hat.',
  },
  faults: {
    'name-missing': 'Schreiben Sie bitte Ihren Namen.',
    'not-ticked': 'Bitte bestätigen Sie das mit einem Haken.',
    changed: 'Der Antrag hat sich geändert, seit Sie ihn gelesen haben. Bitte sehen Sie ihn noch einmal an.',
    'same-person':
      'Sie sind mit dem Konto angemeldet, das schon unterschrieben hat. Unterschreiben muss eine andere Person.',
    'not-a-mail-address': 'Geben Sie eine E-Mail-Adresse ein, zum Beispiel name@beispiel.de.',
    'not-now': 'Das geht jetzt nicht mehr.',
  },
  mail: {
    toSignSubject: 'Bitte um Ihre Unterschrift unter einen Antrag',
    toSign: (title: string, url: string) =>
      `Guten Tag,\n\njemand hat den Antrag »${title}« ausgefüllt und braucht dazu Ihre Unterschrift. Hier lesen Sie alles und stimmen zu oder nicht:\n${url}\n\nGeben Sie den Link niemandem. Wissen Sie von nichts, dann löschen Sie diese E-Mail.`,
    declinedSubject: 'Ihr Antrag wurde nicht unterschrieben',
    declined: (title: string, url: string) =>
      `Guten Tag,\n\nIhr Antrag »${title}« ist nicht gesendet: Die zweite Person hat nicht unterschrieben. Mit Ihrem Code öffnen Sie den Entwurf hier wieder:\n${url}`,
  },
};
