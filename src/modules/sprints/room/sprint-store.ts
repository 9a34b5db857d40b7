import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { BacklogOffer, OutputKind } from '../contract.ts';
import type { Sprint, SprintDecision, SprintFacts } from './sprint.ts';

export type SprintKey = { ars: string; id: string };

const COLUMNS = sql`ars, id, facts, state, to_char(ends_on, 'YYYY-MM-DD') as "endsOn", decision,
  decided_at as "decidedAt", revision, demonstration, created_at as "createdAt", changed_at as "changedAt"`;

export const insertSprint = async (
  database: Database,
  {
    ars,
    id,
    facts,
    endsOn,
    demonstration = false,
  }: Pick<Sprint, 'ars' | 'id' | 'facts' | 'endsOn'> & { demonstration?: boolean },
  now: Date,
): Promise<void> => {
  await sql`
    insert into sprints.sprint (ars, id, facts, ends_on, demonstration, created_at, changed_at)
    values (${ars}, ${id}, ${JSON.stringify(facts)}::jsonb, ${endsOn}::date, ${demonstration}, ${now}, ${now})`.execute(
    database,
  );
};

export const listSprints = async (database: Database, ars: string): Promise<Sprint[]> =>
  (
    await sql<Sprint>`
      select ${COLUMNS} from sprints.sprint where ars = ${ars} order by created_at desc, id limit 200`.execute(
      database,
    )
  ).rows;

/** Across municipalities: rooms that everybody can read about, the latest first. */
export const listPublicSprints = async (database: Database): Promise<Sprint[]> =>
  (
    await sql<Sprint>`
      select ${COLUMNS} from sprints.sprint where state <> 'draft' order by ends_on desc, ars, id limit 200`.execute(
      database,
    )
  ).rows;

export const findSprint = async (database: Database, { ars, id }: SprintKey): Promise<Sprint | undefined> =>
  (
    await sql<Sprint>`select ${COLUMNS} from sprints.sprint where ars = ${ars} and id = ${id}`.execute(
      database,
    )
  ).rows[0];

/** The stored sprint, which nobody else changes until the transaction ends. */
export const lockSprint = async (database: Database, { ars, id }: SprintKey): Promise<Sprint | undefined> =>
  (
    await sql<Sprint>`
      select ${COLUMNS} from sprints.sprint where ars = ${ars} and id = ${id} for update`.execute(database)
  ).rows[0];

/** @returns whether it was still the revision that was read. */
export const saveFacts = async (
  database: Database,
  { ars, id, facts, endsOn, revision }: SprintKey & { facts: SprintFacts; endsOn: string; revision: number },
  now: Date,
): Promise<boolean> =>
  (
    await sql`
      update sprints.sprint set facts = ${JSON.stringify(facts)}::jsonb, ends_on = ${endsOn}::date,
        revision = revision + 1, changed_at = ${now}
      where ars = ${ars} and id = ${id} and revision = ${revision} returning 1`.execute(database)
  ).rows.length === 1;

export const setState = async (
  database: Database,
  { ars, id, state }: SprintKey & { state: Sprint['state'] },
  now: Date,
): Promise<void> => {
  await sql`
    update sprints.sprint set state = ${state}, revision = revision + 1, changed_at = ${now}
    where ars = ${ars} and id = ${id}`.execute(database);
};

export const saveDecision = async (
  database: Database,
  { ars, id, decision }: SprintKey & { decision: SprintDecision },
  now: Date,
): Promise<void> => {
  await sql`
    update sprints.sprint set decision = ${JSON.stringify(decision)}::jsonb, decided_at = ${now}, changed_at = ${now}
    where ars = ${ars} and id = ${id}`.execute(database);
};

/** Something happened in the room: who listens hears of it. */
export const beat = async (database: Database, { ars, id }: SprintKey): Promise<void> => {
  await sql`update sprints.sprint set pulse = pulse + 1 where ars = ${ars} and id = ${id}`.execute(database);
};

/** Across municipalities: how far rooms have come that somebody listens to. */
export const listPulses = async (
  database: Database,
  ids: readonly string[],
): Promise<{ id: string; pulse: string }[]> =>
  (
    await sql<{ id: string; pulse: string }>`
      select id, pulse::text as pulse from sprints.sprint where id = any(${[...ids]}::uuid[])`.execute(
      database,
    )
  ).rows;

/** A name in the list of what is chosen already. */
type BacklogItem = BacklogOffer & { itemId: string };

/** @returns false where it is there already. */
export const insertItem = async (
  database: Database,
  { ars, id: sprintId }: SprintKey,
  itemId: string,
  item: BacklogOffer,
  now: Date,
): Promise<boolean> =>
  (
    await sql`
      insert into sprints.backlog_item (ars, sprint_id, id, kind, origin_id, title, note, path, added_at)
      values (${ars}, ${sprintId}, ${itemId}, ${item.kind}, ${item.id}, ${item.title}, ${item.note}, ${item.path}, ${now})
      on conflict (ars, sprint_id, kind, origin_id) do nothing returning 1`.execute(database)
  ).rows.length === 1;

export const listItems = async (database: Database, { ars, id }: SprintKey): Promise<BacklogItem[]> =>
  (
    await sql<BacklogItem>`
      select id as "itemId", kind, origin_id as id, title, note, path from sprints.backlog_item
      where ars = ${ars} and sprint_id = ${id} order by added_at, id limit 100`.execute(database)
  ).rows;

export const deleteItem = async (
  database: Database,
  { ars, id }: SprintKey,
  itemId: string,
): Promise<void> => {
  await sql`
    delete from sprints.backlog_item where ars = ${ars} and sprint_id = ${id} and id = ${itemId}`.execute(
    database,
  );
};

type Output = { id: string; kind: OutputKind; title: string; text: string };

export const insertOutput = async (
  database: Database,
  { ars, id }: SprintKey,
  output: Output,
  now: Date,
): Promise<void> => {
  await sql`
    insert into sprints.output (ars, sprint_id, id, kind, title, text, made_at)
    values (${ars}, ${id}, ${output.id}, ${output.kind}, ${output.title}, ${output.text}, ${now})`.execute(
    database,
  );
};

export const listOutputs = async (database: Database, { ars, id }: SprintKey): Promise<Output[]> =>
  (
    await sql<Output>`
      select id, kind, title, text from sprints.output
      where ars = ${ars} and sprint_id = ${id} order by made_at, id limit 100`.execute(database)
  ).rows;

/** Across municipalities: the rooms that worked on some measures, or that they came out of. */
export const listSprintsBehind = async (
  database: Database,
  measures: readonly string[],
): Promise<{ measure: string; ars: string; id: string; title: string }[]> =>
  (
    await sql<{ measure: string; ars: string; id: string; title: string }>`
      select about.measure, s.ars, s.id, s.facts ->> 'title' as title from (
        select ars, sprint_id, id::text as measure from sprints.output where kind = 'measure'
        union select ars, sprint_id, origin_id from sprints.backlog_item where kind = 'decaying-measure') about
      join sprints.sprint s on s.ars = about.ars and s.id = about.sprint_id
      where about.measure = any(${[...measures]}::text[]) and s.state <> 'draft'`.execute(database)
  ).rows;
