import type { Language, Translation } from '../../foundation/i18n/language.ts';
import { de } from './messages.de.ts';
import { en } from './messages.en.ts';

export type AppMessages = Translation<typeof de>;

const catalogues: Record<Language, AppMessages> = { de, en };

export const appMessages = (language: Language): AppMessages => catalogues[language];
