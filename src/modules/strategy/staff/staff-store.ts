import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { Day } from '../../../foundation/time/zone.ts';

type Key = { ars: string; id: string };
type OwnKey = Key & { personId: string };

export type WantedSkill = { id: string; topic: string; note: string; measureId: string | null };
export type OfferedSkill = { id: string; topic: string; note: string; personId: string };
export type Training = {
  id: string;
  title: string;
  topic: string;
  heldOn: Day;
  place: string;
  /** Null: as many as come. */ seats: number | null;
  /** Who comes. */ people: string[];
};

export const listWantedSkills = async (database: Database, ars: string): Promise<WantedSkill[]> =>
  (
    await sql<WantedSkill>`
      select id, topic, note, measure_id as "measureId" from strategy.wanted_skill
      where ars = ${ars} order by topic, id limit 500`.execute(database)
  ).rows;

/** A measure that is not this unit’s is none. */
export const saveWantedSkill = async (
  database: Database,
  { ars, id }: Key,
  { topic, note, measureId }: Omit<WantedSkill, 'id'>,
  now: Date,
): Promise<void> => {
  await sql`
    insert into strategy.wanted_skill (ars, id, topic, note, measure_id, changed_at)
    values (${ars}, ${id}, ${topic}, ${note},
      (select m.id from strategy.measure m where m.ars = ${ars} and m.id = ${measureId}), ${now})
    on conflict (ars, id) do update set topic = excluded.topic, note = excluded.note,
      measure_id = excluded.measure_id, changed_at = excluded.changed_at`.execute(database);
};

export const deleteWantedSkill = async (database: Database, { ars, id }: Key): Promise<void> => {
  await sql`delete from strategy.wanted_skill where ars = ${ars} and id = ${id}`.execute(database);
};

export const listOfferedSkills = async (database: Database, ars: string): Promise<OfferedSkill[]> =>
  (
    await sql<OfferedSkill>`
      select id, topic, note, person_id as "personId" from strategy.offered_skill
      where ars = ${ars} order by topic, id limit 500`.execute(database)
  ).rows;

/** Nobody changes what another one offers. */
export const saveOfferedSkill = async (
  database: Database,
  { ars, id, personId }: OwnKey,
  { topic, note }: Pick<OfferedSkill, 'topic' | 'note'>,
  now: Date,
): Promise<void> => {
  await sql`
    insert into strategy.offered_skill as o (ars, id, person_id, topic, note, changed_at)
    values (${ars}, ${id}, ${personId}, ${topic}, ${note}, ${now})
    on conflict (ars, id) do update set topic = excluded.topic, note = excluded.note,
      changed_at = excluded.changed_at where o.person_id = ${personId}`.execute(database);
};

export const deleteOfferedSkill = async (
  database: Database,
  { ars, id, personId }: OwnKey,
): Promise<void> => {
  await sql`
    delete from strategy.offered_skill where ars = ${ars} and id = ${id} and person_id = ${personId}`.execute(
    database,
  );
};

/** The next ones first, those over at the end. */
export const listTrainings = async (database: Database, ars: string, today: Day): Promise<Training[]> =>
  (
    await sql<Training>`
      select t.id, t.title, t.topic, t.held_on::text as "heldOn", t.place, t.seats,
        array(select s.person_id::text from strategy.training_seat s
          where s.ars = t.ars and s.training_id = t.id order by s.taken_at) as people
      from strategy.training t where t.ars = ${ars}
      order by t.held_on < ${today}::date, t.held_on, t.id limit 200`.execute(database)
  ).rows;

export const saveTraining = async (
  database: Database,
  { ars, id }: Key,
  { title, topic, heldOn, place, seats }: Omit<Training, 'id' | 'people'>,
  now: Date,
): Promise<void> => {
  await sql`
    insert into strategy.training (ars, id, title, topic, held_on, place, seats, changed_at)
    values (${ars}, ${id}, ${title}, ${topic}, ${heldOn}, ${place}, ${seats}, ${now})
    on conflict (ars, id) do update set title = excluded.title, topic = excluded.topic,
      held_on = excluded.held_on, place = excluded.place, seats = excluded.seats,
      changed_at = excluded.changed_at`.execute(database);
};

export const deleteTraining = async (database: Database, { ars, id }: Key): Promise<void> => {
  await sql`delete from strategy.training where ars = ${ars} and id = ${id}`.execute(database);
};

/** Of two who want the last seat one gets it: the row of the training is locked. @returns whether there was one. */
export const takeSeat = async (
  database: Database,
  { ars, id, personId }: OwnKey,
  now: Date,
): Promise<boolean> => {
  await sql`select from strategy.training where ars = ${ars} and id = ${id} for update`.execute(database);
  const { rows } = await sql`
    insert into strategy.training_seat (ars, training_id, person_id, taken_at)
    select t.ars, t.id, ${personId}, ${now} from strategy.training t
    where t.ars = ${ars} and t.id = ${id} and (t.seats is null or t.seats > (
      select count(*) from strategy.training_seat s where s.ars = t.ars and s.training_id = t.id))
    on conflict do nothing returning 1`.execute(database);
  return rows.length === 1;
};

export const giveSeatBack = async (database: Database, { ars, id, personId }: OwnKey): Promise<void> => {
  await sql`
    delete from strategy.training_seat
    where ars = ${ars} and training_id = ${id} and person_id = ${personId}`.execute(database);
};

/** Across municipalities: what one person offers and where it takes part, for that person. */
export const listOfPerson = async (
  database: Database,
  personId: string,
): Promise<{ what: 'skill' | 'training'; title: string; since: Date }[]> =>
  (
    await sql<{ what: 'skill' | 'training'; title: string; since: Date }>`
      select 'skill' as what, topic as title, changed_at as since from strategy.offered_skill where person_id = ${personId}
      union all
      select 'training', t.title, s.taken_at from strategy.training_seat s
        join strategy.training t on t.ars = s.ars and t.id = s.training_id where s.person_id = ${personId}
      order by 3 limit 1000`.execute(database)
  ).rows;
