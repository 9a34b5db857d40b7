import type { Context } from '../../../../foundation/database/context.ts';
import { type Acting, recordAct } from '../../../accounts/index.ts';
import { readSheetApart } from '../../apart/apart.ts';
import { cleanText } from '../../import/border/plain-text.ts';
import { checkEntry, type EntryFault } from '../check-entry.ts';
import type { EntryFields } from '../entry.ts';
import { normalFields } from '../normal-fields.ts';
import { referenceOf, type SheetRefusal } from './sheet.ts';
import {
  deleteSheet,
  findComparedRow,
  findSheet,
  hasTwin,
  learnSizes,
  saveRows,
  saveSheet,
} from './sheet-store.ts';

type Inside = Pick<Context, 'database' | 'clock'>;

export const recordOnSheet = (
  context: Inside,
  acting: Acting,
  act: string,
  id: string,
  detail: Record<string, number | boolean> = {},
): Promise<void> => recordAct(context, acting, { act, record: { type: 'sheet', id }, detail });

const LONGEST_NAME = 200;
const MANY_ROWS = 500;

/** Keeps the rows of a table until somebody takes them over or throws them away; no entry has changed yet. */
export const uploadSheet = async (
  context: Context,
  acting: Acting,
  { fileName, bytes }: { fileName: string; bytes: Uint8Array },
): Promise<{ id: string } | { refused: SheetRefusal; count?: number }> => {
  const reading = await readSheetApart(bytes);
  if ('refused' in reading) return reading;
  const { rows, ignored } = reading;
  const id = context.newId();
  const sheet = {
    id,
    file_name: cleanText(fileName).slice(0, LONGEST_NAME),
    uploaded_by: acting.personId,
    uploaded_at: context.clock(),
    counts: { created: 0, changed: 0, unchanged: 0, ignored },
    closed_at: null,
  };
  await context.database.transaction().execute(async (database) => {
    await saveSheet(database, acting.organisation, sheet);
    await saveRows(database, { ars: acting.organisation.ars, id }, rows);
    if (rows.length > MANY_ROWS) await learnSizes(database);
    await recordOnSheet({ ...context, database }, acting, 'upload-sheet', id, { rows: rows.length });
  });
  return { id };
};

type UnknownRow = { refused: 'unknown-row' };

/** Corrects a row in the page; it is kept once nothing is wrong with it any more. */
export const changeSheetRow = (
  context: Context,
  acting: Acting,
  row: { sheetId: string; number: number; reference: string; typed: EntryFields },
): Promise<{ number: number } | UnknownRow | { refused: 'faulty'; faults: EntryFault[] }> =>
  context.database.transaction().execute(async (database) => {
    const { sheetId, number } = row;
    const { organisation } = acting;
    const isOpen = await findSheet(database, organisation, sheetId, true);
    if (!isOpen || !(await findComparedRow(database, organisation, sheetId, number)))
      return { refused: 'unknown-row' as const };
    const fields = normalFields(row.typed);
    const reference = referenceOf(row.reference, fields);
    const checked = checkEntry(fields);
    const faults = 'faults' in checked ? [...checked.faults] : [];
    const key = { ars: organisation.ars, id: sheetId };
    if (await hasTwin(database, key, { number, reference }))
      faults.push({ field: 'name', reason: 'id-twice' });
    if (faults.length > 0) return { refused: 'faulty' as const, faults };
    await saveRows(database, key, [{ number, reference, fields, faults: [] }]);
    await recordOnSheet({ ...context, database }, acting, 'change-sheet-row', sheetId, { row: number });
    return { number };
  });

export const discardSheet = (
  context: Context,
  acting: Acting,
  { id }: { id: string },
): Promise<{ id: string } | { refused: 'unknown-sheet' }> =>
  context.database.transaction().execute(async (database) => {
    if (!(await findSheet(database, acting.organisation, id, true)))
      return { refused: 'unknown-sheet' as const };
    await deleteSheet(database, { ars: acting.organisation.ars, id });
    await recordOnSheet({ ...context, database }, acting, 'discard-sheet', id);
    return { id };
  });
