import type { Language, Translation } from '../../../../foundation/i18n/language.ts';
import { de } from './messages.de.ts';
import { en } from './messages.en.ts';

export type SpaceMessages = Translation<typeof de>;

export const spaceMessages = (language: Language): SpaceMessages => ({ de, en })[language];
