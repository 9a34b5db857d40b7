import { sql } from 'kysely';
import type { Database } from '../../../../foundation/database/context.ts';
import type { PilotPlan } from './plan.ts';
import type { PlanPower } from './plan-power.ts';

export type StoredPlan = {
  ars: string;
  id: string;
  plan: PilotPlan;
  power: PlanPower;
  demonstration: boolean;
  frozen_at: Date | null;
  plan_hash: string | null;
};

export type PlanKey = { ars: string; id: string };

const COLUMNS = sql`ars, id, plan, power, demonstration, frozen_at, plan_hash`;

export const findPlan = async (database: Database, { ars, id }: PlanKey): Promise<StoredPlan | undefined> =>
  (
    await sql<StoredPlan>`select ${COLUMNS} from parking.pilot_plan where ars = ${ars} and id = ${id}`.execute(
      database,
    )
  ).rows[0];

/** The newest first. */
export const listPlans = async (database: Database, ars: string): Promise<StoredPlan[]> =>
  (
    await sql<StoredPlan>`
      select ${COLUMNS} from parking.pilot_plan where ars = ${ars}
      order by changed_at desc, id limit 100`.execute(database)
  ).rows;

export const insertPlan = async (
  database: Database,
  { ars, id }: PlanKey,
  {
    plan,
    power,
    now,
    isDemonstration = false,
  }: { plan: PilotPlan; power: PlanPower; now: Date; isDemonstration?: boolean },
): Promise<void> => {
  await sql`
    insert into parking.pilot_plan (ars, id, plan, power, demonstration, changed_at)
    values (${ars}, ${id}, ${JSON.stringify(plan)}::jsonb, ${JSON.stringify(power)}::jsonb,
      ${isDemonstration}, ${now})`.execute(database);
};

/** @returns whether it was a draft. From then on the database itself refuses every change. */
export const freezePlan = async (
  database: Database,
  { ars, id }: PlanKey,
  { hash, now }: { hash: string; now: Date },
): Promise<boolean> =>
  (
    await sql`
      update parking.pilot_plan set frozen_at = ${now}, plan_hash = ${hash}, changed_at = ${now}
      where ars = ${ars} and id = ${id} and frozen_at is null returning 1`.execute(database)
  ).rows.length === 1;

export const discardPlan = async (database: Database, { ars, id }: PlanKey): Promise<boolean> =>
  (
    await sql`
      delete from parking.pilot_plan where ars = ${ars} and id = ${id} and frozen_at is null returning 1`.execute(
      database,
    )
  ).rows.length === 1;
