import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { MeasureFacts, MeasureState, Origin } from '../contract.ts';
import type { Measure, MeasureUpdate } from './measure.ts';

type Row = {
  ars: string;
  id: string;
  facts: MeasureFacts;
  state: MeasureState;
  is_public: boolean;
  lead_id: string | null;
  substitute_id: string | null;
  confirmed_at: Date | null;
  asked_at: Date | null;
  origin: Origin | null;
  reuse_id: string | null;
  revision: number;
  demonstration: boolean;
  created_at: Date;
  changed_at: Date;
};

const COLUMNS = sql`ars, id, facts, state, is_public, lead_id, substitute_id, confirmed_at, asked_at, origin, reuse_id,
  revision, demonstration, created_at, changed_at`;

const measureOf = (row: Row): Measure => ({
  ars: row.ars,
  id: row.id,
  facts: row.facts,
  state: row.state,
  isPublic: row.is_public,
  leadId: row.lead_id,
  substituteId: row.substitute_id,
  confirmedAt: row.confirmed_at,
  askedAt: row.asked_at,
  origin: row.origin,
  reuseId: row.reuse_id,
  revision: row.revision,
  demonstration: row.demonstration,
  createdAt: row.created_at,
  changedAt: row.changed_at,
});

export type NewMeasure = Pick<Measure, 'ars' | 'id' | 'facts' | 'state'> &
  Partial<Pick<Measure, 'origin' | 'reuseId' | 'demonstration' | 'leadId' | 'isPublic' | 'confirmedAt'>> & {
    now: Date;
  };

/** @returns false where this reuse has become a measure before. */
export const insertMeasure = async (database: Database, measure: NewMeasure): Promise<boolean> =>
  (
    await sql`
      insert into strategy.measure (ars, id, facts, state, is_public, lead_id, confirmed_at, origin, reuse_id, demonstration,
        created_at, changed_at)
      values (${measure.ars}, ${measure.id}, ${JSON.stringify(measure.facts)}::jsonb, ${measure.state},
        ${measure.isPublic ?? false}, ${measure.leadId ?? null}, ${measure.confirmedAt ?? null},
        ${measure.origin ? JSON.stringify(measure.origin) : null}::jsonb, ${measure.reuseId ?? null},
        ${measure.demonstration ?? false}, ${measure.now}, ${measure.now})
      on conflict (ars, reuse_id) do nothing returning 1`.execute(database)
  ).rows.length === 1;

export const listMeasures = async (database: Database, ars: string): Promise<Measure[]> =>
  (
    await sql<Row>`
      select ${COLUMNS} from strategy.measure where ars = ${ars} order by created_at, id limit 1000`.execute(
      database,
    )
  ).rows.map(measureOf);

export const findMeasure = async (
  database: Database,
  ars: string,
  id: string,
): Promise<Measure | undefined> => {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from strategy.measure where ars = ${ars} and id = ${id}`.execute(database);
  return rows[0] && measureOf(rows[0]);
};

/** The stored measure, which nobody else changes until the transaction ends. */
export const lockMeasure = async (
  database: Database,
  ars: string,
  id: string,
): Promise<Measure | undefined> => {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from strategy.measure where ars = ${ars} and id = ${id} for update`.execute(database);
  return rows[0] && measureOf(rows[0]);
};

type Changes = Partial<
  Pick<Measure, 'facts' | 'state' | 'isPublic' | 'leadId' | 'substituteId' | 'confirmedAt' | 'askedAt'>
>;

/** @returns whether it was still the revision that was read; absent: whichever it is. */
export const saveMeasure = async (
  database: Database,
  before: Measure,
  changes: Changes,
  { now, revision = before.revision }: { now: Date; revision?: number },
): Promise<boolean> => {
  const after = { ...before, ...changes };
  return (
    (
      await sql`
        update strategy.measure set facts = ${JSON.stringify(after.facts)}::jsonb, state = ${after.state},
          is_public = ${after.isPublic}, lead_id = ${after.leadId}, substitute_id = ${after.substituteId},
          confirmed_at = ${after.confirmedAt}, asked_at = ${after.askedAt}, changed_at = ${now}, revision = revision + 1
        where ars = ${before.ars} and id = ${before.id} and revision = ${revision} returning 1`.execute(
        database,
      )
    ).rows.length === 1
  );
};

