import type { SiteKind } from '../../sites/contract.ts';

const ago = (minutes: number): string => {
  if (minutes < 1) return 'gerade eben';
  if (minutes === 1) return 'vor einer Minute';
  if (minutes < 60) return `vor ${minutes} Minuten`;
  const hours = Math.floor(minutes / 60);
  if (hours === 1) return 'vor einer Stunde';
  if (hours < 48) return `vor ${hours} Stunden`;
  return `vor ${Math.floor(hours / 24)} Tagen`;
};

export const de = {
  alternatives: 'Stattdessen: öffentliche Parkplätze',
  noAlternatives: 'In der Nähe kennen wir keinen öffentlichen Parkplatz.',
  allSites: 'Alle öffentlichen Parkplätze',
  title: 'Öffentliche Parkplätze',
  near: (place: string) => `Öffentliche Parkplätze um ${place}`,
  lead: 'Was die Betreiber melden, mit dem Alter der Zählung. Ob beim Ankommen noch etwas frei ist, kann niemand versprechen.',
  needPlace: 'Nennen Sie zuerst, wohin Sie wollen.',
  place: 'Ort, Postleitzahl oder Straße mit Ort',
  placeButton: 'Parkplätze zeigen',
  choose: 'Auswahl',
  purposes: { car: 'Autos', bike: 'Fahrräder' },
  radius: (kilometres: number) => `bis ${kilometres} km`,
  counted: 'nur mit Zählung',
  all: 'auch ohne Zählung',
  found: (count: number) => (count === 1 ? '1 Parkplatz' : `${count} Parkplätze`),
  foundMany: (count: number) => `Die nächsten ${count} Parkplätze`,
  none: 'In diesem Umkreis kennen wir keinen Parkplatz. Das heißt nicht, dass es keinen gibt.',
  course: {
    way: 'Verlauf und Vorhersage',
    title: (name: string) => `${name}: Verlauf und Vorhersage`,
    lead: 'Freie Plätze der letzten 24 Stunden, und was für die nächsten Stunden zu erwarten ist. Eine Vorhersage ist kein Versprechen.',
    free: 'frei',
    said: 'erwartet',
    range: 'Bereich',
    now: 'jetzt',
    chart: (name: string) => `Freie Plätze in ${name}, die letzten 24 Stunden und die nächsten 6`,
    table: 'Stunde für Stunde',
    hour: 'Stunde',
    fromTo: (low: string, high: string) => `${low} bis ${high}`,
    unknown: 'nicht bekannt',
    judgeTitle: 'Wie gut ist die Vorhersage hier?',
    judged: (error: string, last: string, week: string, hours: string) =>
      `In den letzten sieben Tagen (${hours} Stunden, 1 bis 6 Stunden voraus) lag sie im Mittel ${error} Plätze daneben. »So wie eben« lag ${last} daneben, »so wie vor einer Woche« ${week}.`,
    covered: (percent: string) => `In den Bereich fielen ${percent} % der Stunden; versprochen sind 80 %.`,
    whys: {
      shown: '',
      'no-counts': 'Hier hat noch niemand gezählt.',
      'too-short':
        'Für eine Vorhersage braucht es drei Wochen Zählung. So lange gibt es sie hier noch nicht.',
      silent: 'Gerade kommt keine Zählung. Deshalb sagen wir nichts voraus.',
      'no-better':
        'Hier ist eine Vorhersage nicht besser als »so wie eben« oder »so wie vor einer Woche«. Deshalb zeigen wir keine.',
    },
  },
  states: {
    fresh: (free: string, minutes: number) => `${free} frei, ${ago(minutes)}`,
    full: (minutes: number) => `Voll, ${ago(minutes)}`,
    stale: (free: string, minutes: number) => `Veraltet: ${free} frei, ${ago(minutes)}`,
    lost: (minutes: number) => `Belegung nicht bekannt, letzte Zählung ${ago(minutes)}`,
    forecast: (free: string) => `Voraussichtlich ${free} frei`,
    undated: (free: string, minutes: number | undefined) =>
      minutes === undefined
        ? `${free} frei, ohne Zeitangabe`
        : `${free} frei; die Quelle nennt keine Zeit, gelesen ${ago(minutes)}`,
    implausible: 'Die gemeldete Zählung kann nicht stimmen.',
    unknown: 'Belegung nicht bekannt',
  },
  kinds: {
    surface: 'Parkplatz',
    garage: 'Parkhaus',
    underground: 'Tiefgarage',
    street: 'Am Straßenrand',
    parkAndRide: 'Park and Ride',
    spot: 'Einzelner Platz',
    stands: 'Fahrradbügel',
    lockers: 'Fahrradboxen',
    shed: 'Fahrradparkhaus',
    other: 'Parkplatz',
  } satisfies Record<SiteKind, string>,
  spaces: (count: string) => (count === '1' ? '1 Platz' : `${count} Plätze`),
  onlyDisabled: 'für Menschen mit Behinderung',
  disabled: (count: string) => `${count} für Menschen mit Behinderung`,
  isFree: 'kostenlos',
  hasFee: 'mit Gebühr',
  height: (metres: string) => `Einfahrt bis ${metres} m hoch`,
  stay: (minutes: number) =>
    minutes % 60 === 0 ? `höchstens ${minutes / 60} Std.` : `höchstens ${minutes} Min.`,
  always: 'rund um die Uhr offen',
  open: 'jetzt offen',
  closed: 'jetzt geschlossen',
  demonstration: 'Beispiel',
  sources: 'Quellen',
  source: (name: string, licence: string | null) => `${name} (${licence ?? 'Lizenz nicht bekannt'})`,
  pages: { label: 'Seiten', position: (page: number) => `Seite ${page}`, previous: 'Zurück', next: 'Weiter' },
  share: 'Einen privaten Stellplatz finden',
};
