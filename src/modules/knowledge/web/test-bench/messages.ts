import type { Language, Translation } from '../../../../foundation/i18n/language.ts';
import { de } from './messages.de.ts';
import { en } from './messages.en.ts';

export type BenchMessages = Translation<typeof de>;

export const benchMessages = (language: Language): BenchMessages => ({ de, en })[language];
