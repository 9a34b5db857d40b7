import { sql } from 'kysely';
import type { Database } from '../../../../foundation/database/context.ts';

/** One stay that a host was paid for; given back, it stands a second time with the opposite sign. */
export type Earning = {
  ars: string;
  hostId: string;
  poolId: string;
  property: string;
  stayFrom: Date;
  stayTo: Date;
  cents: number;
  feeCents: number;
  at: Date;
};

type Period = { start: Date; end: Date };
type EarningRow = {
  ars: string;
  host_id: string;
  pool_id: string;
  property: string;
  stay_from: Date;
  stay_to: Date;
  cents: number;
  fee_cents: number;
  at: Date;
};

const earningOf = (row: EarningRow): Earning => ({
  ars: row.ars,
  hostId: row.host_id,
  poolId: row.pool_id,
  property: row.property,
  stayFrom: row.stay_from,
  stayTo: row.stay_to,
  cents: row.cents,
  feeCents: row.fee_cents,
  at: row.at,
});

const EARNINGS = sql`
  select p.ars, p.host_id, p.pool_id, p.property, p.stay_from, p.stay_to, p.charged_cents as cents, p.fee_cents, p.paid_at as at
  from parking.payment p where p.payee = 'host' and p.paid_at is not null
  union all
  select p.ars, p.host_id, p.pool_id, p.property, p.stay_from, p.stay_to, -p.charged_cents, -p.fee_cents, o.done_at
  from parking.payment p join parking.payment_order o on o.ars = p.ars and o.booking_id = p.booking_id
  where p.payee = 'host' and o.purpose = 'refund' and o.state = 'done'`;

/** Of one host. */
export const listEarningsOf = async (
  database: Database,
  { ars, hostId }: { ars: string; hostId: string },
  { start, end }: Period,
): Promise<Earning[]> =>
  (
    await sql<EarningRow>`
      select * from (${EARNINGS}) e where ars = ${ars} and host_id = ${hostId} and at >= ${start} and at < ${end}
      order by at, stay_from`.execute(database)
  ).rows.map(earningOf);

/** Who earned in a period, in all municipalities. */
export const listEarners = async (
  database: Database,
  { start, end }: Period,
): Promise<{ ars: string; hostId: string }[]> =>
  (
    await sql<{ ars: string; host_id: string }>`
      select distinct ars, host_id from (${EARNINGS}) e where at >= ${start} and at < ${end} order by ars, host_id`.execute(
      database,
    )
  ).rows.map(({ ars, host_id }) => ({ ars, hostId: host_id }));

/** The years in which a host earned something. */
export const listYears = async (
  database: Database,
  { ars, hostId }: { ars: string; hostId: string },
): Promise<number[]> =>
  (
    await sql<{ year: number }>`
      select distinct extract(year from at at time zone 'Europe/Berlin')::integer as year from (${EARNINGS}) e
      where ars = ${ars} and host_id = ${hostId} order by year desc`.execute(database)
  ).rows.map(({ year }) => year);

export type HostName = { ars: string; hostId: string };

/** As whom a person offers, in all municipalities: asked by themself. */
export const listHostsOfPerson = async (database: Database, personId: string): Promise<HostName[]> =>
  (
    await sql<{ ars: string; id: string }>`
      select ars, id from parking.host where person_id = ${personId} order by ars, id limit 100`.execute(
      database,
    )
  ).rows.map(({ ars, id }) => ({ ars, hostId: id }));
