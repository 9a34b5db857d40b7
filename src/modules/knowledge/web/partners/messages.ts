import type { Language, Translation } from '../../../../foundation/i18n/language.ts';
import { de } from './messages.de.ts';
import { en } from './messages.en.ts';

export type PartnerMessages = Translation<typeof de>;

const catalogues: Record<Language, PartnerMessages> = { de, en };

export const partnerMessages = (language: Language): PartnerMessages => catalogues[language];
