import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { Day } from '../../../foundation/time/zone.ts';

type Key = { ars: string; id: string };

export type Meeting = { id: string; heldOn: Day; title: string; present: string; minutes: string };
export type Decision = {
  id: string;
  meetingId: string | null;
  measureId: string | null;
  decidedOn: Day;
  text: string;
  reason: string;
};

/** The newest first. */
export const listMeetings = async (database: Database, ars: string): Promise<Meeting[]> =>
  (
    await sql<Meeting>`
      select id, held_on::text as "heldOn", title, present, minutes from strategy.meeting
      where ars = ${ars} order by held_on desc, id desc limit 200`.execute(database)
  ).rows;

export const saveMeeting = async (
  database: Database,
  { ars, id }: Key,
  { heldOn, title, present, minutes }: Omit<Meeting, 'id'>,
  now: Date,
): Promise<void> => {
  await sql`
    insert into strategy.meeting (ars, id, held_on, title, present, minutes, changed_at)
    values (${ars}, ${id}, ${heldOn}, ${title}, ${present}, ${minutes}, ${now})
    on conflict (ars, id) do update set held_on = excluded.held_on, title = excluded.title,
      present = excluded.present, minutes = excluded.minutes, changed_at = excluded.changed_at`.execute(
    database,
  );
};

export const deleteMeeting = async (database: Database, { ars, id }: Key): Promise<void> => {
  await sql`delete from strategy.meeting where ars = ${ars} and id = ${id}`.execute(database);
};

/** The newest first. */
export const listDecisions = async (database: Database, ars: string): Promise<Decision[]> =>
  (
    await sql<Decision>`
      select id, meeting_id as "meetingId", measure_id as "measureId", decided_on::text as "decidedOn", text, reason
      from strategy.decision where ars = ${ars} order by decided_on desc, id desc limit 500`.execute(database)
  ).rows;

/** A meeting or measure that is not this unit’s is none. */
export const saveDecision = async (
  database: Database,
  { ars, id }: Key,
  { meetingId, measureId, decidedOn, text, reason }: Omit<Decision, 'id'>,
  now: Date,
): Promise<void> => {
  await sql`
    insert into strategy.decision (ars, id, meeting_id, measure_id, decided_on, text, reason, changed_at)
    values (${ars}, ${id},
      (select m.id from strategy.meeting m where m.ars = ${ars} and m.id = ${meetingId}),
      (select m.id from strategy.measure m where m.ars = ${ars} and m.id = ${measureId}),
      ${decidedOn}, ${text}, ${reason}, ${now})
    on conflict (ars, id) do update set meeting_id = excluded.meeting_id, measure_id = excluded.measure_id,
      decided_on = excluded.decided_on, text = excluded.text, reason = excluded.reason,
      changed_at = excluded.changed_at`.execute(database);
};

export const deleteDecision = async (database: Database, { ars, id }: Key): Promise<void> => {
  await sql`delete from strategy.decision where ars = ${ars} and id = ${id}`.execute(database);
};
