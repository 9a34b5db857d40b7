import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';

// A private host is known by an account alone. Where that was deleted nothing may stay that tells of the person.
const ORPHANS = sql`
  select h.ars, h.id from parking.host h
  where h.person_id is null and h.kind <> 'municipal' and not h.demonstration`;

/** Spaces whose host has deleted the account are promised to nobody any more. @returns how many were stopped. */
export const stopOrphans = async (database: Database, now: Date): Promise<number> =>
  Number(
    (
      await sql`
        update parking.pool set state = 'stopped', changed_at = ${now}
        where state = 'shared' and (ars, host_id) in (${ORPHANS})`.execute(database)
    ).numAffectedRows ?? 0,
  );

/**
 * Where they are, how one gets in and what it looks like is forgotten as soon as nobody is promised them. @returns how
 * many were.
 */
export const forgetOrphans = async (database: Database, now: Date): Promise<number> =>
  (
    await sql`
      with forgotten as (
        update parking.pool p set name = '–', address = '', access_note = null, lon = 0, lat = 0, pt = '(0,0)',
          permit = '{}', changed_at = ${now}
        where p.name <> '–' and (p.ars, p.host_id) in (${ORPHANS}) and not exists (
          select from parking.booking b where b.ars = p.ars and b.pool_id = p.id
            and b.state in ('requested', 'promised', 'fixed', 'arrived', 'overstaying'))
        returning p.ars, p.id
      ), pictures as (
        delete from parking.photo f using forgotten g where f.ars = g.ars and f.pool_id = g.id
      )
      select from forgotten`.execute(database)
  ).rows.length;
