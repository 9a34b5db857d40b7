import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { Interaction, InteractionKind, NodeName, Strength } from './interaction.ts';

type Side = { field: string | null; goal: string | null; measure: string | null };
type Row = {
  id: string;
  from: Side;
  to: Side;
  kind: InteractionKind;
  strength: Strength;
  delay: number;
  reason: string;
  source: string;
  contested: string | null;
};

const nameOf = ({ field, goal, measure }: Side): NodeName => {
  if (measure !== null) return { kind: 'measure', id: measure };
  return goal === null ? { kind: 'field', id: field ?? '' } : { kind: 'goal', id: goal };
};

const sideOf = ({ kind, id }: NodeName): Side => ({
  field: kind === 'field' ? id : null,
  goal: kind === 'goal' ? id : null,
  measure: kind === 'measure' ? id : null,
});

export const listInteractions = async (database: Database, ars: string): Promise<Interaction[]> =>
  (
    await sql<Row>`
      select id, kind, strength, delay_months as delay, reason, source, contested,
        jsonb_build_object('field', from_field, 'goal', from_goal, 'measure', from_measure) as "from",
        jsonb_build_object('field', to_field, 'goal', to_goal, 'measure', to_measure) as "to"
      from strategy.interaction where ars = ${ars} order by id limit 2000`.execute(database)
  ).rows.map(({ from, to, ...row }) => ({ ...row, from: nameOf(from), to: nameOf(to) }));

/** A new interaction or a changed one. @returns false where the same is written down already. */
export const keepInteraction = async (
  database: Database,
  ars: string,
  { id, from, to, kind, strength, delay, reason, source }: Omit<Interaction, 'contested'>,
  now: Date,
): Promise<boolean> => {
  const [start, end] = [sideOf(from), sideOf(to)];
  await sql`select 1 from strategy.agenda where ars = ${ars} for update`.execute(database);
  const { rows } = await sql`
    select 1 from strategy.interaction where ars = ${ars} and id <> ${id} and kind = ${kind}
      and (from_field, from_goal, from_measure) is not distinct from (${start.field}::text, ${start.goal}::uuid, ${start.measure}::uuid)
      and (to_field, to_goal, to_measure) is not distinct from (${end.field}::text, ${end.goal}::uuid, ${end.measure}::uuid)`.execute(
    database,
  );
  if (rows.length > 0) return false;
  await sql`
    insert into strategy.interaction (ars, id, from_field, from_goal, from_measure, to_field, to_goal, to_measure, kind,
      strength, delay_months, reason, source, changed_at)
    values (${ars}, ${id}, ${start.field}, ${start.goal}, ${start.measure}, ${end.field}, ${end.goal}, ${end.measure},
      ${kind}, ${strength}, ${delay}, ${reason}, ${source}, ${now})
    on conflict (ars, id) do update set from_field = excluded.from_field, from_goal = excluded.from_goal,
      from_measure = excluded.from_measure, to_field = excluded.to_field, to_goal = excluded.to_goal,
      to_measure = excluded.to_measure, kind = excluded.kind, strength = excluded.strength,
      delay_months = excluded.delay_months, reason = excluded.reason, source = excluded.source,
      changed_at = excluded.changed_at`.execute(database);
  return true;
};

/** What others hold against it; null takes it back. @returns whether there is one. */
export const contestInteraction = async (
  database: Database,
  ars: string,
  id: string,
  note: string | null,
  now: Date,
): Promise<boolean> =>
  (
    await sql`
      update strategy.interaction set contested = ${note}, changed_at = ${now}
      where ars = ${ars} and id = ${id} returning 1`.execute(database)
  ).rows.length === 1;

export const deleteInteraction = async (database: Database, ars: string, id: string): Promise<void> => {
  await sql`delete from strategy.interaction where ars = ${ars} and id = ${id}`.execute(database);
};
