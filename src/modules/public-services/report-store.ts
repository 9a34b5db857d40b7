import { sql } from 'kysely';
import type { Context, Database } from '../../foundation/database/context.ts';
import { daysBefore } from '../../foundation/database/retention.ts';

export type WrongOfficeReport = {
  ars: string;
  id: string;
  service_id: string;
  authority_id: string | null;
  place: string;
  message: string;
  reported_at: Date;
};

export const saveReport = async (database: Database, report: WrongOfficeReport): Promise<void> => {
  await sql`
    insert into public_services.wrong_office_report (ars, id, service_id, authority_id, place, message, reported_at)
    values (${report.ars}, ${report.id}, ${report.service_id}, ${report.authority_id}, ${report.place},
      ${report.message}, ${report.reported_at})`.execute(database);
};

export const countReports = async (
  database: Database,
  { ars, serviceId }: { ars: string; serviceId: string },
  since: Date,
): Promise<number> =>
  (
    await sql<{ count: number }>`
      select count(*) as count from public_services.wrong_office_report
      where ars = ${ars} and service_id = ${serviceId} and reported_at > ${since}`.execute(database)
  ).rows[0]?.count ?? 0;

/** @returns how many were deleted. */
export const pruneReports = async (
  { database, clock }: Pick<Context, 'database' | 'clock'>,
  days: number,
): Promise<number> =>
  Number(
    (
      await sql`delete from public_services.wrong_office_report where reported_at < ${daysBefore(clock(), days)}`.execute(
        database,
      )
    ).numAffectedRows ?? 0,
  );
