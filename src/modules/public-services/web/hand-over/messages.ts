import type { Language, Translation } from '../../../../foundation/i18n/language.ts';
import { de } from './messages.de.ts';
import { en } from './messages.en.ts';

export type HandOverMessages = Translation<typeof de>;

const catalogues: Record<Language, HandOverMessages> = { de, en };

export const handOverMessages = (language: Language): HandOverMessages => catalogues[language];
