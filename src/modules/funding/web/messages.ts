import type { Language, Translation } from '../../../foundation/i18n/language.ts';
import { de } from './messages.de.ts';
import { en } from './messages.en.ts';

export type FundingMessages = Translation<typeof de>;

const catalogues: Record<Language, FundingMessages> = { de, en };

export const fundingMessages = (language: Language): FundingMessages => catalogues[language];
