export const median = (values: number[]): number => percentile(values, 0.5);

export const percentile = (values: number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};

/** Three digits that count. */
export const short = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en-GB') : value.toPrecision(value >= 10 ? 3 : 2);

export type Section = { title: string; notes: string[]; head: string[]; rows: string[][] };

/** As a Markdown table, padded so that it reads as one in a terminal as well. */
export const markdownOf = ({ title, notes, head, rows }: Section): string => {
  const all = [head, ...rows];
  const widths = head.map((_, at) => Math.max(...all.map((row) => row[at]?.length ?? 0), 3));
  const line = (row: string[]): string =>
    `| ${widths.map((width, at) => (row[at] ?? '').padEnd(width)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [`### ${title}`, '', line(head), rule, ...rows.map(line), '', ...notes, ''].join('\n');
};

/** Whether an aim is met, in words. */
export const against = (value: number, aim: number, kind: 'most' | 'least'): string => {
  const isMet = kind === 'most' ? value <= aim : value >= aim;
  return `${kind === 'most' ? '≤' : '≥'} ${aim}: ${isMet ? 'met' : 'MISSED'}`;
};
