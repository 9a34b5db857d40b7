import { setImmediate } from 'node:timers/promises';
import type { Reading, ReadRecord, Rejection } from '../../offer.ts';
import { contentHash } from './content-hash.ts';
import type { Places, Source } from './source.ts';

/** A record whose municipality is known. */
export type Prepared = ReadRecord & { ars: string; hash: string };

const MUNICIPALITY_DIGITS = 12;
// Requests are answered in between: a file may hold a million records.
const RECORDS_AT_ONCE = 500;

/** Finds the municipality of every record; a second record of the same id is reported and left out. */
export const prepareRecords = async (
  reading: Reading,
  source: Source,
  places: Places,
): Promise<{ prepared: Prepared[]; rejected: Rejection[] }> => {
  const prepared = new Map<string, Prepared>();
  const rejected = [...reading.rejected];
  let count = 0;
  for (const record of reading.records) {
    count += 1;
    if (count % RECORDS_AT_ONCE === 0) await setImmediate();
    const ars = await municipalityOf(record, source, places);
    if (ars === undefined) rejected.push(nowhere(record));
    else if (prepared.has(record.foreignId)) rejected.push(twice(record));
    else
      prepared.set(record.foreignId, {
        ...record,
        ars,
        hash: contentHash([record.facts, record.url, source.licence, source.attribution]),
      });
  }
  return { prepared: [...prepared.values()], rejected };
};

const municipalityOf = async (
  record: ReadRecord,
  source: Source,
  places: Places,
): Promise<string | undefined> => {
  const { point, address } = record.facts;
  const located = point && (await places.locate(point));
  if (located) return located.ars;
  if (source.ars.length === MUNICIPALITY_DIGITS) return source.ars;
  const text = [address.postcode, address.town].filter((part) => part !== undefined).join(' ');
  return text === '' ? undefined : (await places.findPlace(text))?.ars;
};

const nowhere = ({ foreignId }: ReadRecord): Rejection => ({
  position: foreignId,
  reason: {
    de: 'Keine Gemeinde gefunden: weder Koordinaten noch Ort führen zu einer.',
    en: 'No municipality found: neither coordinates nor town lead to one.',
  },
});

const twice = ({ foreignId }: ReadRecord): Rejection => ({
  position: foreignId,
  reason: {
    de: 'Die Kennung kommt in der Datei mehrmals vor; der erste Eintrag gilt.',
    en: 'The id occurs several times in the file; the first entry counts.',
  },
});
