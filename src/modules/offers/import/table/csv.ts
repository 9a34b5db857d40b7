import { csvLines } from '../../../../foundation/table/csv.ts';
import { textOf } from '../border/bytes.ts';
import { type Reader, type ReaderInput, type Unreadable, unreadable } from '../border/reading.ts';
import { readTable, type Table } from './table.ts';

/** CSV of any office program: separator, character set and line ends are found, the mapping comes from the source. */
export const readCsv: Reader = (input) => {
  const table = csvTable(input);
  return 'refused' in table ? table : readTable(table, input);
};

export const csvTable = (input: ReaderInput): Table | Unreadable => {
  const text = textOf(input);
  if (typeof text !== 'string') return text;
  const { lines, faulty } = csvLines(text);
  const [head, ...rest] = lines;
  if (!head) return unreadable('Die Tabelle ist leer.', 'The table is empty.');
  return {
    headings: head.record.map((heading) => heading.trim()),
    rows: rest.map(({ record, line }) => ({ number: line, cells: record })),
    rejected: faulty.map((line) => ({
      position: `Zeile ${line ?? '?'}`,
      reason: { de: 'Die Zeile ist kein gültiges CSV.', en: 'The line is not valid CSV.' },
    })),
  };
};
