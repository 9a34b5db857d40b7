import type { Context } from '../../../foundation/database/context.ts';
import { type Acting, recordAct } from '../../accounts/index.ts';
import { recordOn } from '../desk/act-on-entry.ts';
import { insertEntries } from '../desk/entry-store.ts';
import { publisherScopeOf } from '../desk/publisher-scope.ts';
import { answerReport } from './report-store.ts';
import { answerSuggestion, lockOpenSuggestion, type Suggestion } from './suggestion-store.ts';

const SHORTEST_REASON = 5;
const LONGEST_REASON = 1_000;

export type ModerateRefusal = { refused: 'answered-already' | 'reason-missing' };

/** Whoever was told no deserves to be told why. */
const reasonIn = (typed: unknown): string | undefined => {
  const reason = typeof typed === 'string' ? typed.trim() : '';
  return reason.length >= SHORTEST_REASON && reason.length <= LONGEST_REASON ? reason : undefined;
};

/** Suggestions go to the municipality; a club in it answers none. */
const answer = (
  context: Context,
  acting: Acting,
  id: string,
  work: (inside: Context, suggestion: Suggestion) => Promise<void>,
): Promise<Suggestion | ModerateRefusal> =>
  context.database.transaction().execute(async (database) => {
    const { ars, isUnit } = publisherScopeOf(acting);
    const suggestion = isUnit ? await lockOpenSuggestion(database, ars, id) : undefined;
    if (!suggestion) return { refused: 'answered-already' };
    await work({ ...context, database }, suggestion);
    return suggestion;
  });

/** Makes a draft of it, which belongs to whoever took it over. @returns the suggestion as it was, for the answer. */
export const takeSuggestion = async (
  context: Context,
  acting: Acting,
  id: string,
): Promise<{ entryId: string; suggestion: Suggestion } | ModerateRefusal> => {
  const entryId = context.newId();
  const taken = await answer(context, acting, id, async (inside, { ars, fields }) => {
    const at = inside.clock();
    const draft = { id: entryId, reference: null, fields, owner: acting.personId, sheetId: null };
    await insertEntries(inside.database, acting.organisation, [draft], at);
    await answerSuggestion(
      inside.database,
      { ars, id },
      { outcome: 'taken', reason: null, by: acting.personId, at, entryId },
    );
    await recordOn(inside, acting, 'take-suggestion', entryId);
  });
  return 'refused' in taken ? taken : { entryId, suggestion: taken };
};

export const declineSuggestion = async (
  context: Context,
  acting: Acting,
  { id, reason: typed }: { id: string; reason: unknown },
): Promise<{ reason: string; suggestion: Suggestion } | ModerateRefusal> => {
  const reason = reasonIn(typed);
  if (reason === undefined) return { refused: 'reason-missing' };
  const declined = await answer(context, acting, id, async (inside, { ars }) => {
    const at = inside.clock();
    await answerSuggestion(
      inside.database,
      { ars, id },
      { outcome: 'declined', reason, by: acting.personId, at },
    );
    await recordAct(inside, acting, { act: 'decline-suggestion', record: { type: 'suggestion', id } });
  });
  return 'refused' in declined ? declined : { reason, suggestion: declined };
};

/** A report is mended, or declined with a reason; either way it is off the desk of everybody who saw it. */
export const settleReport = async (
  context: Context,
  acting: Acting,
  { id, outcome, reason: typed }: { id: string; outcome: 'mended' | 'declined'; reason: unknown },
): Promise<{ settled: true } | ModerateRefusal> => {
  const reason = reasonIn(typed);
  if (outcome === 'declined' && reason === undefined) return { refused: 'reason-missing' };
  return context.database.transaction().execute(async (database) => {
    const inside = { ...context, database };
    const at = context.clock();
    const settled = await answerReport(database, publisherScopeOf(acting), id, {
      outcome,
      reason: reason ?? null,
      by: acting.personId,
      at,
    });
    if (!settled) return { refused: 'answered-already' };
    await recordAct(inside, acting, {
      act: outcome === 'mended' ? 'mend-report' : 'decline-report',
      record: { type: 'offer', id: settled.offer_id },
    });
    return { settled: true };
  });
};
