import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { MeasureFacts, MeasureState, Origin } from '../contract.ts';
import type { MeasureEffect } from './measure-effect.ts';

/** A public measure as one part of a way from town to town. */
export type MeasureThread = {
  ars: string;
  id: string;
  title: string;
  state: MeasureState;
  origin: Origin | null;
  offered: MeasureFacts['offered'];
  effects: MeasureEffect[];
  demonstration: boolean;
};

/** Across municipalities: public measures, those that came from elsewhere or have shown something first. */
export const listMeasureThreads = async (database: Database): Promise<MeasureThread[]> =>
  (
    await sql<MeasureThread>`
      select m.ars, m.id, m.facts ->> 'title' as title, m.state, m.origin, m.facts -> 'offered' as offered,
        coalesce((select jsonb_agg(e.effect order by e.told_at) from strategy.measure_effect e
          where e.ars = m.ars and e.measure_id = m.id), '[]') as effects, m.demonstration
      from strategy.measure m where m.is_public
      order by m.origin is null, (select max(e.told_at) from strategy.measure_effect e
        where e.ars = m.ars and e.measure_id = m.id) desc nulls last, m.changed_at desc, m.id
      limit 300`.execute(database)
  ).rows;
