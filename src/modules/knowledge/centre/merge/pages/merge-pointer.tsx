import type { ComponentChildren } from 'preact';
import type { Database } from '../../../../../foundation/database/context.ts';
import { type Language, localPath } from '../../../../../foundation/i18n/language.ts';
import { entryPath } from '../../../library/pages/present-entry.ts';
import { findPublicEntry } from '../../../library/public-store.ts';
import { MergePointer, mergeMessages } from '../../../web/index.ts';
import { findChiefOf } from '../merge-store.ts';

/** Above an entry that points to another: where to read on. */
export const mergePointer = async (
  language: Language,
  database: Database,
  entryId: string,
): Promise<ComponentChildren> => {
  const chiefId = await findChiefOf(database, entryId);
  const chief = chiefId === undefined ? undefined : await findPublicEntry(database, chiefId);
  const t = mergeMessages(language);
  return (
    chief && (
      <MergePointer
        href={localPath(language, entryPath(chief.id))}
        label={t.toChief(chief.parts.title ?? '')}
        t={t}
      />
    )
  );
};
