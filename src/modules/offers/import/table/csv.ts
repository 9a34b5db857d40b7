import { parse } from 'csv-parse/sync';
import type { Rejection } from '../../offer.ts';
import { textOf } from '../border/bytes.ts';
import { type Reader, type ReaderInput, type Unreadable, unreadable } from '../border/reading.ts';
import { readTable, type Table } from './table.ts';

type Line = { record: string[]; info: { lines: number } };

const LONGEST_RECORD = 1_000_000;

/** CSV of any office program: separator, character set and line ends are found, the mapping comes from the source. */
export const readCsv: Reader = (input) => {
  const table = csvTable(input);
  return 'refused' in table ? table : readTable(table, input);
};

export const csvTable = (input: ReaderInput): Table | Unreadable => {
  const text = textOf(input);
  if (typeof text !== 'string') return text;
  const { lines, rejected } = linesOf(text.replace(/^\ufeff/, ''));
  const [head, ...rest] = lines;
  if (!head) return unreadable('Die Tabelle ist leer.', 'The table is empty.');
  return {
    headings: head.record.map((heading) => heading.trim()),
    rows: rest.map(({ record, info }) => ({ number: info.lines, cells: record })),
    rejected,
  };
};

const linesOf = (text: string): { lines: Line[]; rejected: Rejection[] } => {
  const rejected: Rejection[] = [];
  const lines = parse(text, {
    delimiter: delimiterOf(text),
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    skip_records_with_error: true,
    max_record_size: LONGEST_RECORD,
    on_skip: (error) => {
      rejected.push({
        position: `Zeile ${error?.lines ?? '?'}`,
        reason: { de: 'Die Zeile ist kein gültiges CSV.', en: 'The line is not valid CSV.' },
      });
      return undefined;
    },
  }) as unknown as Line[];
  return { lines, rejected };
};

/** The separator that the first line holds most often outside quotes; German offices write semicolons. */
const delimiterOf = (text: string): string => {
  const first = (/^[^\r\n]*/.exec(text.trimStart())?.[0] ?? '').replace(/"[^"]*"/g, '');
  const count = (separator: string) => first.split(separator).length;
  return [';', ',', '\t', '|'].reduce((best, next) => (count(next) > count(best) ? next : best));
};
