import type { Message } from '../../../foundation/i18n/message.ts';
import { csvLines } from '../../../foundation/table/csv.ts';
import { daysIn } from '../../../foundation/time/written-deadline.ts';
import type { CallFacts } from '../centre/calls/contract.ts';
import { readCall } from '../centre/calls/read-call.ts';

export type ReadCalls = {
  found: { foreignId: string; facts: CallFacts }[];
  rejected: { position: string; reason: Message }[];
};

const COLUMNS = {
  title: 'titel',
  giver: 'foerdergeber',
  area: 'foerdergebiet',
  eligible: 'foerderberechtigte',
  amount: 'foerderhoehe',
  words: 'frist_oder_status',
  sourceState: 'stand_der_quelle',
  sourceUrl: 'source_url',
} as const;

/** The list's words for a subject, as the fields of action are called here; anything else stays without a field. */
const FIELDS: [pattern: RegExp, field: string][] = [
  [/Mobilität|Verkehr/i, 'mobility'],
  [/digital|Onlinedienste|OZG/i, 'administration'],
  [/Städtebau/i, 'living'],
];

/** Funding programmes of a list: facts, each with its source; a blank stays blank. */
export const readCalls = (text: string): ReadCalls => {
  const { lines, faulty } = csvLines(text);
  const [head, ...rows] = lines;
  const rejected: ReadCalls['rejected'] = faulty.map((line) => ({
    position: `${line ?? '?'}`,
    reason: { de: 'Die Zeile lässt sich nicht lesen', en: 'The line cannot be read' },
  }));
  const found: ReadCalls['found'] = [];
  for (const { record, line } of rows) {
    const cell = (column: string): string => record[head?.record.indexOf(column) ?? -1]?.trim() ?? '';
    const field = FIELDS.find(([pattern]) => pattern.test(cell('foerderbereich')))?.[1];
    const typed = Object.fromEntries(Object.entries(COLUMNS).map(([fact, column]) => [fact, cell(column)]));
    const read = readCall({ ...typed, ...(field && { field }) });
    const foreignId = cell('id');
    if (read.facts && foreignId !== '')
      found.push({ foreignId, facts: { ...read.facts, ...daysIn(cell('frist_oder_status')) } });
    else
      rejected.push({
        position: `Zeile ${line}`,
        reason: {
          de: `Es fehlt oder stimmt nicht: ${Object.keys(read.faults ?? { id: '' }).join(', ')}`,
          en: `Missing or wrong: ${Object.keys(read.faults ?? { id: '' }).join(', ')}`,
        },
      });
  }
  return { found, rejected };
};
