import type { Language, Translation } from '../../../../../foundation/i18n/language.ts';
import { de } from './messages.de.ts';
import { en } from './messages.en.ts';

export type EditorMessages = Translation<typeof de>;

export const editorMessages = (language: Language): EditorMessages => ({ de, en })[language];
