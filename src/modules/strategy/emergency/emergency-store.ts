import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { Day } from '../../../foundation/time/zone.ts';
import type { SheetTexts } from './contract.ts';

export type EmergencySheet = {
  id: string;
  service: string;
  /** How many hours the service may be down before people are harmed or the law is broken. */ tolerableHours: number;
  texts: SheetTexts;
  /** When somebody last went through it without the machines. */ triedOn: Day | null;
};

/** What can wait the least comes first. */
export const listSheets = async (database: Database, ars: string): Promise<EmergencySheet[]> =>
  (
    await sql<EmergencySheet>`
      select id, service, tolerable_hours as "tolerableHours", texts, tried_on::text as "triedOn"
      from strategy.emergency_sheet where ars = ${ars} order by tolerable_hours, service, id limit 500`.execute(
      database,
    )
  ).rows;

export const saveSheet = async (
  database: Database,
  { ars, id }: { ars: string; id: string },
  { service, tolerableHours, texts, triedOn }: Omit<EmergencySheet, 'id'>,
  now: Date,
): Promise<void> => {
  await sql`
    insert into strategy.emergency_sheet (ars, id, service, tolerable_hours, texts, tried_on, changed_at)
    values (${ars}, ${id}, ${service}, ${tolerableHours}, ${JSON.stringify(texts)}::jsonb, ${triedOn}, ${now})
    on conflict (ars, id) do update set service = excluded.service, tolerable_hours = excluded.tolerable_hours,
      texts = excluded.texts, tried_on = excluded.tried_on, changed_at = excluded.changed_at`.execute(
    database,
  );
};

export const deleteSheet = async (
  database: Database,
  { ars, id }: { ars: string; id: string },
): Promise<void> => {
  await sql`delete from strategy.emergency_sheet where ars = ${ars} and id = ${id}`.execute(database);
};
