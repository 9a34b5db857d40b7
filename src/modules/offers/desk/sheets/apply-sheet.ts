import type { Context } from '../../../../foundation/database/context.ts';
import type { Acting } from '../../../accounts/index.ts';
import type { Places } from '../../import/run/source.ts';
import { deskSource } from '../desk-source.ts';
import { insertEntries, listEntriesById, updateFields } from '../entry-store.ts';
import { putOut } from '../put-out.ts';
import { MOST_SHEET_ROWS } from './sheet.ts';
import {
  type ComparedRow,
  findSheet,
  listComparedRows,
  takeRows,
  waitForOtherSheets,
} from './sheet-store.ts';
import { recordOnSheet } from './upload-sheet.ts';

export type Applied = { created: number; changed: number; unchanged: number; published: number };

/**
 * Takes the rows without a fault over, as drafts or at once for the public, in one transaction. They leave the sheet, so
 * that doing it twice does it once; rows with faults stay until they are corrected.
 */
export const applySheet = (
  context: Context,
  acting: Acting,
  { id, isPublished }: { id: string; isPublished: boolean },
  places: Places,
): Promise<Applied | { refused: 'unknown-sheet' }> =>
  context.database.transaction().execute(async (database) => {
    const inside = { ...context, database };
    const { organisation, personId: owner } = acting;
    await waitForOtherSheets(database, organisation);
    const sheet = await findSheet(database, organisation, id, true);
    if (!sheet) return { refused: 'unknown-sheet' as const };
    const all = { limit: MOST_SHEET_ROWS, offset: 0 };
    const rows = onePerEntry(await listComparedRows(database, organisation, id, all));
    const now = context.clock();
    const created = rows
      .filter(({ kind }) => kind === 'new')
      .map(({ reference, fields }) => ({ id: context.newId(), reference, fields, owner, sheetId: id }));
    await insertEntries(database, organisation, created, now);
    const changed = rows.flatMap(({ kind, entry_id, fields }) =>
      kind === 'changed' && entry_id !== null ? [{ id: entry_id, fields, sheetId: id }] : [],
    );
    // Held before they are written, so that an editor who saves at this moment is told of the change.
    await listEntriesById(
      database,
      organisation,
      changed.map((entry) => entry.id),
      true,
    );
    await updateFields(database, organisation, changed, now);
    const written = [...created, ...changed];
    const not = isPublished ? await putOut(inside, deskSource(organisation), written, places) : [];
    const counts = {
      created: sheet.counts.created + created.length,
      changed: sheet.counts.changed + changed.length,
      unchanged: sheet.counts.unchanged + rows.length - written.length,
      ignored: sheet.counts.ignored,
    };
    const numbers = rows.map(({ number }) => number);
    await takeRows(database, { ars: organisation.ars, id }, numbers, counts, now);
    const applied = {
      created: created.length,
      changed: changed.length,
      unchanged: rows.length - written.length,
      published: isPublished ? written.length - not.length : 0,
    };
    if (rows.length > 0) await recordOnSheet(inside, acting, 'apply-sheet', id, applied);
    return applied;
  });

/** Rows without a fault; of two that mean the same entry, by its two ids, the second waits. */
const onePerEntry = (rows: ComparedRow[]): ComparedRow[] => {
  const seen = new Set<string>();
  return rows.filter(({ kind, entry_id }) => {
    if (kind === 'problem' || (entry_id !== null && seen.has(entry_id))) return false;
    if (entry_id !== null) seen.add(entry_id);
    return true;
  });
};
