import type { Translation } from '../../../../foundation/i18n/language.ts';
import type { de } from './messages.de.ts';
import type { NumberReason, WordReason } from './reason.ts';

const pair = ({ own, other }: NumberReason): string => `${own} / ${other}`;
const instead = ({ own, other }: NumberReason): string => `${other} instead of ${own}`;

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
      return `${reason.isMore ? 'farther from' : 'nearer to'} the ${goal} (${instead(reason)})`;
    return reason.likeness === 'same'
      ? `${reason.other} to the ${goal} (here ${reason.own})`
      : `about as far to the ${goal} (${pair(reason)})`;
  };

const word =
  (same: string, other: string) =>
  ({ likeness, word: name }: WordReason): string =>
    `${likeness === 'same' ? same : other} (${name})`;

export const en: Translation<typeof de> = {
  title: 'Find twin municipalities',
  of: (place) => `Twins of ${place}`,
  lead: 'The 20 municipalities most like yours, among all of Germany. Who is alike has often solved the same question.',
  needPlace: 'Name your municipality.',
  place: 'Municipality or postcode',
  placeButton: 'Find twins',
  noTown: (place) => `${place} is no inhabited municipality. Please name one.`,
  presetsLabel: 'What matters to you?',
  presets: {
    balanced: 'balanced',
    size: 'similar size',
    position: 'similar position',
    administration: 'similar administration',
    state: 'same state preferred',
  },
  own: 'own weights',
  ownTitle: 'Choose the weights yourself',
  ownHint: '0 means: does not count. 5 means: counts most.',
  ownButton: 'Search with these weights',
  nothing: 'All weights are 0. Choose at least one above it; until then you see the balanced choice.',
  features: {
    population: 'Inhabitants',
    density: 'Inhabitants per km²',
    area: 'Area',
    city: 'Way to the next large city (100,000 and more)',
    town: 'Way to the next town of 20,000 and more',
    surroundings: 'Inhabitants within 30 km',
    stateBorder: 'Way to the border of the state',
    outerBorder: 'Way to the outer border or coast',
    kind: 'Kind of municipality',
    administration: 'Form of administration',
    state: 'State',
  },
  listTitle: 'The 20 most alike',
  facts: 'This municipality in figures',
  columns: { feature: 'Feature', value: 'Value', weight: 'Weight' },
  unknown: 'not known',
  ownOffice: 'administration of its own',
  closeness: { very: 'very alike', well: 'alike', partly: 'alike in some respects', little: 'little alike' },
  distance: (value) => `distance ${value}`,
  alike: 'In common',
  different: 'Different',
  notCompared: (names) => `Not compared because not known: ${names}`,
  twinsOf: (place) => `Twins of ${place}`,
  reasons: {
    population: amount('almost as many inhabitants', 'a similar number of inhabitants', [
      'more inhabitants',
      'fewer inhabitants',
    ]),
    density: amount('almost as densely populated', 'similarly densely populated', [
      'more densely populated',
      'less densely populated',
    ]),
    area: amount('almost the same area', 'a similar area', ['larger area', 'smaller area']),
    surroundings: amount('almost as many people within 30 km', 'a similar number of people within 30 km', [
      'more people within 30 km',
      'fewer people within 30 km',
    ]),
    city: way('next large city', { both: 'both are large cities', other: 'is a large city itself' }),
    town: way('next town of 20,000', {
      both: 'both have more than 20,000 inhabitants',
      other: 'has more than 20,000 inhabitants itself',
    }),
    stateBorder: way('border of the state'),
    outerBorder: way('outer border or coast'),
    kind: word('same kind', 'another kind'),
    administration: word('same form of administration', 'another form of administration'),
    state: word('same state', 'another state'),
  },
  how: 'How we compute',
  howList: [
    'Every figure is measured by what is usual: how far apart are the middle 50 % of all municipalities? So cities of millions do not move the scale.',
    'Inhabitants, density and area are compared as ratios: from 1,000 to 2,000 is as far as from 10,000 to 20,000.',
    'Ways are straight lines between the places. People abroad are not counted in the surroundings.',
    'What is not known of a municipality is left out of the comparison, and we say so.',
    'Growth is not compared yet: that needs two editions of the register.',
  ],
  source: (source, day) => `${source} (as of ${day})`,
  api: 'The same answer for machines (JSON)',
  network: 'Network of town halls',
};
