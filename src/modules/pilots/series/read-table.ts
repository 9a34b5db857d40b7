import { csvLines } from '../../../foundation/table/csv.ts';
import { readNumber } from '../../../foundation/text/typed-number.ts';
import { dayIn } from '../../../foundation/time/typed-day.ts';
import type { DayValue } from '../contract.ts';

export type TableFault = { line: number; why: 'no-day' | 'no-number' | 'twice' };

const MOST_LINES = 4000;
const MOST_FAULTS = 20;

/** "1.234,5" as Germans write it, or "1234.5". */
const valueIn = (text: string): number | undefined => {
  const plain = text.trim();
  const read = /^\d+\.(\d{1,2}|\d{4,6})$/.test(plain) ? Number(plain) : readNumber(plain);
  return typeof read === 'number' && read >= 0 ? read : undefined;
};

/** Lines of day and value; a first line without a day is a heading, a value that is blank was not measured. */
export const readTable = (
  text: string,
): { days: DayValue[] } | { refused: 'empty' | 'too-long' } | { faults: TableFault[] } => {
  const { lines } = csvLines(text);
  if (lines.length > MOST_LINES) return { refused: 'too-long' };
  const days = new Map<string, number>();
  const faults: TableFault[] = [];
  for (const [at, { record, line }] of lines.entries()) {
    const [first = '', second = ''] = record;
    const day = dayIn(first);
    if (day === undefined) {
      if (at > 0) faults.push({ line, why: 'no-day' });
      continue;
    }
    if (second.trim() === '') continue;
    const value = valueIn(second);
    if (value === undefined) faults.push({ line, why: 'no-number' });
    else if (days.has(day)) faults.push({ line, why: 'twice' });
    else days.set(day, value);
  }
  if (faults.length > 0) return { faults: faults.slice(0, MOST_FAULTS) };
  if (days.size === 0) return { refused: 'empty' };
  return { days: [...days].toSorted(([a], [b]) => (a < b ? -1 : 1)) };
};
