import { sql } from 'kysely';
import type { Database } from '../../../../foundation/database/context.ts';
import type { Day } from '../../../../foundation/time/zone.ts';
import type { Drive } from './drive.ts';
import type { PlanKey } from './plan-store.ts';

export type Upload = {
  id: string;
  taken: number;
  refused: number;
  uploaded_at: Date;
  withdrawn_at: Date | null;
};

export const listUploads = async (database: Database, { ars, id }: PlanKey): Promise<Upload[]> =>
  (
    await sql<Upload>`
      select id, taken, refused, uploaded_at, withdrawn_at from parking.pilot_upload
      where ars = ${ars} and plan_id = ${id} order by uploaded_at desc, id limit 500`.execute(database)
  ).rows;

/** @returns false where the very file is there already. */
export const insertUpload = async (
  database: Database,
  { ars, id }: PlanKey,
  upload: { id: string; fileHash: string; drives: readonly Drive[]; refused: number; now: Date },
): Promise<boolean> => {
  const { drives } = upload;
  const { rows } = await sql`
    insert into parking.pilot_upload (ars, plan_id, id, file_hash, taken, refused, uploaded_at)
    values (${ars}, ${id}, ${upload.id}, ${upload.fileHash}, ${drives.length}, ${upload.refused}, ${upload.now})
    on conflict (ars, plan_id, file_hash) do nothing returning 1`.execute(database);
  if (rows.length === 0) return false;
  await sql`
    insert into parking.pilot_drive (ars, upload_id, line, day, hour, is_pilot, seconds)
    select ${ars}, ${upload.id}::uuid, d.* from unnest(${drives.map(({ line }) => line)}::integer[],
      ${drives.map(({ day }) => day)}::date[], ${drives.map(({ hour }) => hour)}::smallint[],
      ${drives.map(({ isPilot }) => isPilot)}::boolean[], ${drives.map(({ seconds }) => seconds)}::integer[]) d`.execute(
    database,
  );
  return true;
};

/** Its drives no longer count; that it was there stays. */
export const withdrawUpload = async (
  database: Database,
  { ars, id }: PlanKey,
  { uploadId, now }: { uploadId: string; now: Date },
): Promise<boolean> => {
  const { rows } = await sql`
    update parking.pilot_upload set withdrawn_at = ${now}, file_hash = encode(sha256(id::text::bytea), 'hex')
    where ars = ${ars} and plan_id = ${id} and id = ${uploadId} and withdrawn_at is null returning 1`.execute(
    database,
  );
  return rows.length === 1;
};

export type DayRow = { day: Day; is_pilot: boolean; seconds: number; drives: number };

/** Sums by day and district: no single drive leaves the database. */
export const sumDrives = async (database: Database, { ars, id }: PlanKey): Promise<DayRow[]> =>
  (
    await sql<DayRow>`
      select d.day::text as day, d.is_pilot, sum(d.seconds)::integer as seconds, count(*)::integer as drives
      from parking.pilot_drive d join parking.pilot_upload u on u.ars = d.ars and u.id = d.upload_id
      where u.ars = ${ars} and u.plan_id = ${id} and u.withdrawn_at is null
      group by d.day, d.is_pilot order by d.day, d.is_pilot`.execute(database)
  ).rows;
