import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';

export type Objection = {
  id: string;
  thing: string;
  text: string;
  contact: string;
  madeAt: Date;
  handledAt: Date | null;
};

export const insertObjection = async (
  database: Database,
  ars: string,
  one: { id: string; thing: number; text: string; contact: string; now: Date },
): Promise<void> => {
  await sql`
    insert into sensors.objection (ars, id, thing_id, text, contact, made_at)
    values (${ars}, ${one.id}, ${one.thing}, ${one.text}, ${one.contact}, ${one.now})`.execute(database);
};

export const listObjections = async (database: Database, ars: string): Promise<Objection[]> =>
  (
    await sql<Objection>`
      select o.id, t.name as thing, o.text, o.contact, o.made_at as "madeAt", o.handled_at as "handledAt"
      from sensors.objection o join sensors.thing t on t.ars = o.ars and t.id = o.thing_id
      where o.ars = ${ars} order by o.handled_at nulls first, o.made_at limit 200`.execute(database)
  ).rows;

/** @returns whether it was open until now. */
export const closeObjection = async (
  database: Database,
  ars: string,
  id: string,
  now: Date,
): Promise<boolean> =>
  (
    await sql`
      update sensors.objection set handled_at = ${now}
      where ars = ${ars} and id = ${id} and handled_at is null returning 1`.execute(database)
  ).rows.length === 1;

/** Across towns: what was made before. */
export const pruneObjections = async (database: Database, before: Date): Promise<number> =>
  Number(
    (await sql`delete from sensors.objection where made_at < ${before}`.execute(database)).numAffectedRows ??
      0,
  );
