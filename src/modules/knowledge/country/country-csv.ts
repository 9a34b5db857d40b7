import { stateOf } from '../../municipalities/index.ts';
import { signNames } from './contract.ts';
import { type Figures, signsOf, type Town } from './count-towns.ts';
import type { Picture } from './open-country.ts';
import { columnInAddress } from './pages/country-parameters.ts';

/** Names are foreign text: quoted, and never read as a formula by a spreadsheet. */
const quoted = (text: string): string => `"${text.replace(/^'*[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`;

const linesOf = (lines: (string | number)[][]): string =>
  [...lines.map((line) => line.join(',')), ''].join('\r\n');

const SIGNS = signNames.map((sign) => columnInAddress[sign]);

/** RFC 4180: every number of the picture. A sign of which nobody tells here is empty, not zero. */
export const pictureCsv = (picture: Picture): string => {
  const { signs, total, states, sizes, fields, countedAt } = picture;
  const line = (group: string, key: string, name: string, figures: Figures) => [
    group,
    key,
    quoted(name),
    figures.towns,
    ...signNames.map((sign) => (signs.includes(sign) ? figures.signs[sign] : '')),
    figures.known,
    figures.unknown,
    countedAt.toISOString(),
  ];
  return linesOf([
    ['gruppe', 'schluessel', 'name', 'gemeinden', ...SIGNS, 'bekannt', 'nicht_bekannt', 'stand'],
    line('land', '', 'Deutschland', total),
    ...states.map(({ state, name, figures }) => line('bundesland', state, name, figures)),
    ...sizes.map(({ size, figures }) => line('groesse', size, size, figures)),
    ...fields.map(({ field, figures }) => line('feld', field.id, field.de, figures)),
  ]);
};

/** One line for each town; what is not known is empty, because it is no "no". */
export const townsCsv = ({ known, countedAt }: Picture, towns: readonly Town[]): string =>
  linesOf([
    ['ars', 'ags', 'name', 'land', 'menschen', 'groesse', ...SIGNS, 'stand'],
    ...towns.map((town) => {
      const own = signsOf(known, town.ars);
      return [
        town.ars,
        town.ags ?? '',
        quoted(town.name),
        quoted(stateOf(town.state)),
        town.population ?? '',
        town.size,
        ...signNames.map((sign) => (own.includes(sign) ? 'ja' : '')),
        countedAt.toISOString(),
      ];
    }),
  ]);
