import type { InfoText } from './InfoPage.tsx';

export type InfoPages = Record<'imprint' | 'privacy' | 'accessibility' | 'help' | 'data', InfoText>;

export const infoDe = (operator: string): InfoPages => ({
  imprint: {
    title: 'Kontakt und Impressum',
    lead: 'Hier steht, wer diese Seiten betreibt und wie Sie Kontakt aufnehmen.',
    sections: [
      { heading: 'Betreiber', paragraphs: [operator] },
      {
        heading: 'Inhalte',
        paragraphs: [
          'Die Angebote stammen von den Quellen, die an jedem Eintrag stehen. Ist etwas falsch, melden Sie es bitte direkt am Eintrag.',
        ],
        links: [['/quellen', 'Quellen und Lizenzen']],
      },
    ],
  },
  privacy: {
    title: 'Datenschutz',
    lead: 'Sie können hier alles Öffentliche lesen, ohne etwas über sich zu sagen.',
    sections: [
      {
        heading: 'Was wir nicht tun',
        paragraphs: [
          'Solange Sie sich nicht anmelden, setzen wir keine Cookies. Wir verfolgen Sie nicht; wie oft eine Leistung oder ein Formular aufgerufen wird, zählen wir nur als Summe eines Tages. Ihr Browser fragt nur diesen Server. Ausnahme: Hat der Betreiber einen Kartenhintergrund eingestellt, lädt die Karte ihre Bilder von dort.',
        ],
      },
      {
        heading: 'Ihr Standort',
        paragraphs: [
          'Ihr Standort wird nur verwendet, wenn Sie den Knopf drücken und Ihr Browser es erlaubt. Er steht dann, auf etwa 10 Meter gerundet, in der Adresse der Seite. Wir speichern ihn nicht und schreiben ihn in kein Protokoll.',
        ],
      },
      {
        heading: 'Was wir speichern',
        paragraphs: [
          'Melden Sie einen Fehler, speichern wir Ihren Text und den Zeitpunkt, ohne Ihren Namen und ohne Ihre Netzadresse.',
          'Unser Betriebsprotokoll enthält Zeitpunkt, Seite ohne Suchangaben, Ergebnis und Dauer, keine Netzadressen.',
        ],
        links: [['/datenschutz/fristen', 'Wie lange wir Daten behalten']],
      },
      {
        heading: 'Wenn Sie einen Antrag stellen',
        paragraphs: [
          'Was Sie schreiben und hochladen, liegt verschlüsselt. Es sieht nur die Stelle, an die der Antrag geht; das Protokoll zeigt, wer ihn angesehen hat.',
          'Hat Ihre Gemeinde es so eingestellt, geht der Antrag zusätzlich verschlüsselt weiter: als E-Mail an das Rathaus oder über FIT-Connect, den Zustelldienst von Bund und Ländern. Nach dem Ende löschen wir ihn nach Frist.',
        ],
        links: [['/datenschutz/fristen', 'Wie lange wir Daten behalten']],
      },
      {
        heading: 'Wenn Sie parken oder einen Stellplatz teilen',
        paragraphs: [
          'Von einem Kennzeichen speichern wir nur eine Prüfzahl und vergessen sie 48 Stunden nach dem Ende. Wo ein Stellplatz liegt und wie man hineinkommt, erfährt nur, wer dort gleich parkt.',
          'Wer keinen Platz bekam, wird nur gezählt: Stunde und Grund.',
          'Das Geld der Autofahrenden nimmt ein zugelassener Zahlungsdienst, nie wir. Name, Anschrift, Konto und Angaben für das Finanzamt liegen verschlüsselt. Belege bewahren wir 8 Jahre auf, was dem Finanzamt gemeldet wird 10 Jahre, auch wenn Sie Ihr Konto löschen: Das verlangt das Gesetz.',
        ],
      },
      {
        heading: 'Wenn Sie sich anmelden',
        paragraphs: [
          'Dann setzen wir ein Cookie für die Anmeldung, das mit dem Schließen des Browsers endet, und eines, an dem wir Ihr Gerät 180 Tage lang wiedererkennen. Sie schützen nur Ihr Konto.',
          'Wir speichern Ihre E-Mail-Adresse oder, bei einem Anbieter, Ihren Namen und Ihre Kennung dort, Ihr Passwort nur als Prüfwert, und für jede Anmeldung Browser, Betriebssystem, Beginn und letzte Nutzung, höchstens 12 Stunden, und 12 Stunden länger, damit kein Formular verloren geht.',
          'Gegen das Erraten von Passwörtern zählen wir Versuche. Aus der gekürzten Netzadresse wird dafür ein Prüfwert, den wir spätestens nach zwei Tagen löschen.',
          'Wir speichern auch Ihre Mitteilungen, wann Sie E-Mails wünschen, Ihre Rollen, und was Sie für eine Stelle tun. Was Sie nach dem Ende einer Anmeldung abschicken, heben wir höchstens 12 Stunden für Sie auf, Passwörter nie.',
          'In Ihrem Konto sehen Sie alles, was über Sie gespeichert ist, laden es herunter und löschen Ihr Konto selbst.',
        ],
        links: [
          ['/konto/daten', 'Was über Sie gespeichert ist'],
          ['/konto', 'Ihr Konto'],
        ],
      },
      {
        heading: 'Auf Ihrem Gerät',
        paragraphs: [
          'Damit Sie zuletzt angesehene Listen ohne Netz lesen können, behält Ihr Browser bis zu 30 Seiten. Sie löschen sie mit den Websitedaten Ihres Browsers.',
        ],
      },
    ],
  },
  accessibility: {
    title: 'Erklärung zur Barrierefreiheit',
    lead: 'Diese Seiten sollen alle benutzen können.',
    sections: [
      {
        heading: 'Stand',
        paragraphs: [
          'Wir prüfen bei jeder Änderung maschinell nach WCAG 2.1 Stufe AA, in heller und dunkler Darstellung, mit erzwungenen Farben und auf 320 Pixel Breite. Eine Prüfung durch Menschen mit Screenreader steht aus.',
        ],
      },
      {
        heading: 'Bekannte Grenzen',
        paragraphs: [
          'Texte aus fremden Quellen können schwer verständlich sein. Die Karte braucht JavaScript; alles auf ihr steht auch in der Liste. Die Texte in Leichter Sprache sind noch nicht von der Zielgruppe geprüft.',
        ],
      },
      {
        heading: 'Etwas geht nicht?',
        paragraphs: [
          `Schreiben Sie dem Betreiber: ${operator} Erhalten Sie keine Antwort, wenden Sie sich an die Schlichtungsstelle nach dem Behindertengleichstellungsgesetz Ihres Landes.`,
        ],
      },
    ],
  },
  help: {
    title: 'Hilfe',
    lead: 'So finden Sie, was um Sie herum offen ist und stattfindet.',
    sections: [
      {
        heading: 'Ort wählen',
        paragraphs: [
          'Geben Sie einen Ort oder eine Postleitzahl ein, oder verwenden Sie Ihren Standort. Passen mehrere Gemeinden, fragen wir nach. Der Ort bleibt auf allen Seiten gewählt, bis Sie ihn oben ändern.',
        ],
      },
      {
        heading: 'Was die Angaben heißen',
        paragraphs: [
          '»offen bis«: Nach den Angaben der Quelle ist jetzt geöffnet. »öffnet«: Jetzt ist geschlossen, so geht es weiter. »geschlossen«: Es ist kein nächster Zeitpunkt bekannt. »Öffnungszeit nicht bekannt«: Die Quelle sagt nichts oder etwas Unverständliches; das heißt nicht, dass geschlossen ist.',
          'Ein durchgestrichener Name mit »abgesagt« bleibt stehen, damit Sie nicht umsonst kommen.',
        ],
      },
      {
        heading: 'Mitnehmen',
        paragraphs: [
          'Jede Liste lässt sich als Kalender oder Feed abonnieren und drucken. Sie können diese Seite auch auf Ihrem Gerät installieren; zuletzt angesehene Listen lesen Sie dann ohne Netz.',
        ],
      },
    ],
  },
  data: {
    title: 'Offene Daten',
    lead: 'Alles Öffentliche gibt es auch für Maschinen, ohne Anmeldung und Vertrag.',
    sections: [
      {
        heading: 'Für Programme',
        paragraphs: [
          'Eine JSON-Schnittstelle mit Beschreibung nach OpenAPI 3.1. Fehler kommen als problem+json, deutsch und englisch.',
        ],
        links: [
          ['/api/openapi.json', 'Beschreibung der Schnittstelle (OpenAPI 3.1)'],
          ['/api/categories', 'Liste der Arten von Angeboten'],
        ],
      },
      {
        heading: 'Für Karten und Geoinformation',
        paragraphs: [
          'OGC API Features: Gemeinden, Kreise, Orte und Veranstaltungen für QGIS, GDAL und andere, auch in EPSG:25832, mit Filter nach CQL2.',
        ],
        links: [['/ogc', 'OGC API Features']],
      },
      {
        heading: 'Für Kalender und Nachrichten',
        paragraphs: [
          'Jede Liste unter »Hier & jetzt« gibt es als iCalendar und als Atom-Feed; die Verweise stehen unter der Liste.',
        ],
      },
      {
        heading: 'Lizenzen',
        paragraphs: ['Jeder Eintrag nennt seine Quelle und, wo bekannt, seine Lizenz.'],
        links: [['/quellen', 'Quellen und Lizenzen']],
      },
    ],
  },
});
