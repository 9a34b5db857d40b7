import * as v from 'valibot';
import type { Message } from '../../../foundation/i18n/message.ts';
import { csvLines } from '../../../foundation/table/csv.ts';
import { oneLine } from '../../../foundation/text/plain-text.ts';
import { daysIn } from '../../../foundation/time/written-deadline.ts';
import { type ProgrammeFacts, ProgrammeFactsSchema } from '../contract.ts';
import { applicantsIn, areaIn, fieldsIn, levelIn, moneyIn, sourceDayIn } from './rules-in-words.ts';

export type ReadProgrammes = {
  found: { foreignId: string; facts: ProgrammeFacts }[];
  rejected: { position: string; reason: Message }[];
};

const ROLLING = /fortlaufend|kontinuierlich|laufend/i;

/** One line of a list as rules: what its words do not say as a rule stays unknown. */
const factsOf = (cell: (column: string) => string): unknown => {
  const deadline = cell('frist_oder_status');
  const { opens = null, closes = null, isSaidClosed = false } = daysIn(deadline);
  return {
    title: cell('titel'),
    giver: cell('foerdergeber'),
    level: levelIn(cell('ebene')),
    area: areaIn(cell('foerdergebiet')),
    areaText: cell('foerdergebiet'),
    applicants: applicantsIn(cell('foerderberechtigte')),
    inhabitants: null,
    fields: fieldsIn(cell('foerderbereich')),
    money: { ...moneyIn(cell('foerderhoehe')), text: cell('foerderhoehe') },
    deadline: { opens, closes, isSaidClosed, isRolling: ROLLING.test(deadline), text: deadline },
    notWith: null,
    sourceOn: sourceDayIn(cell('stand_der_quelle')),
    sourceUrl: cell('source_url'),
  };
};

const keyOf = (issue: v.BaseIssue<unknown>): string => String(issue.path?.[0]?.key ?? '?');

export const readProgrammes = (text: string): ReadProgrammes => {
  const { lines, faulty } = csvLines(text);
  const [head, ...rows] = lines;
  const rejected: ReadProgrammes['rejected'] = faulty.map((line) => ({
    position: `${line ?? '?'}`,
    reason: { de: 'Die Zeile lässt sich nicht lesen', en: 'The line cannot be read' },
  }));
  const found: ReadProgrammes['found'] = [];
  for (const { record, line } of rows) {
    const cell = (column: string): string =>
      oneLine(record[head?.record.indexOf(column) ?? -1] ?? '', 2000) ?? '';
    const read = v.safeParse(ProgrammeFactsSchema, factsOf(cell));
    const foreignId = cell('id');
    if (read.success && foreignId !== '' && foreignId.length <= 200)
      found.push({ foreignId, facts: read.output });
    else {
      const wrong = [...new Set(read.success ? ['id'] : read.issues.map(keyOf))].join(', ');
      rejected.push({
        position: `Zeile ${line}`,
        reason: { de: `Es fehlt oder stimmt nicht: ${wrong}`, en: `Missing or wrong: ${wrong}` },
      });
    }
  }
  return { found, rejected };
};
