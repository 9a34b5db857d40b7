import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { Day } from '../../../foundation/time/zone.ts';

/** Minutes of the day for which it was asked; the request may have come before that day. */
export type Demand = {
  ars: string;
  day: Day;
  requestedMinute: number;
  x: number;
  y: number;
  arrival: number;
  departure: number;
  walkLimit: number;
};

export const saveDemand = async (database: Database, id: string, demand: Demand): Promise<void> => {
  await sql`
    insert into parking.demand (ars, id, day, requested_minute, x, y, arrival, departure, walk_limit)
    values (${demand.ars}, ${id}, ${demand.day}, ${demand.requestedMinute}, ${demand.x}, ${demand.y},
      ${demand.arrival}, ${demand.departure}, ${demand.walkLimit})`.execute(database);
};

type DemandRow = {
  ars: string;
  day: Day;
  requested_minute: number;
  x: number;
  y: number;
  arrival: number;
  departure: number;
  walk_limit: number;
};

/** What was asked for in a municipality on days before one, by day and in the order of asking. */
export const listDemand = async (
  database: Database,
  ars: string,
  { since, before }: { since: Day; before: Day },
): Promise<Demand[]> =>
  (
    await sql<DemandRow>`
      select ars, day::text as day, requested_minute, x, y, arrival, departure, walk_limit from parking.demand
      where ars = ${ars} and day >= ${since} and day < ${before} order by day, requested_minute, id`.execute(
      database,
    )
  ).rows.map((row) => ({
    ars: row.ars,
    day: row.day,
    requestedMinute: row.requested_minute,
    x: row.x,
    y: row.y,
    arrival: row.arrival,
    departure: row.departure,
    walkLimit: row.walk_limit,
  }));

/** Of all municipalities. @returns how many went. */
export const deleteDemand = async (database: Database, before: Day): Promise<number> =>
  Number(
    (await sql`delete from parking.demand where day < ${before}`.execute(database)).numAffectedRows ?? 0,
  );

/** Municipalities where anything is shared: asked by the work of the night. */
export const listTownsThatShare = async (database: Database): Promise<string[]> =>
  (
    await sql<{
      ars: string;
    }>`select distinct ars from parking.pool where state = 'shared' order by ars`.execute(database)
  ).rows.map(({ ars }) => ars);
