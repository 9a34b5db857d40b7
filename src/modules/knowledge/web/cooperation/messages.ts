import type { Language } from '../../../../foundation/i18n/language.ts';
import { de } from './messages.de.ts';
import { en } from './messages.en.ts';

export type CooperationMessages = typeof en;

const catalogues: Record<Language, CooperationMessages> = { de, en };

export const cooperationMessages = (language: Language): CooperationMessages => catalogues[language];
