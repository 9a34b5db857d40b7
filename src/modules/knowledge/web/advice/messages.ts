import type { Language, Translation } from '../../../../foundation/i18n/language.ts';
import { de } from './messages.de.ts';
import { en } from './messages.en.ts';

export type AdviceMessages = Translation<typeof de>;

const catalogues: Record<Language, AdviceMessages> = { de, en };

export const adviceMessages = (language: Language): AdviceMessages => catalogues[language];
