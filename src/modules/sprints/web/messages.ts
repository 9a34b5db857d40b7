import type { Language, Translation } from '../../../foundation/i18n/language.ts';
import { de } from './messages.de.ts';
import { en } from './messages.en.ts';

export type SprintMessages = Translation<typeof de>;

const catalogues: Record<Language, SprintMessages> = { de, en };

export const sprintMessages = (language: Language): SprintMessages => catalogues[language];