/** @returns whether there was one. What has a history is stopped instead. */
export const deleteMeasure = async (database: Database, ars: string, id: string): Promise<boolean> =>
  (
    await sql`
      delete from strategy.measure m where ars = ${ars} and id = ${id} and not exists (
        select from strategy.measure_update u where u.ars = m.ars and u.measure_id = m.id) returning 1`.execute(
      database,
    )
  ).rows.length === 1;

export const insertUpdate = async (
  database: Database,
  { ars, id: measureId }: Pick<Measure, 'ars' | 'id'>,
  { id, state, text, at }: MeasureUpdate,
): Promise<void> => {
  await sql`
    insert into strategy.measure_update (ars, measure_id, id, state, text, at)
    values (${ars}, ${measureId}, ${id}, ${state}, ${text}, ${at})`.execute(database);
};

/** Newest first. */
export const listUpdates = async (
  database: Database,
  ars: string,
  measureId: string,
): Promise<MeasureUpdate[]> =>
  (
    await sql<MeasureUpdate>`
      select id, state, text, at from strategy.measure_update
      where ars = ${ars} and measure_id = ${measureId} order by at desc, id desc limit 200`.execute(database)
  ).rows;

/** Across municipalities: a measure that everybody may see. */
export const findPublicMeasure = async (database: Database, id: string): Promise<Measure | undefined> => {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from strategy.measure where id = ${id} and is_public`.execute(database);
  return rows[0] && measureOf(rows[0]);
};

/** Across municipalities: who does something publicly in which field, and since when. */
export const listUnitsWithMeasuresByField = async (
  database: Database,
): Promise<{ ars: string; field: string; since: Date }[]> =>
  (
    await sql<{ ars: string; field: string; since: Date }>`
      select m.ars, f.field, min(m.created_at) as since
      from strategy.measure m cross join lateral jsonb_array_elements_text(m.facts -> 'fields') as f (field)
      where m.is_public and not m.demonstration group by m.ars, f.field`.execute(database)
  ).rows;

/** Across municipalities: what a person leads or stands in for. */
export const listMeasuresOfPerson = async (database: Database, personId: string): Promise<Measure[]> =>
  (
    await sql<Row>`
      select ${COLUMNS} from strategy.measure where lead_id = ${personId} or substitute_id = ${personId}
      order by ars, created_at limit 1000`.execute(database)
  ).rows.map(measureOf);

/** Across municipalities: public measures in one of these fields that are not over; whose and what. */
export const listPublicMeasuresIn = async (
  database: Database,
  fields: readonly string[],
): Promise<{ ars: string; id: string; title: string }[]> =>
  (
    await sql<{ ars: string; id: string; title: string }>`
      select ars, id, facts ->> 'title' as title from strategy.measure
      where is_public and state not in ('done', 'stopped') and (facts -> 'fields') ?| ${[...fields]}::text[]
      order by ars, id limit 20000`.execute(database)
  ).rows;

/** Every word of all measures of an agenda, oldest first. */
export const listAllUpdates = async (
  database: Database,
  ars: string,
): Promise<(MeasureUpdate & { measureId: string })[]> =>
  (
    await sql<MeasureUpdate & { measureId: string }>`
      select measure_id as "measureId", id, state, text, at from strategy.measure_update
      where ars = ${ars} order by at, id`.execute(database)
  ).rows;

/** Across municipalities: public measures of some units. */
export const listPublicMeasuresOf = async (
  database: Database,
  arsList: readonly string[],
): Promise<Measure[]> =>
  (
    await sql<Row>`
      select ${COLUMNS} from strategy.measure where ars = any(${[...arsList]}::text[]) and is_public
      order by ars, created_at, id limit 20000`.execute(database)
  ).rows.map(measureOf);
