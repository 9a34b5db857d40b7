import type { Language, Translation } from '../../../../foundation/i18n/language.ts';
import { de } from './messages.de.ts';
import { en } from './messages.en.ts';

export type ReuseMessages = Translation<typeof de>;

const catalogues: Record<Language, ReuseMessages> = { de, en };

export const reuseMessages = (language: Language): ReuseMessages => catalogues[language];
