import { officeCsv } from '../../../foundation/table/office-csv.ts';
import { berlinDay } from '../../../foundation/time/zone.ts';
import { commonsMessages } from '../web/index.ts';
import type { CommonsLine } from './commons-store.ts';

const COLUMNS = [
  'ars',
  'stelle',
  'tag',
  'seite',
  'was',
  'menge',
  'worum',
  'mit',
  'zeile',
  'nimmt_zurueck',
  'erfunden',
] as const;

/** Every line of every town, corrections as lines of their own. */
export const commonsCsv = (lines: readonly CommonsLine[]): string => {
  const t = commonsMessages('de');
  const rows = lines.map((line) => [
    line.ars,
    line.organisation,
    berlinDay(line.entered_at),
    t.sides[line.side],
    t.kinds[line.kind],
    line.amount,
    line.what,
    line.with_name,
    line.id,
    line.corrects,
    line.demonstration ? 'ja' : '',
  ]);
  return officeCsv([COLUMNS, ...rows]);
};
