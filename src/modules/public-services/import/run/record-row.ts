import { createHash } from 'node:crypto';
import type { Message } from '../../../../foundation/i18n/message.ts';
import { wordsOf } from '../../../../foundation/text/search-text.ts';
import type { ServiceFacts } from '../../catalogue/public-service.ts';
import type { ResponsibilityFacts } from '../../responsibility/responsibility.ts';
import { searchTerms } from '../../search/search-terms.ts';
import type { RecordFacts } from '../reading.ts';
import type { RecordRow } from './import-store.ts';
import type { Areas } from './source.ts';

type NewRow = Omit<RecordRow, 'id'>;

/** The same facts give the same hash, whatever the order of their keys. */
const hashOf = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(sorted(value)))
    .digest('hex');

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  );
};

// PostgreSQL refuses U+0000, and half of a surrogate pair is no character; JSON writes both as escapes.
const UNSTORABLE = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/i;
const NO_CHARACTER: Message = {
  de: 'Der Datensatz enthält Zeichen, die es nicht gibt.',
  en: 'The record holds characters that do not exist.',
};

export const rowOf = (
  record: RecordFacts & { foreignId: string },
  areas: Areas,
): NewRow | { rejected: Message } => {
  if (UNSTORABLE.test(JSON.stringify([record.foreignId, record.facts]))) return { rejected: NO_CHARACTER };
  const row = { foreign_id: record.foreignId, facts: record.facts };
  if (record.kind === 'service') {
    const texts = searchTextsOf(record.facts);
    return { ...row, ...texts, content_hash: hashOf([record.facts, texts]) };
  }
  if (record.kind === 'authority') return { ...row, content_hash: hashOf(record.facts) };
  const located = locate(record.facts, areas);
  return 'rejected' in located
    ? located
    : { ...row, ...located, content_hash: hashOf([record.facts, located]) };
};

const folded = (texts: string[]): string => wordsOf(texts.join(' ')).join(' ');

const searchTextsOf = ({ name, names, keywords, texts }: ServiceFacts) => ({
  search_name: folded([name]),
  search_words: folded([...keywords, ...Object.values(names), ...searchTerms(name)]),
  search_body: folded(texts.map(({ text }) => text)),
});

const locate = (
  { areaKeys, actingKey }: ResponsibilityFacts,
  areas: Areas,
): { areas: string[]; acting_ars?: string } | { rejected: Message } => {
  const found: string[] = [];
  for (const key of areaKeys) {
    const area = key === '' ? { ars: '' } : areas.findArea(key);
    if (!area || 'dividedAmong' in area) return { rejected: noArea(key, area?.dividedAmong) };
    found.push(area.ars);
  }
  if (actingKey === undefined) return { areas: found };
  const acting = areas.findArea(actingKey);
  return acting && 'ars' in acting
    ? { areas: found, acting_ars: acting.ars }
    : { rejected: noArea(actingKey, acting?.dividedAmong) };
};

const noArea = (key: string, divided: string[] | undefined): Message => {
  const shown = key.slice(0, 40);
  return divided
    ? {
        de: `Das Gebiet ${shown} wurde aufgeteilt (${divided.join(', ')}). Nennen Sie die heutigen Schlüssel.`,
        en: `The area ${shown} was divided (${divided.join(', ')}). Name the keys of today.`,
      }
    : {
        de: `Das Gebiet »${shown}« steht nicht im Gemeindeverzeichnis.`,
        en: `The area “${shown}” is not in the register of municipalities.`,
      };
};
