import type { Language, Translation } from '../../../../foundation/i18n/language.ts';
import { de } from './messages.de.ts';
import { en } from './messages.en.ts';

export type CountryMessages = Translation<typeof de>;

const catalogues: Record<Language, CountryMessages> = { de, en };

export const countryMessages = (language: Language): CountryMessages => catalogues[language];
