import { csvLines } from '../../../foundation/table/csv.ts';
import { readNumber } from '../../../foundation/text/typed-number.ts';
import { type FoundPlan, noPlan, shortened } from './found-plan.ts';

const COLUMNS = [
  'art',
  'titel',
  'text',
  'handlungsfeld',
  'verantwortlich',
  'beginn',
  'ende',
  'einmalig',
  'laufend',
];
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** A spreadsheet of goals and measures: one line each, `art` is "Ziel" or "Maßnahme". */
export const readTablePlan = (text: string): FoundPlan => {
  const plan = noPlan();
  const { lines, faulty } = csvLines(text);
  const reject = (position: string, de: string, en: string) =>
    plan.rejected.push({ position, reason: { de, en } });
  for (const line of faulty)
    reject(String(line ?? '?'), 'Die Zeile lässt sich nicht lesen', 'The line cannot be read');
  const [head, ...rest] = lines;
  const at = (head?.record ?? []).map((name) => name.trim().toLowerCase());
  const missing = COLUMNS.slice(0, 2).filter((name) => !at.includes(name));
  if (missing.length > 0) {
    reject(
      '1',
      `Es fehlen die Spalten ${missing.join(', ')}`,
      `The columns ${missing.join(', ')} are missing`,
    );
    return plan;
  }
  for (const { record, line } of rest) {
    const cell = (name: string) => (record[at.indexOf(name)] ?? '').trim();
    const position = String(line);
    const title = shortened(cell('titel'), 120);
    const [once, running] = [readNumber(cell('einmalig')), readNumber(cell('laufend'))];
    const months = [cell('beginn'), cell('ende')];
    if (title === '') reject(position, 'Der Titel fehlt', 'The title is missing');
    else if (once === undefined || running === undefined || (once ?? 0) < 0 || (running ?? 0) < 0)
      reject(position, 'Kosten sind eine Zahl ab 0', 'Costs are a number from 0');
    else if (months.some((month) => month !== '' && !MONTH.test(month)))
      reject(position, 'Monate stehen als JJJJ-MM', 'Months stand as YYYY-MM');
    else if (/^ziel$/i.test(cell('art')))
      plan.goals.push({ title, text: shortened(cell('text'), 1000), field: cell('handlungsfeld') });
    else if (/^ma(ß|ss)nahme$/i.test(cell('art')))
      plan.measures.push({
        title,
        goal: shortened(cell('text'), 1000),
        field: cell('handlungsfeld'),
        leadRole: shortened(cell('verantwortlich'), 120),
        begins: months[0] || null,
        ends: months[1] || null,
        once: Math.round(once ?? 0),
        running: Math.round(running ?? 0),
      });
    else reject(position, 'Die Art ist »Ziel« oder »Maßnahme«', 'The kind is "Ziel" or "Maßnahme"');
  }
  return plan;
};
