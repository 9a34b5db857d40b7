import type { Language, Translation } from '../../../foundation/i18n/language.ts';
import { de } from './messages.de.ts';
import { en } from './messages.en.ts';
import { noticesDe } from './notice.messages.de.ts';
import { noticesEn } from './notice.messages.en.ts';

const german = { ...de, notices: noticesDe };

export type AccountMessages = Translation<typeof german>;

const catalogues: Record<Language, AccountMessages> = { de: german, en: { ...en, notices: noticesEn } };

export const accountMessages = (language: Language): AccountMessages => catalogues[language];
