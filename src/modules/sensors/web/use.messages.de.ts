/** Words of the pages that use what is measured. */
export const useDe = {
  ways: { traffic: 'Verkehr', water: 'Wasser', energy: 'Energie', all: 'Alle Sensoren' },
  choose: { traffic: 'Zählstelle', water: 'Pegel', energy: 'Gebäude', show: 'anzeigen' },
  source: (sentence: string) => `Aus den Sensoren der Gemeinde. ${sentence}`,
  time: { hour: 'Stunde', day: 'Tag', month: 'Monat' },
  unknown: 'unbekannt',
  traffic: {
    title: 'Verkehr an den Zählstellen',
    lead: 'Was gezählt wurde, was üblich ist, und was morgen zu erwarten ist. Gezählt werden Räder oder Fahrzeuge, keine Personen.',
    none: 'Hier gibt es noch keine Zählstelle.',
    week: 'Letzte Woche, Stunde für Stunde',
    counted: 'gezählt',
    usual: 'üblich',
    noWeek: 'In den letzten acht Wochen wurde nichts gezählt. Das heißt nicht, dass niemand fuhr.',
    gaps: (hours: string) => `${hours} Stunden der Woche sind unbekannt: Dort fehlen Werte.`,
    year: 'Summen der Tage, letzte zwölf Monate',
    yearText: (days: string, unknown: string, mean: string) =>
      `${days} Tage sind ganz gezählt, ${unknown} sind unbekannt. Im Mittel ${mean} am Tag.`,
    monthColumns: { sum: 'Summe', mean: 'im Mittel am Tag', days: 'ganz gezählte Tage' },
    ahead: 'Die nächsten 24 Stunden',
    said: 'erwartet',
    range: 'Bereich',
    fromTo: (low: string, high: string) => `${low} bis ${high}`,
    aheadText: (sum: string, after: string) =>
      `In den 24 Stunden nach dem letzten Wert (${after}) erwarten wir ${sum}. Der Bereich ist so breit, dass er 8 von 10 früheren Stunden enthält.`,
    judged: (error: string, now: string, week: string, hours: string) =>
      `Geprüft an der letzten Woche (${hours} Vorhersagen): mittlerer Fehler ${error} je Stunde; »so wie eben« ${now}, »so wie vor einer Woche« ${week}.`,
    covered: (share: string) => `In der letzten Woche lagen ${share} % der Stunden in ihrem Bereich.`,
    whys: {
      'no-counts': 'Keine Vorhersage: Es liegen keine Zählungen vor.',
      'too-short': 'Keine Vorhersage: Es sind noch keine drei Wochen gezählt.',
      silent: 'Keine Vorhersage: Zu viele Stunden fehlen.',
      'no-better':
        'Keine Vorhersage: Sie war in der letzten Woche nicht besser als »so wie eben« oder »so wie vor einer Woche«.',
    },
    unusual: 'Ungewöhnliche Stunden',
    noUnusual: 'In der letzten Woche keine.',
    rule: 'Hinweis, kein Vorfall: mindestens 3 Stunden nacheinander mehr als 6 übliche Abweichungen (MAD) über oder unter dem, was zu dieser Stunde der Woche üblich ist. Feiertage, Umleitungen und defekte Zähler sehen ebenso aus.',
    more: (when: string, hours: string, counted: string, expected: string) =>
      `Ungewöhnlich viel ab ${when}, ${hours} Stunden lang: ${counted} statt etwa ${expected}.`,
    less: (when: string, hours: string, counted: string, expected: string) =>
      `Ungewöhnlich wenig ab ${when}, ${hours} Stunden lang: ${counted} statt etwa ${expected}.`,
  },
  water: {
    title: 'Wasserstände',
    lead: 'Wie hoch das Wasser steht, und welche Schwellen die Gemeinde festgelegt hat. Diese Seite ersetzt keine amtliche Hochwasserwarnung.',
    none: 'Hier gibt es noch keinen Pegel.',
    week: 'Die letzten sieben Tage',
    level: 'Stand',
    noWeek: 'In den letzten sieben Tagen kam kein Wert: Der Stand ist unbekannt.',
    last: (value: string, unit: string, when: string) =>
      `Mittel der letzten gemessenen Stunde: ${value} ${unit} (${when}).`,
    silent: 'Der Sensor schweigt zurzeit: Wie hoch das Wasser jetzt steht, ist unbekannt.',
    trend: {
      up: (value: string, unit: string) => `In 24 Stunden um ${value} ${unit} gestiegen.`,
      down: (value: string, unit: string) => `In 24 Stunden um ${value} ${unit} gefallen.`,
      same: 'In 24 Stunden gleich geblieben.',
      unknown: 'Wie er sich in 24 Stunden geändert hat, ist unbekannt.',
    },
    thresholds: 'Schwellen',
    noThresholds: 'Die Gemeinde hat keine Schwellen eingetragen.',
    columns: { name: 'Schwelle', raise: 'löst aus bei', clear: 'endet jenseits von' },
  },
  energy: {
    title: 'Energie in Gebäuden der Gemeinde',
    lead: 'Was ein Gebäude verbraucht, gerechnet gegen das Wetter, und ob eine Maßnahme gespart hat.',
    none: 'Hier gibt es noch kein Gebäude mit Verbrauch.',
    noWeather:
      'Für dieses Gebäude ist keine Temperatur eingetragen: Gegen das Wetter lässt sich nicht rechnen.',
    months: 'Verbrauch und Gradtage, Monat für Monat',
    energy: 'Verbrauch',
    perDegree: 'je Gradtag',
    columns: { energy: 'Verbrauch', degrees: 'Gradtage', days: 'Tage mit Werten' },
    rule: 'Gradtage G20/15 nach VDI 2067: 20 °C minus Tagesmittel, an Tagen mit einem Mittel unter 15 °C. Tage, von denen Werte fehlen, zählen nicht mit.',
    saving: 'Was die Maßnahme gespart hat',
    noMeasure: 'Für dieses Gebäude ist keine Maßnahme mit einem Tag eingetragen.',
    measure: (what: string, day: string) => `${what}, seit ${day}.`,
    verdicts: {
      saved: (value: string, low: string, high: string, unit: string, days: string) =>
        `Einsparung ${value} ${unit} (${low} bis ${high}) in ${days} Tagen.`,
      more: (value: string, low: string, high: string, unit: string, days: string) =>
        `Mehrverbrauch ${value} ${unit} (${low} bis ${high}) in ${days} Tagen.`,
      'cannot-tell': (value: string, low: string, high: string, unit: string, days: string) =>
        `Einsparung nicht zu sagen: ${value} ${unit}, aber auch ${low} bis ${high} passen zu den Werten (${days} Tage).`,
    },
    tooShort:
      'Einsparung nicht zu sagen: Es braucht mindestens 60 Tage davor und 28 danach, mit verschiedenem Wetter.',
    method: (base: string, perDegree: string, unit: string) =>
      `Gerade aus Grundlast (${base} ${unit} am Tag) und Gradtagen (${perDegree} ${unit} je Gradtag) vor der Maßnahme, verglichen bei dem Wetter danach; der Bereich enthält in 95 von 100 Fällen den wahren Wert. Was sich sonst geändert hat, steckt mit darin.`,
  },
} as const;
