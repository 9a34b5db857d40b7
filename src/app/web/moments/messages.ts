import type { Language, Translation } from '../../../foundation/i18n/language.ts';
import { de } from './messages.de.ts';
import { en } from './messages.en.ts';

export type MomentMessages = Translation<typeof de>;

const catalogues: Record<Language, MomentMessages> = { de, en };

export const momentMessages = (language: Language): MomentMessages => catalogues[language];
