import type { Context } from '../../../foundation/database/context.ts';
import { type Acting, recordAct } from '../../accounts/index.ts';
import { fieldsOfAction } from '../contract.ts';
import { openAgenda } from '../measures/write-measure.ts';
import { findAgenda, findAgendaVersion, insertGoal, listGoals, saveAgenda } from './agenda-store.ts';
import { MOST_OWN_FIELDS } from './write-agenda.ts';

/**
 * Takes over goals and own fields of a published agenda, not its measures: what others do is no plan of one's own. Goals
 * of the same title stay as they are. @returns how many came.
 */
export const copyStructure = (
  context: Context,
  acting: Acting,
  from: string,
): Promise<{ goals: number } | { refused: 'no-agenda' }> =>
  context.database.transaction().execute(async (database) => {
    const inside = { ...context, database };
    const { ars } = acting.organisation;
    const other = from === ars ? undefined : await findAgenda(database, from);
    const version =
      other && other.version !== null ? await findAgendaVersion(database, from, other.version) : undefined;
    if (!version) return { refused: 'no-agenda' as const };
    const agenda = await openAgenda(inside, ars);
    const now = context.clock();
    const known = await listGoals(database, ars);
    const fresh = version.content.goals.filter(
      ({ title }) => !known.some((goal) => goal.title.toLowerCase() === title.toLowerCase()),
    );
    const strange = fresh
      .map(({ field }) => field)
      .filter((field) => !fieldsOfAction.some((one) => one === field));
    const ownFields = [...new Set([...agenda.ownFields, ...strange])].slice(0, MOST_OWN_FIELDS);
    await saveAgenda(database, { ...agenda, ownFields }, now);
    for (const { title, text, field } of fresh)
      await insertGoal(database, { ars, id: context.newId(), title, text, field }, now);
    await recordAct(inside, acting, { act: 'write-agenda', record: { type: 'agenda', id: ars } });
    return { goals: fresh.length };
  });
