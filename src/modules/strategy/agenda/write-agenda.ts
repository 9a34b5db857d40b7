import type { Context } from '../../../foundation/database/context.ts';
import { revisionIn, textIn } from '../../../foundation/text/typed-text.ts';
import { type Acting, recordAct } from '../../accounts/index.ts';
import { listMeasures } from '../measures/measure-store.ts';
import { openAgenda } from '../measures/write-measure.ts';
import { type Agenda, type AgendaContent, fieldKeys, type Goal, LEAST_YEARS, MOST_YEARS } from './agenda.ts';
import {
  deleteGoal,
  insertGoal,
  listGoals,
  publishAgendaVersion,
  saveAgenda,
  saveGoal,
} from './agenda-store.ts';

export type AgendaRefusal =
  | 'changed-meanwhile'
  | 'no-years'
  | 'too-long'
  | 'no-title'
  | 'no-field'
  | 'nothing-yet';
export type AgendaAct = 'write-agenda' | 'publish-agenda';

type Typed = Record<string, string>;

const LONGEST_VISION = 4000;
export const MOST_OWN_FIELDS = 10;
const LONGEST_FIELD = 60;

const record = (context: Context, acting: Acting, act: AgendaAct): Promise<void> =>
  recordAct(context, acting, { act, record: { type: 'agenda', id: acting.organisation.ars } });

/** What was typed of vision and period. */
const readAgenda = (
  typed: Typed,
): Pick<Agenda, 'vision' | 'fromYear' | 'toYear' | 'ownFields'> | { refused: AgendaRefusal } => {
  const vision = textIn(typed, 'vision');
  const [fromYear, toYear] = [typed.fromYear, typed.toYear].map((year) =>
    /^20\d{2}$/.test(year ?? '') ? Number(year) : Number.NaN,
  ) as [number, number];
  const years = toYear - fromYear + 1;
  if (!(years >= LEAST_YEARS && years <= MOST_YEARS)) return { refused: 'no-years' };
  const ownFields = [
    ...new Set(
      textIn(typed, 'ownFields')
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    ),
  ];
  if (
    vision.length > LONGEST_VISION ||
    ownFields.length > MOST_OWN_FIELDS ||
    ownFields.some((field) => field.length > LONGEST_FIELD)
  )
    return { refused: 'too-long' };
  return { vision, fromYear, toYear, ownFields };
};

export const writeAgenda = (
  context: Context,
  acting: Acting,
  typed: Typed,
): Promise<{ done: true } | { refused: AgendaRefusal }> =>
  context.database.transaction().execute(async (database) => {
    const { ars } = acting.organisation;
    const read = readAgenda(typed);
    if ('refused' in read) return read;
    await openAgenda({ ...context, database }, ars);
    const revision = revisionIn(typed);
    if (!(await saveAgenda(database, { ars, ...read, revision }, context.clock())))
      return { refused: 'changed-meanwhile' as const };
    await record({ ...context, database }, acting, 'write-agenda');
    return { done: true as const };
  });

/** A new goal (without `id`) or a changed one. */
export const writeGoal = (
  context: Context,
  acting: Acting,
  typed: Typed,
  id?: string,
): Promise<{ done: true } | { refused: AgendaRefusal }> =>
  context.database.transaction().execute(async (database) => {
    const inside = { ...context, database };
    const { ars } = acting.organisation;
    const agenda = await openAgenda(inside, ars);
    const title = textIn(typed, 'title');
    const text = textIn(typed, 'text');
    const field = fieldKeys(agenda).find(({ key }) => key === typed.field)?.field;
    if (title === '') return { refused: 'no-title' as const };
    if (title.length > 200 || text.length > 2000) return { refused: 'too-long' as const };
    if (field === undefined) return { refused: 'no-field' as const };
    const goal: Goal = { ars, id: id ?? context.newId(), title, text, field };
    if (id === undefined) await insertGoal(database, goal, context.clock());
    else await saveGoal(database, goal, context.clock());
    await record(inside, acting, 'write-agenda');
    return { done: true as const };
  });

/** Measures that served the goal stay, and serve one less. */
export const dropGoal = (context: Context, acting: Acting, id: string): Promise<void> =>
  context.database.transaction().execute(async (database) => {
    await deleteGoal(database, acting.organisation.ars, id);
    await record({ ...context, database }, acting, 'write-agenda');
  });

/** What everybody will read: vision, goals, and the measures that are public. */
export const contentOf = async (
  { database }: Pick<Context, 'database'>,
  agenda: Agenda,
): Promise<AgendaContent> => {
  const goals = await listGoals(database, agenda.ars);
  const measures = (await listMeasures(database, agenda.ars)).filter(({ isPublic }) => isPublic);
  return {
    vision: agenda.vision,
    fromYear: agenda.fromYear,
    toYear: agenda.toYear,
    goals: goals.map(({ ars: _, ...goal }) => goal),
    measures: measures.map(({ id, state, facts: { title, fields, goalIds } }) => ({
      id,
      title,
      state,
      fields,
      goalIds,
    })),
  };
};

/** A new version for everybody. Without a vision or a goal there is nothing to publish. */
export const publishAgenda = (
  context: Context,
  acting: Acting,
): Promise<{ version: number } | { refused: AgendaRefusal }> =>
  context.database.transaction().execute(async (database) => {
    const inside = { ...context, database };
    const agenda = await openAgenda(inside, acting.organisation.ars);
    const content = await contentOf(inside, agenda);
    if (content.vision === '' && content.goals.length === 0) return { refused: 'nothing-yet' as const };
    const version = await publishAgendaVersion(database, agenda.ars, content, context.clock());
    await record(inside, acting, 'publish-agenda');
    return { version };
  });
