export const stepUpDe = {
  title: 'Hier ist eine stärkere Anmeldung nötig',
  lead: (level: string) =>
    `Für diesen Schritt müssen wir sicher wissen, wer Sie sind. Nötig ist das Vertrauensniveau »${level}«.`,
  present: (level: string) => `Ihre jetzige Anmeldung hat das Vertrauensniveau »${level}«.`,
  none: 'Hier gibt es keine stärkere Anmeldung',
  noneText:
    'Wer diese Anwendung betreibt, hat keinen Anbieter eingerichtet, der dieses Vertrauensniveau bestätigt. Wenden Sie sich bitte direkt an die Stelle.',
  tooLow: (level: string, needs: string) =>
    `Der Anbieter hat Sie mit dem Vertrauensniveau »${level}« bestätigt. Nötig ist »${needs}«. Wählen Sie dort eine stärkere Anmeldung, zum Beispiel mit dem Online-Ausweis.`,
  notSent: 'Ihre Eingaben wurden nicht abgeschickt. Mit »Zurück« in Ihrem Browser sehen Sie sie wieder.',
  link: 'Stärker anmelden',
};
