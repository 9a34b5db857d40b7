import type { Context } from '../../../foundation/database/context.ts';
import { findHolders, normalisedMail, notify } from '../../accounts/index.ts';
import { checkEntry, type EntryFault } from '../desk/check-entry.ts';
import type { EntryFields } from '../desk/entry.ts';
import { normalFields } from '../desk/normal-fields.ts';
import { countOpenSuggestions, saveSuggestion } from './suggestion-store.ts';

/** More than anybody reads in a week: a flood stops here. */
const MOST_OPEN_SUGGESTIONS = 500;

export type SuggestRefusal =
  | { refused: 'faulty'; faults: EntryFault[] }
  | { refused: 'not-a-mail-address' | 'too-many-suggestions' };

type Typed = { ars: string; fields: EntryFields; mail: string };

/** What somebody without an account tells a town hall; it is shown to nobody before an editor has taken it over. */
export const suggestEvent = async (
  context: Context,
  typed: Typed,
  notice: { subject: string; text: string },
): Promise<{ id: string; isRead: boolean } | SuggestRefusal> => {
  const fields = normalFields(typed.fields);
  const checked = checkEntry(fields);
  if ('faults' in checked) return { refused: 'faulty', faults: checked.faults };
  const mail = typed.mail.trim() === '' ? null : normalisedMail(typed.mail);
  if (mail === undefined) return { refused: 'not-a-mail-address' };
  const { ars } = typed;
  return context.database.transaction().execute(async (database) => {
    const inside = { ...context, database };
    if ((await countOpenSuggestions(database, ars)) >= MOST_OPEN_SUGGESTIONS)
      return { refused: 'too-many-suggestions' };
    const id = context.newId();
    await saveSuggestion(database, { ars, id, fields, mail, suggested_at: context.clock() });
    const editors = await findHolders(inside, { ars, id: ars }, 'editor');
    await notify(inside, {
      personIds: editors,
      topic: 'suggestions',
      path: `/rathaus/${ars}/vorschlaege`,
      ...notice,
    });
    return { id, isRead: editors.length > 0 };
  });
};
