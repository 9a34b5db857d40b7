import type { Feature, PresetName } from '../../contract.ts';
import type { NumberReason, WordReason } from './reason.ts';

const pair = ({ own, other }: NumberReason): string => `${own} / ${other}`;
const instead = ({ own, other }: NumberReason): string => `${other} statt ${own}`;

const amount =
  (same: string, near: string, [more, less]: [string, string]) =>
  (reason: NumberReason): string => {
    if (reason.likeness === 'different') return `${reason.isMore ? more : less} (${instead(reason)})`;
    return `${reason.likeness === 'same' ? same : near} (${pair(reason)})`;
  };

const way =
  (goal: string, reached?: { both: string; other: string }) =>
  (reason: NumberReason): string => {
    if (reached && reason.isOwnZero && reason.isOtherZero) return reached.both;
    if (reached && reason.isOtherZero) return reached.other;
    if (reason.likeness === 'different')
      return `${reason.isMore ? 'weiter' : 'näher'} zur ${goal} (${instead(reason)})`;
    return reason.likeness === 'same'
      ? `${reason.other} zur ${goal} (hier ${reason.own})`
      : `ähnlich weit zur ${goal} (${pair(reason)})`;
  };

const word =
  (same: string, other: string) =>
  ({ likeness, word: name }: WordReason): string =>
    `${likeness === 'same' ? same : other} (${name})`;

export const de = {
  title: 'Zwillingsgemeinden finden',
  of: (place: string) => `Zwillinge von ${place}`,
  lead: 'Die 20 Gemeinden, die Ihrer am ähnlichsten sind, unter allen in Deutschland. Wer ähnlich ist, hat oft dieselbe Frage schon gelöst.',
  needPlace: 'Nennen Sie Ihre Gemeinde.',
  place: 'Gemeinde oder Postleitzahl',
  placeButton: 'Zwillinge finden',
  noTown: (place: string) => `${place} ist kein bewohntes Gemeindegebiet. Nennen Sie eine Gemeinde.`,
  presetsLabel: 'Worauf kommt es Ihnen an?',
  presets: {
    balanced: 'ausgewogen',
    size: 'ähnlich groß',
    position: 'ähnliche Lage',
    administration: 'ähnliche Verwaltung',
    state: 'gleiches Land bevorzugt',
  } satisfies Record<PresetName, string>,
  own: 'eigene Gewichte',
  ownTitle: 'Gewichte selbst wählen',
  ownHint: '0 heißt: zählt nicht. 5 heißt: zählt am meisten.',
  ownButton: 'Mit diesen Gewichten suchen',
  nothing:
    'Alle Gewichte sind 0. Wählen Sie mindestens eines darüber; bis dahin sehen Sie die ausgewogene Auswahl.',
  features: {
    population: 'Zahl der Menschen',
    density: 'Menschen je km²',
    area: 'Fläche',
    city: 'Weg zur nächsten Großstadt (ab 100.000)',
    town: 'Weg zur nächsten Stadt ab 20.000',
    surroundings: 'Menschen im Umkreis von 30 km',
    stateBorder: 'Weg zur Landesgrenze',
    outerBorder: 'Weg zur Außengrenze oder Küste',
    kind: 'Art der Gemeinde',
    administration: 'Verwaltungsform',
    state: 'Land',
  } satisfies Record<Feature, string>,
  listTitle: 'Die 20 ähnlichsten',
  facts: 'Diese Gemeinde in Zahlen',
  columns: { feature: 'Merkmal', value: 'Wert', weight: 'Gewicht' },
  unknown: 'nicht bekannt',
  ownOffice: 'eigene Verwaltung',
  closeness: {
    very: 'sehr ähnlich',
    well: 'ähnlich',
    partly: 'in manchem ähnlich',
    little: 'wenig ähnlich',
  },
  distance: (value: string) => `Abstand ${value}`,
  alike: 'Gemeinsam',
  different: 'Anders',
  notCompared: (names: string) => `Nicht verglichen, weil nicht bekannt: ${names}`,
  twinsOf: (place: string) => `Zwillinge von ${place}`,
  reasons: {
    population: amount('fast gleich viele Menschen', 'ähnlich viele Menschen', [
      'mehr Menschen',
      'weniger Menschen',
    ]),
    density: amount('fast gleich dicht besiedelt', 'ähnlich dicht besiedelt', [
      'dichter besiedelt',
      'dünner besiedelt',
    ]),
    area: amount('fast gleich große Fläche', 'ähnlich große Fläche', ['größere Fläche', 'kleinere Fläche']),
    surroundings: amount(
      'fast gleich viele Menschen im Umkreis von 30 km',
      'ähnlich viele Menschen im Umkreis von 30 km',
      ['mehr Menschen im Umkreis von 30 km', 'weniger Menschen im Umkreis von 30 km'],
    ),
    city: way('nächsten Großstadt', { both: 'beide sind Großstädte', other: 'ist selbst eine Großstadt' }),
    town: way('nächsten Stadt ab 20.000', {
      both: 'beide haben über 20.000 Menschen',
      other: 'hat selbst über 20.000 Menschen',
    }),
    stateBorder: way('Landesgrenze'),
    outerBorder: way('Außengrenze oder Küste'),
    kind: word('gleiche Art', 'andere Art'),
    administration: word('gleiche Verwaltungsform', 'andere Verwaltungsform'),
    state: word('gleiches Land', 'anderes Land'),
  },
  how: 'So rechnen wir',
  howList: [
    'Jede Zahl messen wir am Üblichen: Wie weit liegen die mittleren 50 % aller Gemeinden auseinander? So verschieben Millionenstädte den Maßstab nicht.',
    'Menschen, Dichte und Fläche vergleichen wir im Verhältnis: Von 1.000 auf 2.000 ist so weit wie von 10.000 auf 20.000.',
    'Wege sind Luftlinien zwischen den Orten. Menschen im Ausland zählen wir im Umkreis nicht mit.',
    'Was von einer Gemeinde nicht bekannt ist, bleibt beim Vergleich weg, und wir sagen es.',
    'Wachstum vergleichen wir noch nicht: Dazu braucht es zwei Stände des Verzeichnisses.',
  ],
  source: (source: string, day: string) => `${source} (Stand ${day})`,
  api: 'Dieselbe Antwort für Maschinen (JSON)',
  network: 'Netzwerk der Rathäuser',
};
