import type { Language, Translation } from '../../../../foundation/i18n/language.ts';
import { de } from './messages.de.ts';
import { en } from './messages.en.ts';

export type RiskMessages = Translation<typeof de>;

const catalogues: Record<Language, RiskMessages> = { de, en };

export const riskMessages = (language: Language): RiskMessages => catalogues[language];
