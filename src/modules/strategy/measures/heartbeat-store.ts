import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';

export type HeartbeatLink = {
  ars: string;
  measureId: string;
  personId: string;
  expiresAt: Date;
};

export const insertLink = async (
  database: Database,
  {
    ars,
    measureId,
    personId,
    tokenHash,
    sentAt,
    expiresAt,
  }: Pick<HeartbeatLink, 'ars' | 'measureId' | 'personId' | 'expiresAt'> & {
    tokenHash: string;
    sentAt: Date;
  },
): Promise<void> => {
  await sql`
    insert into strategy.heartbeat_link (ars, measure_id, token_hash, person_id, sent_at, expires_at)
    values (${ars}, ${measureId}, ${tokenHash}, ${personId}, ${sentAt}, ${expiresAt})`.execute(database);
};

/** Across municipalities: whoever holds the link knows no town. @returns undefined where there is none, or it ran out. */
export const findLink = async (
  database: Database,
  tokenHash: string,
  now: Date,
): Promise<HeartbeatLink | undefined> =>
  (
    await sql<HeartbeatLink>`
      select ars, measure_id as "measureId", person_id as "personId", expires_at as "expiresAt"
      from strategy.heartbeat_link where token_hash = ${tokenHash} and expires_at > ${now}`.execute(database)
  ).rows[0];

export const markUsed = async (
  database: Database,
  { ars, measureId }: Pick<HeartbeatLink, 'ars' | 'measureId'>,
  tokenHash: string,
  now: Date,
): Promise<void> => {
  await sql`
    update strategy.heartbeat_link set used_at = ${now}
    where ars = ${ars} and measure_id = ${measureId} and token_hash = ${tokenHash}`.execute(database);
};

/** Across municipalities: units that have measures which may want to be asked about. */
export const listUnitsWithMeasures = async (database: Database): Promise<string[]> =>
  (
    await sql<{ ars: string }>`
      select distinct ars from strategy.measure where state in ('planned', 'running', 'paused')`.execute(
      database,
    )
  ).rows.map(({ ars }) => ars);

/** @returns how many went. */
export const deleteExpiredLinks = async (database: Database, before: Date): Promise<number> =>
  Number(
    (await sql`delete from strategy.heartbeat_link where expires_at < ${before}`.execute(database))
      .numAffectedRows ?? 0,
  );
