import type { Language, Translation } from '../../../../foundation/i18n/language.ts';
import { de } from './messages.de.ts';
import { en } from './messages.en.ts';

export type SiteMessages = Translation<typeof de>;

const catalogues: Record<Language, SiteMessages> = { de, en };

export const siteMessages = (language: Language): SiteMessages => catalogues[language];
