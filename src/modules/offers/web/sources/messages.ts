import type { Language, Translation } from '../../../../foundation/i18n/language.ts';
import { de } from './messages.de.ts';
import { en } from './messages.en.ts';

export type SourceMessages = Translation<typeof de>;

const catalogues: Record<Language, SourceMessages> = { de, en };

export const sourceMessages = (language: Language): SourceMessages => catalogues[language];

/** Why an address could not be read, in words; what nobody foresaw stays as it is. */
export const fetchReason = (failure: string, t: SourceMessages): string => {
  const [code = ''] = failure.split(':');
  return Object.hasOwn(t.fetch, code)
    ? `${t.fetch[code as keyof SourceMessages['fetch']]} (${failure.slice(code.length + 1).trim()})`
    : failure;
};
