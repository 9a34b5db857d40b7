import type { Language, Translation } from '../../../foundation/i18n/language.ts';
import { de } from './messages.de.ts';
import { en } from './messages.en.ts';

export type OfferMessages = Translation<typeof de>;

const catalogues: Record<Language, OfferMessages> = { de, en };

export const offerMessages = (language: Language): OfferMessages => catalogues[language];
