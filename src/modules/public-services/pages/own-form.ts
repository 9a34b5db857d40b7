import type { Database } from '../../../foundation/database/context.ts';
import { type Language, localPath } from '../../../foundation/i18n/language.ts';
import { findFormOfService } from '../forms/form-store.ts';
import type { ServiceView } from '../web/index.ts';

/** Where the municipality takes this application here, its form goes before any address elsewhere. */
export const ownForm = async (
  database: Database,
  { ars, leikaKeys, language }: { ars: string | undefined; leikaKeys: string[]; language: Language },
): Promise<Pick<ServiceView, 'online'>> => {
  const form = ars === undefined ? undefined : await findFormOfService(database, ars, leikaKeys);
  if (!form) return {};
  const href = localPath(language, `/antrag/${form.ars}/${form.id}`);
  return { online: { href, label: form.definition.title[language] } };
};
