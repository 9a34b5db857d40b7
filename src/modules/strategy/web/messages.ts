import type { Language, Translation } from '../../../foundation/i18n/language.ts';
import { de } from './messages.de.ts';
import { en } from './messages.en.ts';

export type StrategyMessages = Translation<typeof de>;

const catalogues: Record<Language, StrategyMessages> = { de, en };

export const strategyMessages = (language: Language): StrategyMessages => catalogues[language];
