import { parse } from 'csv-parse/sync';
import type { Succession } from '../succession.ts';

/** Our shipped table of keys that earlier editions had. */
export const readSuccessions = (text: string): Succession[] =>
  (parse(text, { columns: true, comment: '#', comment_no_infix: true }) as Record<string, string>[]).map(
    (row) => ({
      oldAgs: row.old_ags ?? '',
      ars: row.ars ?? '',
      part: Number(row.part),
      oldName: row.old_name ?? '',
      changedBy: row.changed_by ?? '',
      source: row.source ?? '',
    }),
  );
