import { sql } from 'kysely';
import type { Database } from '../../foundation/database/context.ts';
import type { Choice, DayValue, PilotPlan } from './contract.ts';
import type { PilotResult } from './effect/pilot-effect.ts';
import type { Baseline, Pilot, PilotState, RunEvent } from './plan/pilot-plan.ts';

type Row = {
  ars: string;
  id: string;
  plan: PilotPlan;
  state: PilotState;
  revision: number;
  plan_hash: string | null;
  baseline_hash: string | null;
  frozen_at: Date | null;
  result: PilotResult | null;
  evaluated_at: Date | null;
  recommendation: { choice: Choice; text: string } | null;
  published_at: Date | null;
  demonstration: boolean;
  changed_at: Date;
};

const SELECT = sql`
  select p.ars, p.id, p.plan, p.state, p.revision, p.plan_hash, b.hash as baseline_hash, p.frozen_at, p.result,
    p.evaluated_at, p.recommendation, p.published_at, p.demonstration, p.changed_at
  from pilots.pilot p left join pilots.baseline b on b.ars = p.ars and b.pilot_id = p.id`;

const pilotOf = (row: Row): Pilot => ({
  ars: row.ars,
  id: row.id,
  plan: row.plan,
  state: row.state,
  revision: row.revision,
  planHash: row.plan_hash,
  baselineHash: row.baseline_hash,
  frozenAt: row.frozen_at,
  result: row.result,
  evaluatedAt: row.evaluated_at,
  recommendation: row.recommendation,
  publishedAt: row.published_at,
  demonstration: row.demonstration,
  changedAt: row.changed_at,
});

export type PilotKey = { ars: string; id: string };

export const insertPilot = async (
  database: Database,
  { ars, id, plan, demonstration = false }: PilotKey & { plan: PilotPlan; demonstration?: boolean },
  now: Date,
): Promise<void> => {
  await sql`
    insert into pilots.pilot (ars, id, plan, demonstration, created_at, changed_at)
    values (${ars}, ${id}, ${JSON.stringify(plan)}::jsonb, ${demonstration}, ${now}, ${now})`.execute(
    database,
  );
};

export const listPilots = async (database: Database, ars: string): Promise<Pilot[]> =>
  (
    await sql<Row>`${SELECT} where p.ars = ${ars} order by p.created_at desc, p.id limit 200`.execute(
      database,
    )
  ).rows.map(pilotOf);

export const findPilot = async (database: Database, { ars, id }: PilotKey): Promise<Pilot | undefined> => {
  const { rows } = await sql<Row>`${SELECT} where p.ars = ${ars} and p.id = ${id}`.execute(database);
  return rows[0] && pilotOf(rows[0]);
};

/** The stored pilot, which nobody else changes until the transaction ends. */
export const lockPilot = async (database: Database, { ars, id }: PilotKey): Promise<Pilot | undefined> => {
  const { rows } = await sql<Row>`
    ${SELECT} where p.ars = ${ars} and p.id = ${id} for update of p`.execute(database);
  return rows[0] && pilotOf(rows[0]);
};

/** @returns whether it was still a draft of the revision that was read. */
export const saveDraft = async (
  database: Database,
  { ars, id, plan, revision }: PilotKey & { plan: PilotPlan; revision: number },
  now: Date,
): Promise<boolean> =>
  (
    await sql`
      update pilots.pilot set plan = ${JSON.stringify(plan)}::jsonb, revision = revision + 1, changed_at = ${now}
      where ars = ${ars} and id = ${id} and revision = ${revision} and state = 'draft' returning 1`.execute(
      database,
    )
  ).rows.length === 1;

/** Plan and baseline as they will stay. */
export const saveFrozen = async (
  database: Database,
  { ars, id }: PilotKey,
  frozen: { planHash: string; baseline: Baseline; baselineHash: string },
  now: Date,
): Promise<void> => {
  await sql`
    insert into pilots.baseline (ars, pilot_id, content, hash, frozen_at)
    values (${ars}, ${id}, ${JSON.stringify(frozen.baseline)}::jsonb, ${frozen.baselineHash}, ${now})`.execute(
    database,
  );
  await sql`
    update pilots.pilot set state = 'frozen', plan_hash = ${frozen.planHash}, frozen_at = ${now}, changed_at = ${now},
      revision = revision + 1
    where ars = ${ars} and id = ${id}`.execute(database);
};

