import type { Reading, ReadRecord, Rejection } from '../../offer.ts';

/** A reason in both languages of the run report. */
export type Reason = Rejection['reason'];

/** The file as a whole is none of its format; single bad records never lead here. */
export type Unreadable = { refused: 'unreadable-file'; reason: Reason };

export type ReaderInput = {
  bytes: Uint8Array;
  contentType?: string /** Of the source, as stored. */;
  settings?: unknown;
};
export type Reader = (input: ReaderInput) => Promise<Reading | Unreadable> | Reading | Unreadable;

/** What became of one foreign record. */
export type RecordResult = ReadRecord | { rejected: Reason } | { skipped: string };

const MOST_RECORDS = 1_000_000;

export const unreadable = (de: string, en: string): Unreadable => ({
  refused: 'unreadable-file',
  reason: { de, en },
});

/** Reads record by record: a fault in one is that record's rejection and never loses the others. */
export const collect = <T>(
  items: Iterable<{ position: string; item: T }>,
  read: (item: T) => RecordResult,
): Reading => {
  const reading: Reading = { records: [], rejected: [], skipped: {} };
  let count = 0;
  for (const { position, item } of items) {
    count += 1;
    if (count > MOST_RECORDS) {
      reading.rejected.push({
        position,
        reason: {
          de: 'Mehr als eine Million Datensätze: der Rest fehlt.',
          en: 'More than a million records: the rest is missing.',
        },
      });
      break;
    }
    const result = attempt(() => read(item));
    if ('skipped' in result) reading.skipped[result.skipped] = (reading.skipped[result.skipped] ?? 0) + 1;
    else if ('rejected' in result) reading.rejected.push({ position, reason: result.rejected });
    else reading.records.push(result);
  }
  return reading;
};

const attempt = (work: () => RecordResult): RecordResult => {
  try {
    return work();
  } catch (error) {
    const what = error instanceof Error ? error.message.slice(0, 200) : 'unknown';
    return { rejected: { de: `Unerwartete Form (${what}).`, en: `Unexpected form (${what}).` } };
  }
};
