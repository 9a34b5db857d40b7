import type { ComponentChildren } from 'preact';
import { localPath } from '../../../../foundation/i18n/language.ts';
import { deskPath } from '../../../accounts/index.ts';
import type { StoredEntry } from '../../library/entry-store.ts';
import type { KnowledgeSetting } from '../../setting.ts';
import { libraryMessages, RequestNote, reviewMessages } from '../../web/index.ts';
import type { DeclineRefusal } from '../review/ask-for-completion.ts';
import { findOpenRequest } from '../review/request-store.ts';
import type { DeskPage } from './centre-frame.tsx';

/** What the centre asks of the desk of an entry, above its draft. */
export const draftNotes = async (
  c: DeskPage,
  { database }: Pick<KnowledgeSetting, 'database'>,
  entry: StoredEntry,
  refusal?: DeclineRefusal,
): Promise<ComponentChildren> => {
  const { language, acting } = c.var;
  const request = await findOpenRequest(database, entry);
  const t = reviewMessages(language);
  const names = libraryMessages(language).parts;
  return (
    request && (
      <RequestNote
        parts={request.parts.map((part) => names[part]).join(', ')}
        sentence={t.quoted(request.sentence)}
        action={localPath(language, deskPath(acting, `/wissen/${entry.id}/bitte`))}
        error={refusal && t.refusals[refusal]}
        t={t}
      />
    )
  );
};
