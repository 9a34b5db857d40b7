import type { Language, Translation } from '../../../../foundation/i18n/language.ts';
import { de } from './messages.de.ts';
import { en } from './messages.en.ts';

export type LibraryMessages = Translation<typeof de>;

const catalogues: Record<Language, LibraryMessages> = { de, en };

export const libraryMessages = (language: Language): LibraryMessages => catalogues[language];
