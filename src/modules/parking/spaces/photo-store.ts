import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';

type Photo = {
  ars: string;
  id: string;
  poolId: string;
  strikeId?: string;
  content: Uint8Array;
  madeAt: Date;
};

/** Of an entrance there is one picture at most: a new one takes its place. */
export const savePhoto = async (
  database: Database,
  { ars, id, poolId, strikeId, content, madeAt }: Photo,
): Promise<void> => {
  if (!strikeId) await deletePhoto(database, { ars, poolId });
  await sql`
    insert into parking.photo (ars, id, pool_id, strike_id, content, made_at)
    values (${ars}, ${id}, ${poolId}, ${strikeId ?? null}, ${content}, ${madeAt})`.execute(database);
};

export const deletePhoto = async (
  database: Database,
  { ars, poolId }: Pick<Photo, 'ars' | 'poolId'>,
): Promise<void> => {
  await sql`
    delete from parking.photo where ars = ${ars} and pool_id = ${poolId} and strike_id is null`.execute(
    database,
  );
};

/** JPEG, of the entrance or of what was reported. */
export const findPhoto = async (
  database: Database,
  { ars, poolId, strikeId }: Pick<Photo, 'ars' | 'poolId' | 'strikeId'>,
): Promise<Uint8Array | undefined> =>
  (
    await sql<{ content: Uint8Array }>`
      select content from parking.photo where ars = ${ars} and pool_id = ${poolId}
        and strike_id is not distinct from ${strikeId ?? null}::uuid`.execute(database)
  ).rows[0]?.content;

export const hasPhoto = async (
  database: Database,
  { ars, poolId }: Pick<Photo, 'ars' | 'poolId'>,
): Promise<boolean> =>
  (
    await sql`
      select from parking.photo where ars = ${ars} and pool_id = ${poolId} and strike_id is null`.execute(
      database,
    )
  ).rows.length > 0;
