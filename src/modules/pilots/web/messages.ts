import type { Language, Translation } from '../../../foundation/i18n/language.ts';
import { de } from './messages.de.ts';
import { en } from './messages.en.ts';

export type PilotMessages = Translation<typeof de>;

const catalogues: Record<Language, PilotMessages> = { de, en };

export const pilotMessages = (language: Language): PilotMessages => catalogues[language];
