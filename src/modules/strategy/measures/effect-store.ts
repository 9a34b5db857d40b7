import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { MeasureEffect } from './measure-effect.ts';

/** Told again, the later word counts; a measure that is gone hears nothing. */
export const saveEffect = async (
  database: Database,
  key: { ars: string; measureId: string; pilotId: string },
  effect: MeasureEffect,
  at: Date,
): Promise<void> => {
  await sql`
    insert into strategy.measure_effect (ars, measure_id, pilot_id, effect, told_at)
    select ars, id, ${key.pilotId}, ${JSON.stringify(effect)}::jsonb, ${at}::timestamptz from strategy.measure
    where ars = ${key.ars} and id = ${key.measureId}
    on conflict (ars, measure_id, pilot_id) do update set effect = excluded.effect, told_at = excluded.told_at`.execute(
    database,
  );
};

export const listEffects = async (
  database: Database,
  ars: string,
  measureId: string,
): Promise<MeasureEffect[]> =>
  (
    await sql<{ effect: MeasureEffect }>`
      select effect from strategy.measure_effect where ars = ${ars} and measure_id = ${measureId}
      order by told_at desc, pilot_id limit 50`.execute(database)
  ).rows.map(({ effect }) => effect);
