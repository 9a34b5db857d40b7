import type { Message } from '../../../foundation/i18n/message.ts';
import type { EntryKind } from '../library/contract.ts';

/** What a foreign record says of an entry: facts, never its texts. */
export type FoundEntry = {
  /** How the record is called at its source. */ foreignId: string;
  /** Key of the unit it belongs to, as the source writes it. */ key: string;
  kind: EntryKind;
  parts: Record<string, string>;
};

export type ReadEntries = {
  found: FoundEntry[];
  rejected: { position: string; reason: Message }[];
};

export const noKey: Message = { de: 'Kein amtlicher Schlüssel', en: 'No official key' };
