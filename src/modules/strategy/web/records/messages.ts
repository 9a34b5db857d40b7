import type { Language, Translation } from '../../../../foundation/i18n/language.ts';
import { de } from './messages.de.ts';
import { en } from './messages.en.ts';

export type RecordMessages = Translation<typeof de>;
export type RecordAct = keyof RecordMessages['acts'];

const catalogues: Record<Language, RecordMessages> = { de, en };

export const recordMessages = (language: Language): RecordMessages => catalogues[language];
