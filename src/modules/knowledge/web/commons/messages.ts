import type { Language, Translation } from '../../../../foundation/i18n/language.ts';
import { de } from './messages.de.ts';
import { en } from './messages.en.ts';

export type CommonsMessages = Translation<typeof de>;

const catalogues: Record<Language, CommonsMessages> = { de, en };

export const commonsMessages = (language: Language): CommonsMessages => catalogues[language];
