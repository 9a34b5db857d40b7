import type { Message } from '../../../foundation/i18n/message.ts';
import type { AuthorityFacts } from '../catalogue/competent-authority.ts';
import type { ServiceFacts } from '../catalogue/public-service.ts';
import type { ResponsibilityFacts } from '../responsibility/responsibility.ts';

export type RecordFacts =
  | { kind: 'service'; facts: ServiceFacts }
  | { kind: 'authority'; facts: AuthorityFacts }
  | { kind: 'responsibility'; facts: ResponsibilityFacts };
export type RecordKind = RecordFacts['kind'];

/** What a reader makes of a file, in the order of the file. After `unreadable` nothing follows. */
export type ReadItem =
  | (RecordFacts & { foreignId: string })
  | { removed: RecordKind; foreignId: string }
  | { position: string; rejected: Message }
  | { skipped: string }
  | { unreadable: Message };

export type Bytes = AsyncIterable<Uint8Array>;

export type Reader = {
  /** Whether the file holds all records of its source, so that a missing one has vanished. */ isComplete: boolean;
  read: (bytes: Bytes) => AsyncIterable<ReadItem>;
};

const MOST_BYTES = 64 * 1024 * 1024;

/** A whole file in memory; undefined where it is too large for that. */
export const collectBytes = async (bytes: Bytes): Promise<Buffer | undefined> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.length;
    if (size > MOST_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

export const tooLarge: ReadItem = {
  unreadable: { de: 'Die Datei ist größer als 64 MB.', en: 'The file is larger than 64 MB.' },
};

/** A fault in one record is that record's rejection and never loses the others. */
export const attempt = (position: string, work: () => ReadItem[]): ReadItem[] => {
  try {
    return work();
  } catch (error) {
    const what = error instanceof Error ? error.message.slice(0, 200) : 'unknown';
    return [{ position, rejected: { de: `Unerwartete Form (${what}).`, en: `Unexpected form (${what}).` } }];
  }
};
