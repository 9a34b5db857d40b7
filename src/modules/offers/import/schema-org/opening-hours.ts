import { readDate, readTime } from '../border/dates.ts';
import { array, dictionary } from '../border/value.ts';
import { all, children, type Node, text } from './node.ts';

const DAYS: Record<string, string> = {
  Monday: 'Mo',
  Tuesday: 'Tu',
  Wednesday: 'We',
  Thursday: 'Th',
  Friday: 'Fr',
  Saturday: 'Sa',
  Sunday: 'Su',
  PublicHolidays: 'PH',
};
const WEEK = Object.values(DAYS);
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * OpeningHoursSpecification → OSM syntax. Special days come last, because in OSM the later rule wins;
 * a specification without times says nothing of opening and is left out, except for special days: those are closed.
 */
export const openingHoursOf = (node: Node): string | undefined => {
  const rules = new Map<string, string[]>();
  for (const specification of children(node, 'openingHoursSpecification')) add(rules, specification);
  for (const specification of children(node, 'specialOpeningHoursSpecification')) add(rules, specification);
  const written = [...rules].map(([when, times]) => `${when}${times.join(',')}`);
  if (written.length > 0) return written.join('; ');
  // schema.org's short form (»Mo-Fr 09:00-17:00«) is already OSM's.
  const short = all(node, 'openingHours').filter((value) => typeof value === 'string');
  return short.length > 0 ? short.join('; ') : undefined;
};

const add = (rules: Map<string, string[]>, specification: Node): void => {
  const opens = readTime(text(specification, 'opens'));
  const closes = readTime(text(specification, 'closes'));
  if (opens === undefined || closes === undefined) return;
  const days = daysOf(specification);
  const when = [rangeOf(specification), days].filter((part) => part !== '').join(' ');
  const key = when === '' ? '' : `${when} `;
  const times =
    opens === '00:00' && closes === '00:00'
      ? 'off'
      : `${opens}-${closes === '23:59' || closes === '00:00' ? '24:00' : closes}`;
  rules.set(key, [...new Set([...(rules.get(key) ?? []), times])]);
};

const daysOf = (specification: Node): string => {
  const names = all(specification, 'dayOfWeek').flatMap((value) =>
    array(dictionary(value)['@value'] ?? dictionary(value)['@id'] ?? value),
  );
  const found = new Set(names.map((name) => DAYS[String(name).replace(/^.*[:/]/, '')]));
  const days = WEEK.filter((day) => found.has(day));
  return days.length === 7 && !found.has('PH') ? '' : days.join(',');
};

const rangeOf = (specification: Node): string => {
  const from = readDate(text(specification, 'validFrom'))?.day;
  const through = readDate(text(specification, 'validThrough'))?.day;
  if (from === undefined && through === undefined) return '';
  const first = from ?? '2000-01-01';
  return first === through ? written(first) : `${written(first)}-${written(through ?? '2100-12-31')}`;
};

const written = (day: string): string =>
  `${day.slice(0, 4)} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(8)}`;
