import type { Language, Translation } from '../../../../foundation/i18n/language.ts';
import { de } from './messages.de.ts';
import { en } from './messages.en.ts';

export type MoneyMessages = Translation<typeof de>;

export const moneyMessages = (language: Language): MoneyMessages => ({ de, en })[language];
