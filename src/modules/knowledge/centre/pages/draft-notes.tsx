import type { ComponentChildren } from 'preact';
import { localPath } from '../../../../foundation/i18n/language.ts';
import { deskPath } from '../../../accounts/index.ts';
import type { StoredEntry } from '../../library/entry-store.ts';
import { entryPath } from '../../library/pages/present-entry.ts';
import { findPublicEntry } from '../../library/public-store.ts';
import type { KnowledgeSetting } from '../../setting.ts';
import { libraryMessages, MergeNote, mergeMessages, RequestNote, reviewMessages } from '../../web/index.ts';
import { findStandingMerge } from '../merge/merge-store.ts';
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
  const merge = await findStandingMerge(database, entry);
  const chief = merge && (await findPublicEntry(database, merge.chief_id));
  const m = mergeMessages(language);
  return (
    <>
      {merge && (
        <MergeNote
          isAsked={merge.state === 'asked'}
          sentence={t.quoted(merge.sentence)}
          chief={{
            title: chief?.parts.title ?? m.gone,
            href: localPath(language, entryPath(merge.chief_id)),
          }}
          action={localPath(language, deskPath(acting, `/wissen/${entry.id}/zusammenfuehren`))}
          t={m}
        />
      )}
      {request && (
        <RequestNote
          parts={request.parts.map((part) => names[part]).join(', ')}
          sentence={t.quoted(request.sentence)}
          action={localPath(language, deskPath(acting, `/wissen/${entry.id}/bitte`))}
          error={refusal && t.refusals[refusal]}
          t={t}
        />
      )}
    </>
  );
};
