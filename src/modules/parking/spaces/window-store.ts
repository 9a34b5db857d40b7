import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { Window } from './open-times.ts';

type PoolKey = { ars: string; id: string };
export type StoredWindow = Window & { id: string };

/** In the order in which they were entered. */
export const listWindows = async (database: Database, { ars, id }: PoolKey): Promise<StoredWindow[]> =>
  (
    await sql<{ window: StoredWindow }>`
      select jsonb_strip_nulls(jsonb_build_object('id', w.id, 'isOpen', w.is_open, 'weekdays', to_jsonb(w.weekdays),
        'fromDay', w.from_day, 'toDay', w.to_day, 'fromMinute', w.from_minute, 'toMinute', w.to_minute,
        'holidays', w.holidays)) as window
      from parking.open_time w where w.ars = ${ars} and w.pool_id = ${id} order by w.is_open desc, w.id`.execute(
      database,
    )
  ).rows.map(({ window }) => window);

export const saveWindow = async (
  database: Database,
  { ars, id }: PoolKey,
  window: Window & { id?: string },
): Promise<void> => {
  await sql`
    insert into parking.open_time (ars, pool_id, id, is_open, weekdays, from_day, to_day, from_minute, to_minute, holidays)
    values (${ars}, ${id}, coalesce(${window.id ?? null}::uuid, gen_random_uuid()), ${window.isOpen}, ${window.weekdays}::smallint[], ${window.fromDay ?? null},
      ${window.toDay ?? null}, ${window.fromMinute}, ${window.toMinute}, ${window.holidays})`.execute(
    database,
  );
};

export const deleteWindow = async (
  database: Database,
  { ars, id }: PoolKey,
  windowId: string,
): Promise<void> => {
  await sql`delete from parking.open_time where ars = ${ars} and pool_id = ${id} and id = ${windowId}`.execute(
    database,
  );
};
