import { formatDate } from '../../../../foundation/i18n/format.ts';
import type { Language } from '../../../../foundation/i18n/language.ts';
import { type EntryView, reuseMessages } from '../../web/index.ts';
import type { Reuse } from '../reuse-store.ts';

/** What became of an entry elsewhere. Who does not want to be named is counted, and its result told. */
export const presentReuses = (language: Language, reuses: readonly Reuse[]): EntryView['reuses'] => {
  const t = reuseMessages(language);
  return reuses.map(({ organisation, state, is_named, created_at, result }) => {
    const since = formatDate(language, created_at);
    return {
      text: is_named ? t.named(organisation, t.states[state], since) : t.unnamed(t.states[state], since),
      result: is_named ? result : '',
    };
  });
};
