import type { Message } from '../../../foundation/i18n/message.ts';
import { libraryMessages } from '../web/index.ts';
import { fieldsOfAction } from './contract.ts';

/** The fields of action, as they are called in both languages. */
export const nameFields = (): ({ id: string } & Message)[] =>
  fieldsOfAction.map((id) => ({
    id,
    de: libraryMessages('de').choices[id] ?? id,
    en: libraryMessages('en').choices[id] ?? id,
  }));
