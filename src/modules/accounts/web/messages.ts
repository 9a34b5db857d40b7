import type { Language, Translation } from '../../../foundation/i18n/language.ts';
import { keptFormsDe } from './kept-form.messages.de.ts';
import { keptFormsEn } from './kept-form.messages.en.ts';
import { de } from './messages.de.ts';
import { en } from './messages.en.ts';
import { myDataDe } from './my-data.messages.de.ts';
import { myDataEn } from './my-data.messages.en.ts';
import { noticesDe } from './notice.messages.de.ts';
import { noticesEn } from './notice.messages.en.ts';
import { stepUpDe } from './step-up.messages.de.ts';
import { stepUpEn } from './step-up.messages.en.ts';

const german = { ...de, notices: noticesDe, myData: myDataDe, stepUp: stepUpDe, keptForms: keptFormsDe };

export type AccountMessages = Translation<typeof german>;

const catalogues: Record<Language, AccountMessages> = {
  de: german,
  en: { ...en, notices: noticesEn, myData: myDataEn, stepUp: stepUpEn, keptForms: keptFormsEn },
};

export const accountMessages = (language: Language): AccountMessages => catalogues[language];
