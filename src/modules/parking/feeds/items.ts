import type { Message } from '../../../foundation/i18n/message.ts';
import type { Rejection } from '../sites/parking-site.ts';

/** The file as a whole is none that can be read; single bad records never lead here. */
export type Unreadable = { refused: 'unreadable-file'; reason: Message };

type Item = { position: string; item: unknown };
export type Items = { items: Item[]; file: unknown; rejected: Rejection[] };

export const unreadable = (de: string, en: string): Unreadable => ({
  refused: 'unreadable-file',
  reason: { de, en },
});
