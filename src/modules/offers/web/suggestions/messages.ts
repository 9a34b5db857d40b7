import type { Language, Translation } from '../../../../foundation/i18n/language.ts';
import { de } from './messages.de.ts';
import { en } from './messages.en.ts';

export type SuggestionMessages = Translation<typeof de>;

const catalogues: Record<Language, SuggestionMessages> = { de, en };

export const suggestionMessages = (language: Language): SuggestionMessages => catalogues[language];
