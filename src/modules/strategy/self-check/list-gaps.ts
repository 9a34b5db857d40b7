import type { Database } from '../../../foundation/database/context.ts';
import { listDecisions } from './check-store.ts';
import { questions } from './questions.ts';

/** Gaps of the self-check that a town has put off. */
export const listGaps = async (
  database: Database,
  ars: string,
): Promise<{ question: string; text: string; reason: string }[]> =>
  (await listDecisions(database, ars)).flatMap(({ question, decision, reason }) => {
    const text = questions.find(({ id }) => id === question)?.text.de;
    return decision === 'later' && text !== undefined ? [{ question, text, reason }] : [];
  });
