import type { Language, Translation } from '../../../../foundation/i18n/language.ts';
import { de } from './messages.de.ts';
import { en } from './messages.en.ts';

export type TwinMessages = Translation<typeof de>;

const catalogues: Record<Language, TwinMessages> = { de, en };

export const twinMessages = (language: Language): TwinMessages => catalogues[language];
