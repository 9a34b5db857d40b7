import { parse } from 'csv-parse/sync';

export type CsvLine = { record: string[] /** In the file, from 1. */; line: number };

const LONGEST_RECORD = 1_000_000;

/** Lines of CSV of any office program: separator and line ends are found; a line that is none is named, and skipped. */
export const csvLines = (text: string): { lines: CsvLine[]; faulty: (number | undefined)[] } => {
  const faulty: (number | undefined)[] = [];
  const plain = text.replace(/^\ufeff/, '');
  const lines = parse(plain, {
    delimiter: delimiterOf(plain),
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    skip_records_with_error: true,
    max_record_size: LONGEST_RECORD,
    on_skip: (error) => {
      faulty.push(typeof error?.lines === 'number' ? error.lines : undefined);
      return undefined;
    },
  }) as unknown as { record: string[]; info: { lines: number } }[];
  return { lines: lines.map(({ record, info }) => ({ record, line: info.lines })), faulty };
};

/** The separator that the first line holds most often outside quotes; German offices write semicolons. */
const delimiterOf = (text: string): string => {
  const first = (/^[^\r\n]*/.exec(text.trimStart())?.[0] ?? '').replace(/"[^"]*"/g, '');
  const count = (separator: string) => first.split(separator).length;
  return [';', ',', '\t', '|'].reduce((best, next) => (count(next) > count(best) ? next : best));
};
