import type { Language, Translation } from '../../../foundation/i18n/language.ts';
import { de } from './messages.de.ts';
import { en } from './messages.en.ts';

export type DeskMessages = Translation<typeof de>;

const catalogues: Record<Language, DeskMessages> = { de, en };

export const deskMessages = (language: Language): DeskMessages => catalogues[language];