export const findBaseline = async (
  database: Database,
  { ars, id }: PilotKey,
): Promise<Baseline | undefined> =>
  (
    await sql<{ content: Baseline }>`
      select content from pilots.baseline where ars = ${ars} and pilot_id = ${id}`.execute(database)
  ).rows[0]?.content;

export const saveResult = async (
  database: Database,
  { ars, id }: PilotKey,
  result: PilotResult,
  now: Date,
): Promise<void> => {
  await sql`
    update pilots.pilot set state = 'evaluated', result = ${JSON.stringify(result)}::jsonb, evaluated_at = ${now},
      changed_at = ${now}, revision = revision + 1
    where ars = ${ars} and id = ${id}`.execute(database);
};

export const savePublished = async (
  database: Database,
  { ars, id }: PilotKey,
  recommendation: NonNullable<Pilot['recommendation']>,
  now: Date,
): Promise<void> => {
  await sql`
    update pilots.pilot set state = 'published', recommendation = ${JSON.stringify(recommendation)}::jsonb,
      published_at = ${now}, changed_at = ${now}, revision = revision + 1
    where ars = ${ars} and id = ${id}`.execute(database);
};

/** @returns whether there was a draft. What was frozen stays. */
export const deleteDraft = async (database: Database, { ars, id }: PilotKey): Promise<boolean> =>
  (
    await sql`
      delete from pilots.pilot where ars = ${ars} and id = ${id} and state = 'draft' returning 1`.execute(
      database,
    )
  ).rows.length === 1;

export type OwnSeries = { id: string; name: string; unit: string; source: string; days: DayValue[] };

export const listOwnSeries = async (database: Database, { ars, id }: PilotKey): Promise<OwnSeries[]> =>
  (
    await sql<OwnSeries>`
      select id, name, unit, source, days from pilots.own_series
      where ars = ${ars} and pilot_id = ${id} order by name limit 60`.execute(database)
  ).rows;

export const saveOwnSeries = async (
  database: Database,
  { ars, id }: PilotKey,
  series: OwnSeries,
  now: Date,
): Promise<void> => {
  await sql`
    insert into pilots.own_series (ars, pilot_id, id, name, unit, source, days, changed_at)
    values (${ars}, ${id}, ${series.id}, ${series.name}, ${series.unit}, ${series.source},
      ${JSON.stringify(series.days)}::jsonb, ${now})
    on conflict (ars, pilot_id, id) do update set unit = excluded.unit, source = excluded.source,
      days = excluded.days, changed_at = excluded.changed_at`.execute(database);
};

export const insertRunEvent = async (
  database: Database,
  { ars, id }: PilotKey,
  event: RunEvent,
  now: Date,
): Promise<void> => {
  await sql`
    insert into pilots.run_event (ars, pilot_id, id, day, text, noted_at)
    values (${ars}, ${id}, ${event.id}, ${event.day}, ${event.text}, ${now})`.execute(database);
};

export const listRunEvents = async (database: Database, { ars, id }: PilotKey): Promise<RunEvent[]> =>
  (
    await sql<RunEvent>`
      select id, to_char(day, 'YYYY-MM-DD') as day, text from pilots.run_event
      where ars = ${ars} and pilot_id = ${id} order by day, noted_at, id limit 200`.execute(database)
  ).rows;

/** Across municipalities: what everybody can read, the newest first. */
export const listPublicPilots = async (database: Database): Promise<Pilot[]> =>
  (
    await sql<Row>`
      ${SELECT} where p.state <> 'draft' order by coalesce(p.published_at, p.frozen_at) desc, p.id limit 200`.execute(
      database,
    )
  ).rows.map(pilotOf);

/** Whether everybody can read it: from its freezing on. */
export const isPilotPublic = async (database: Database, { ars, id }: PilotKey): Promise<boolean> =>
  (
    await sql`select 1 from pilots.pilot where ars = ${ars} and id = ${id} and state <> 'draft'`.execute(
      database,
    )
  ).rows.length === 1;
