import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { Party } from '../contract.ts';
import type { SprintKey } from '../room/sprint-store.ts';

export type Participant = { ars: string; sprintId: string; id: string; party: Party; name: string };

export const insertInvitation = async (
  database: Database,
  { ars, id: sprintId }: SprintKey,
  { id, party, secretHash }: { id: string; party: Party; secretHash: string },
  now: Date,
): Promise<void> => {
  await sql`
    insert into sprints.invitation (ars, sprint_id, id, party, secret_hash, made_at)
    values (${ars}, ${sprintId}, ${id}, ${party}, ${secretHash}, ${now})`.execute(database);
};

type Invitation = { id: string; party: Party; madeAt: Date; endedAt: Date | null };

export const listInvitations = async (database: Database, { ars, id }: SprintKey): Promise<Invitation[]> =>
  (
    await sql<Invitation>`
      select id, party, made_at as "madeAt", ended_at as "endedAt" from sprints.invitation
      where ars = ${ars} and sprint_id = ${id} order by made_at, id limit 50`.execute(database)
  ).rows;

export const endInvitation = async (
  database: Database,
  { ars, id }: SprintKey,
  invitationId: string,
  now: Date,
): Promise<void> => {
  await sql`
    update sprints.invitation set ended_at = ${now}
    where ars = ${ars} and sprint_id = ${id} and id = ${invitationId} and ended_at is null`.execute(database);
};

/** Across municipalities: whoever holds a link knows no town. @returns undefined where it was ended, or the room is not open. */
export const findInvitation = async (
  database: Database,
  secretHash: string,
): Promise<{ ars: string; sprintId: string; party: Party } | undefined> =>
  (
    await sql<{ ars: string; sprintId: string; party: Party }>`
      select i.ars, i.sprint_id as "sprintId", i.party from sprints.invitation i
      join sprints.sprint s on s.ars = i.ars and s.id = i.sprint_id
      where i.secret_hash = ${secretHash} and i.ended_at is null and s.state = 'open'`.execute(database)
  ).rows[0];

export const insertParticipant = async (
  database: Database,
  { ars, sprintId, id, party, name, secretHash }: Participant & { secretHash: string },
  now: Date,
): Promise<void> => {
  await sql`
    insert into sprints.participant (ars, sprint_id, id, party, name, secret_hash, joined_at)
    values (${ars}, ${sprintId}, ${id}, ${party}, ${name}, ${secretHash}, ${now})`.execute(database);
};

/** Those who are in the room, in the order in which they came. */
export const listParticipants = async (
  database: Database,
  { ars, id }: SprintKey,
): Promise<{ id: string; party: Party; name: string }[]> =>
  (
    await sql<{ id: string; party: Party; name: string }>`
      select id, party, name from sprints.participant
      where ars = ${ars} and sprint_id = ${id} and removed_at is null order by joined_at, id`.execute(
      database,
    )
  ).rows;

/** By the secret in the browser; who was removed is nobody. */
export const findParticipant = async (
  database: Database,
  { ars, id }: SprintKey,
  secretHash: string,
): Promise<Participant | undefined> =>
  (
    await sql<Participant>`
      select ars, sprint_id as "sprintId", id, party, name from sprints.participant
      where ars = ${ars} and sprint_id = ${id} and secret_hash = ${secretHash} and removed_at is null`.execute(
      database,
    )
  ).rows[0];

export const removeFromRoom = async (
  database: Database,
  { ars, id }: SprintKey,
  participantId: string,
  now: Date,
): Promise<void> => {
  await sql`
    update sprints.participant set removed_at = ${now}
    where ars = ${ars} and sprint_id = ${id} and id = ${participantId} and removed_at is null`.execute(
    database,
  );
};

/** Across municipalities: names of those whose sprint ended before a day, and who has voted there. */
export const deleteOldParticipants = async (database: Database, before: Date): Promise<number> => {
  await sql`
    delete from sprints.ballot b using sprints.sprint s
    where s.ars = b.ars and s.id = b.sprint_id and s.ends_on < ${before}::date`.execute(database);
  return (
    await sql`
      delete from sprints.participant p using sprints.sprint s
      where s.ars = p.ars and s.id = p.sprint_id and s.ends_on < ${before}::date returning 1`.execute(
      database,
    )
  ).rows.length;
};
