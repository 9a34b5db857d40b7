import type { Language, Translation } from '../../../../foundation/i18n/language.ts';
import { de } from './messages.de.ts';
import { en } from './messages.en.ts';

export type CheckMessages = Translation<typeof de>;

const catalogues: Record<Language, CheckMessages> = { de, en };

export const checkMessages = (language: Language): CheckMessages => catalogues[language];
