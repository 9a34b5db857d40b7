import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { RoundKind, Sight } from '../contract.ts';
import type { SprintKey } from '../room/sprint-store.ts';

export type Round = {
  id: string;
  kind: RoundKind;
  dots: number;
  openedAt: Date;
  closedAt: Date | null;
  ballots: number;
};

export const insertRound = async (
  database: Database,
  { ars, id: sprintId }: SprintKey,
  { id, kind, dots }: Pick<Round, 'id' | 'kind' | 'dots'>,
  now: Date,
): Promise<void> => {
  await sql`
    insert into sprints.vote_round (ars, sprint_id, id, kind, dots, opened_at)
    values (${ars}, ${sprintId}, ${id}, ${kind}, ${dots}, ${now})`.execute(database);
};

/** The first one first. */
export const listRounds = async (database: Database, { ars, id }: SprintKey): Promise<Round[]> =>
  (
    await sql<Round>`
      select r.id, r.kind, r.dots, r.opened_at as "openedAt", r.closed_at as "closedAt", r.ballots + (
        select count(*)::int from sprints.ballot b
        where b.ars = r.ars and b.sprint_id = r.sprint_id and b.round_id = r.id) as ballots
      from sprints.vote_round r where r.ars = ${ars} and r.sprint_id = ${id}
      order by r.opened_at, r.id limit 50`.execute(database)
  ).rows;

/** The number of ballots stays when the ballots themselves go. @returns whether one was open. */
export const closeOpenRound = async (
  database: Database,
  { ars, id }: SprintKey,
  now: Date,
): Promise<boolean> =>
  (
    await sql`
      with gone as (
        delete from sprints.ballot b using sprints.vote_round r
        where r.ars = ${ars} and r.sprint_id = ${id} and r.closed_at is null
          and b.ars = r.ars and b.sprint_id = r.sprint_id and b.round_id = r.id returning 1)
      update sprints.vote_round set closed_at = ${now}, ballots = (select count(*) from gone)
      where ars = ${ars} and sprint_id = ${id} and closed_at is null returning 1`.execute(database)
  ).rows.length === 1;

export const hasBallot = async (
  database: Database,
  { ars, id }: SprintKey,
  { roundId, voterHash }: { roundId: string; voterHash: string },
): Promise<boolean> =>
  (
    await sql`
      select 1 from sprints.ballot
      where ars = ${ars} and sprint_id = ${id} and round_id = ${roundId} and voter_hash = ${voterHash}`.execute(
      database,
    )
  ).rows.length === 1;

/** @returns false where this voter has voted in this round. */
export const insertBallot = async (
  database: Database,
  { ars, id }: SprintKey,
  { roundId, voterHash }: { roundId: string; voterHash: string },
): Promise<boolean> =>
  (
    await sql`
      insert into sprints.ballot (ars, sprint_id, round_id, voter_hash) values (${ars}, ${id}, ${roundId}, ${voterHash})
      on conflict do nothing returning 1`.execute(database)
  ).rows.length === 1;

/** What can be voted on, each with no vote yet: so no row appears only when somebody votes. */
export const beginTally = async (
  database: Database,
  { ars, id }: SprintKey,
  { roundId, ideaIds }: { roundId: string; ideaIds: readonly string[] },
): Promise<void> => {
  await sql`
    insert into sprints.tally (ars, sprint_id, round_id, idea_id, votes)
    select ${ars}, ${id}, ${roundId}, idea, 0 from unnest(${[...ideaIds]}::uuid[]) as i (idea)`.execute(
    database,
  );
};

/** Every sum of the round is written anew, so that the database does not keep which of them this ballot touched. */
export const addVotes = async (
  database: Database,
  { ars, id }: SprintKey,
  { roundId, votes }: { roundId: string; votes: ReadonlyMap<string, number> },
): Promise<void> => {
  await sql`
    update sprints.tally t set votes = t.votes + coalesce(
      (select v.count from jsonb_to_recordset(${JSON.stringify(
        [...votes].map(([idea, count]) => ({ idea, count })),
      )}::jsonb) as v (idea uuid, count integer) where v.idea = t.idea_id), 0)
    where t.ars = ${ars} and t.sprint_id = ${id} and t.round_id = ${roundId}`.execute(database);
};

type TallyLine = { roundId: string; ideaId: string; text: string; sight: Sight; votes: number };

/** Sums of all rounds; of what was hidden meanwhile no word. */
export const listTally = async (database: Database, { ars, id }: SprintKey): Promise<TallyLine[]> =>
  (
    await sql<TallyLine>`
      select t.round_id as "roundId", t.idea_id as "ideaId", c.text, c.sight, t.votes from sprints.tally t
      join sprints.contribution c on c.ars = t.ars and c.sprint_id = t.sprint_id and c.id = t.idea_id
      where t.ars = ${ars} and t.sprint_id = ${id} and c.sight <> 'hidden'
      order by t.round_id, c.written_at, c.id`.execute(database)
  ).rows;
