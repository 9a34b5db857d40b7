import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { LonLat } from '../../../foundation/geo/point.ts';
import { isInside, type Outline, type Zone } from './zone.ts';

type ZoneRow = {
  ars: string;
  id: string;
  name: string;
  outline: Outline;
  highest_cents_per_hour: number;
  is_sharing_wanted: boolean;
  resolution: string;
  demonstration: boolean;
};

export const listZones = async (database: Database, ars: string): Promise<Zone[]> =>
  (
    await sql<ZoneRow>`
      select ars, id, name, outline, highest_cents_per_hour, is_sharing_wanted, resolution, demonstration
      from parking.zone where ars = ${ars} order by name, id limit 200`.execute(database)
  ).rows.map((row) => ({
    ars: row.ars,
    id: row.id,
    name: row.name,
    outline: row.outline,
    highestCentsPerHour: row.highest_cents_per_hour,
    isSharingWanted: row.is_sharing_wanted,
    resolution: row.resolution,
    isDemonstration: row.demonstration,
  }));

export const saveZone = async (database: Database, zone: Zone, now: Date): Promise<void> => {
  await sql`
    insert into parking.zone (ars, id, name, outline, highest_cents_per_hour, is_sharing_wanted, resolution,
      demonstration, changed_at)
    values (${zone.ars}, ${zone.id}, ${zone.name}, ${JSON.stringify(zone.outline)}::jsonb,
      ${zone.highestCentsPerHour}, ${zone.isSharingWanted}, ${zone.resolution}, ${zone.isDemonstration}, ${now})
    on conflict (ars, id) do update set name = excluded.name, outline = excluded.outline,
      highest_cents_per_hour = excluded.highest_cents_per_hour, is_sharing_wanted = excluded.is_sharing_wanted,
      resolution = excluded.resolution, changed_at = excluded.changed_at`.execute(database);
};

export const isSharingWantedAt = async (database: Database, ars: string, point: LonLat): Promise<boolean> =>
  (await listZones(database, ars)).some((zone) => zone.isSharingWanted && isInside(point, zone.outline));
