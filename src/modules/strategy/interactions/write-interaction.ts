import type { Context } from '../../../foundation/database/context.ts';
import { type Acting, recordAct } from '../../accounts/index.ts';
import { MOST_INTERACTIONS } from './interaction.ts';
import {
  contestInteraction,
  deleteInteraction,
  keepInteraction,
  listInteractions,
} from './interaction-store.ts';
import { loadInteractions } from './load-interactions.ts';
import { type InteractionFaults, readInteraction } from './read-interaction.ts';

export type InteractionRefusal = 'known-already' | 'too-many' | 'no-note';
export type InteractionAct = 'write-interaction' | 'contest-interaction' | 'delete-interaction';

const LONGEST_NOTE = 2000;

const record = (context: Context, acting: Acting, act: InteractionAct, id: string): Promise<void> =>
  recordAct(context, acting, { act, record: { type: 'interaction', id } });

/** A new interaction (without `id`) or a changed one. */
export const writeInteraction = (
  context: Context,
  acting: Acting,
  typed: Record<string, string>,
  id?: string,
): Promise<{ id: string } | { faults: InteractionFaults } | { refused: InteractionRefusal }> =>
  context.database.transaction().execute(async (database) => {
    const inside = { ...context, database };
    const { ars } = acting.organisation;
    const { named } = await loadInteractions(inside, ars);
    const answer = readInteraction(typed, named);
    if ('faults' in answer) return answer;
    const known = await listInteractions(database, ars);
    if (id === undefined && known.length >= MOST_INTERACTIONS) return { refused: 'too-many' as const };
    const kept = { ...answer.read, id: id ?? context.newId() };
    if (!(await keepInteraction(database, ars, kept, context.clock())))
      return { refused: 'known-already' as const };
    await record(inside, acting, 'write-interaction', kept.id);
    return { id: kept.id };
  });

/** What others hold against it; an empty note settles it. */
export const contest = (
  context: Context,
  acting: Acting,
  { id, note }: { id: string; note: string | null },
): Promise<{ done: true } | { refused: InteractionRefusal }> =>
  context.database.transaction().execute(async (database) => {
    const text = note?.replaceAll('\r\n', '\n').trim() ?? null;
    if (text !== null && (text === '' || text.length > LONGEST_NOTE)) return { refused: 'no-note' as const };
    const { ars } = acting.organisation;
    if (await contestInteraction(database, ars, id, text, context.clock()))
      await record({ ...context, database }, acting, 'contest-interaction', id);
    return { done: true as const };
  });

export const dropInteraction = (context: Context, acting: Acting, id: string): Promise<void> =>
  context.database.transaction().execute(async (database) => {
    await deleteInteraction(database, acting.organisation.ars, id);
    await record({ ...context, database }, acting, 'delete-interaction', id);
  });
