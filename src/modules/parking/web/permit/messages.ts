import type { Language, Translation } from '../../../../foundation/i18n/language.ts';
import { de } from './messages.de.ts';
import { en } from './messages.en.ts';

export type PermitMessages = Translation<typeof de>;

export const permitMessages = (language: Language): PermitMessages => ({ de, en })[language];
