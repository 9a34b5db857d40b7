import { sql } from 'kysely';
import type { Context, Database } from '../../../foundation/database/context.ts';
import { daysBefore } from '../../../foundation/database/retention.ts';

export type WrongOfficeReport = {
  ars: string;
  id: string;
  service_id: string;
  authority_id: string | null;
  place: string;
  message: string;
  reported_at: Date;
};

/** With what it is about, as it is called now; the service or the office may be gone. */
export type OpenReport = WrongOfficeReport & { service: string | null; office: string | null };

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

/** What nobody has dealt with yet, oldest first. */
export const listOpenReports = async (
  database: Database,
  ars: string,
  limit: number,
): Promise<OpenReport[]> =>
  (
    await sql<OpenReport>`
      select r.*, s.name as service, a.facts ->> 'name' as office
      from public_services.wrong_office_report r
      left join public_services.public_service s on s.id = r.service_id
      left join public_services.competent_authority a on a.id = r.authority_id
      where r.ars = ${ars} and r.done_at is null order by r.reported_at, r.id limit ${limit}`.execute(
      database,
    )
  ).rows;

export const countOpenReports = async (database: Database, ars: string): Promise<number> =>
  Number(
    (
      await sql<{ count: string }>`
        select count(*) as count from public_services.wrong_office_report
        where ars = ${ars} and done_at is null`.execute(database)
    ).rows[0]?.count ?? 0,
  );

/** @returns whether it was open. */
export const markDone = async (
  database: Database,
  { ars, id }: { ars: string; id: string },
  at: Date,
): Promise<boolean> =>
  Number(
    (
      await sql`
        update public_services.wrong_office_report set done_at = ${at}
        where ars = ${ars} and id = ${id} and done_at is null`.execute(database)
    ).numAffectedRows ?? 0,
  ) === 1;
