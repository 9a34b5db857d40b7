import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';

export type Strike = {
  ars: string;
  id: string;
  hostId: string;
  poolId: string;
  cause: 'taken' | 'recalled';
  at: Date;
};

/** The same report a second time counts once. */
export const saveStrike = async (database: Database, strike: Strike): Promise<void> => {
  await sql`
    insert into parking.host_strike (ars, id, host_id, pool_id, cause, at)
    values (${strike.ars}, ${strike.id}, ${strike.hostId}, ${strike.poolId}, ${strike.cause}, ${strike.at})
    on conflict do nothing`.execute(database);
};

type StrikeRow = {
  ars: string;
  id: string;
  host_id: string;
  pool_id: string;
  cause: Strike['cause'];
  at: Date;
};

export const listStrikes = async (
  database: Database,
  { ars, hostId }: Pick<Strike, 'ars' | 'hostId'>,
  since: Date,
): Promise<(Strike & { hasPhoto: boolean })[]> =>
  (
    await sql<StrikeRow & { has_photo: boolean }>`
      select s.ars, s.id, s.host_id, s.pool_id, s.cause, s.at, exists (
        select from parking.photo p where p.ars = s.ars and p.strike_id = s.id) as has_photo
      from parking.host_strike s where s.ars = ${ars} and s.host_id = ${hostId} and s.at > ${since}
      order by s.at desc, s.id limit 50`.execute(database)
  ).rows.map((row) => ({
    ars: row.ars,
    id: row.id,
    hostId: row.host_id,
    poolId: row.pool_id,
    cause: row.cause,
    at: row.at,
    hasPhoto: row.has_photo,
  }));

/** All that a host shares is promised to nobody any more. */
export const stopHost = async (
  database: Database,
  { ars, hostId }: Pick<Strike, 'ars' | 'hostId'>,
  now: Date,
): Promise<void> => {
  await sql`
    update parking.pool set state = 'stopped', changed_at = ${now}
    where ars = ${ars} and host_id = ${hostId} and state = 'shared'`.execute(database);
};

/** @returns how many went; their pictures go along. */
export const deleteStrikes = async (database: Database, before: Date): Promise<number> => {
  const { numAffectedRows = 0n } = await sql`delete from parking.host_strike where at < ${before}`.execute(
    database,
  );
  return Number(numAffectedRows);
};
