import type { Context } from '../../../foundation/database/context.ts';
import { type Acting, recordAct } from '../../accounts/index.ts';
import { cleanText } from '../import/border/plain-text.ts';
import type { UnknownEntry } from './act-on-entry.ts';
import { findEntry } from './entry-store.ts';
import { deleteTemplate, saveTemplate } from './list-store.ts';

const LONGEST_NAME = 100;

/** What is different each time is left out, so that nobody publishes the date of last year. */
const NOT_KEPT = ['start', 'end', 'repeatUntil', 'status'] as const;

/** Keeps the texts of an entry for the next one of its kind. */
export const saveAsTemplate = (
  context: Context,
  acting: Acting,
  { id, name }: { id: string; name: string },
): Promise<{ templateId: string } | UnknownEntry | { refused: 'no-template-name' }> =>
  context.database.transaction().execute(async (database) => {
    const entry = await findEntry(database, acting.organisation, id);
    if (!entry) return { refused: 'unknown-entry' as const };
    const title = cleanText(name).replace(/\s+/g, ' ');
    if (title === '' || title.length > LONGEST_NAME) return { refused: 'no-template-name' as const };
    const fields = { ...entry.fields };
    for (const field of NOT_KEPT) delete fields[field];
    const template = { id: context.newId(), name: title, fields };
    const templateId = await saveTemplate(database, acting.organisation, template, context.clock());
    const record = { type: 'template', id: templateId };
    await recordAct({ ...context, database }, acting, { act: 'save-template', record });
    return { templateId };
  });

export const removeTemplate = (
  context: Context,
  acting: Acting,
  { id }: { id: string },
): Promise<{ id: string } | { refused: 'unknown-template' }> =>
  context.database.transaction().execute(async (database) => {
    if (!(await deleteTemplate(database, acting.organisation, id)))
      return { refused: 'unknown-template' as const };
    const record = { type: 'template', id };
    await recordAct({ ...context, database }, acting, { act: 'remove-template', record });
    return { id };
  });
