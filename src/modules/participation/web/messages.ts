import type { Language, Translation } from '../../../foundation/i18n/language.ts';
import { de } from './messages.de.ts';
import { en } from './messages.en.ts';

export type ParticipationMessages = Translation<typeof de>;

const catalogues: Record<Language, ParticipationMessages> = { de, en };

export const participationMessages = (language: Language): ParticipationMessages => catalogues[language];
