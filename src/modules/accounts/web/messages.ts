import type { Language, Translation } from '../../../foundation/i18n/language.ts';
import { de } from './messages.de.ts';
import { en } from './messages.en.ts';

export type AccountMessages = Translation<typeof de>;

const catalogues: Record<Language, AccountMessages> = { de, en };

export const accountMessages = (language: Language): AccountMessages => catalogues[language];
