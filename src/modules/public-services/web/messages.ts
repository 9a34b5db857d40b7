import type { Language, Translation } from '../../../foundation/i18n/language.ts';
import { de } from './messages.de.ts';
import { en } from './messages.en.ts';

export type ServiceMessages = Translation<typeof de>;

const catalogues: Record<Language, ServiceMessages> = { de, en };

export const serviceMessages = (language: Language): ServiceMessages => catalogues[language];
