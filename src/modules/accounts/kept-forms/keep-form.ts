import type { Context } from '../../../foundation/database/context.ts';
import { hashOf } from '../secret.ts';
import { endedTooLongAgo, endOfKeeping, type KeptForm, keepableFields } from './kept-form.ts';
import {
  dropOldestForms,
  findOwnerOfEnded,
  listStoredForms,
  removeKeptForm,
  saveKeptForm,
} from './kept-form-store.ts';

const MOST_KEPT = 10;

/** Who it was whose session ran out a while ago: a form sent with its cookie is theirs. */
export const findLostOwner = ({ database, clock }: Context, token: string): Promise<string | undefined> => {
  const now = clock();
  return findOwnerOfEnded(database, hashOf(token), { after: endedTooLongAgo(now), until: now });
};

/** @returns false where there was nothing to keep. */
export const keepForm = async (
  { database, clock, newId }: Context,
  personId: string,
  { path, body }: { path: string; body: string },
): Promise<boolean> => {
  const fields = keepableFields(body);
  if (fields.length === 0) return false;
  const keptAt = clock();
  await saveKeptForm(database, personId, { id: newId(), path, fields, keptAt }, endOfKeeping(keptAt));
  await dropOldestForms(database, personId, MOST_KEPT);
  return true;
};

export const listKeptForms = ({ database, clock }: Context, personId: string): Promise<KeptForm[]> =>
  listStoredForms(database, personId, clock());

export const discardKeptForm = ({ database }: Context, personId: string, id: string): Promise<void> =>
  removeKeptForm(database, personId, id);
