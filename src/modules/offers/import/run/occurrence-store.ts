import { sql } from 'kysely';
import type { Database } from '../../../../foundation/database/context.ts';
import { toMetres } from '../../../../foundation/geo/point.ts';
import type { Interval } from '../../../../foundation/time/zone.ts';
import { occurrencesOf } from '../../schedule.ts';
import type { StoredEvent } from './offer-store.ts';

const BATCH = 5_000;

/** Writes the dates of events inside the window, in place of all that stood there. */
export const replaceOccurrences = async (
  database: Database,
  events: StoredEvent[],
  window: Interval,
): Promise<number> => {
  const keys = JSON.stringify(events.map(({ ars, id }) => ({ ars, id })));
  await sql`
    delete from offers.occurrence c using jsonb_to_recordset(${keys}::jsonb) as r(ars text, id uuid)
    where c.ars = r.ars and c.offer_id = r.id`.execute(database);
  const rows = events.flatMap((event) => rowsOf(event, window));
  for (let at = 0; at < rows.length; at += BATCH) {
    const json = JSON.stringify(rows.slice(at, at + BATCH));
    await sql`
      insert into offers.occurrence (ars, offer_id, during, all_day, status, category, pt)
      select r.ars, r.offer_id, tstzrange(r.starts, r.ends), r.all_day, r.status, r.category, point(r.x, r.y)
      from jsonb_to_recordset(${json}::jsonb) as r(ars text, offer_id uuid, starts timestamptz, ends timestamptz,
        all_day boolean, status text, category text, x float8, y float8)
      on conflict do nothing`.execute(database);
  }
  return rows.length;
};

const rowsOf = ({ ars, id, facts }: StoredEvent, window: Interval) => {
  const metres = facts.point ? toMetres(facts.point) : {};
  return occurrencesOf(facts.schedule, window, facts.status).map(({ start, end, allDay, status }) => ({
    ars,
    offer_id: id,
    starts: start,
    ends: end,
    all_day: allDay,
    status,
    category: facts.category,
    ...metres,
  }));
};
