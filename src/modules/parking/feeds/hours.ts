import { scalar } from '../../../foundation/text/foreign-value.ts';
import { at, truth } from './said.ts';

const CLOCK = /(\d{1,2})[:.](\d{2})/;
const OSM = /^(24\/7|((Mo|Tu|We|Th|Fr|Sa|Su|PH)\b[\w ,:;/"+-]*))$/;

const clock = (value: unknown): string | undefined => {
  const text = value instanceof Date ? value.toISOString().slice(11, 16) : scalar(value);
  const [, hour = '', minute = ''] = CLOCK.exec(text ?? '') ?? [];
  return Number(hour) <= 24 && hour !== '' ? `${hour.padStart(2, '0')}:${minute}` : undefined;
};

/** What is in OSM syntax already, and the German words for "always"; other words are no opening hours for a machine. */
export const hoursInWords = (value: unknown): string | undefined => {
  const text = scalar(value);
  if (text === undefined) return undefined;
  if (/^(24 ?h|24\/7|24 Stunden|ganztägig|durchgehend|rund um die Uhr|Mo ?- ?Su 00:00-24:00$)/i.test(text))
    return '24/7';
  const written = text.replace(/ - /g, '-');
  return OSM.test(written) && written.length <= 300 ? written : undefined;
};

/** Three pairs of columns: Monday to Friday, Saturday, Sunday. */
export const hoursInColumns = (
  item: unknown,
  always: string,
  columns: readonly (readonly [days: string, from: string, to: string])[],
): string | undefined => {
  if (truth(at(item, always))) return '24/7';
  const rules = columns.flatMap(([days, from, to]) => {
    const [opens, closes] = [clock(at(item, from)), clock(at(item, to))];
    if (opens === undefined || closes === undefined) return [];
    return [`${days} ${opens}-${closes === '00:00' ? '24:00' : closes}`];
  });
  return rules.length > 0 ? rules.join('; ') : undefined;
};
