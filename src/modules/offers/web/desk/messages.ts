import type { Language, Translation } from '../../../../foundation/i18n/language.ts';
import { de } from './messages.de.ts';
import { en } from './messages.en.ts';

export type EntryMessages = Translation<typeof de>;

const catalogues: Record<Language, EntryMessages> = { de, en };

export const entryMessages = (language: Language): EntryMessages => catalogues[language];
