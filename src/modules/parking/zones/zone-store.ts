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
  floor_percent: number;
  floor_asked: number;
  floor_served: number;
  floor_weight: number;
  demonstration: boolean;
};

/** How far an area is from its floor by the last count, and what its wishes weigh until the next one. */
export type CountedZone = Zone & { floor: { asked: number; served: number; weight: number } };

export const listZones = async (database: Database, ars: string): Promise<CountedZone[]> =>
  (
    await sql<ZoneRow>`
      select ars, id, name, outline, highest_cents_per_hour, is_sharing_wanted, resolution, floor_percent, floor_asked,
        floor_served, floor_weight, demonstration from parking.zone where ars = ${ars} order by name, id limit 200`.execute(
      database,
    )
  ).rows.map((row) => ({
    ars: row.ars,
    id: row.id,
    name: row.name,
    outline: row.outline,
    highestCentsPerHour: row.highest_cents_per_hour,
    isSharingWanted: row.is_sharing_wanted,
    resolution: row.resolution,
    floorPercent: row.floor_percent,
    floor: { asked: row.floor_asked, served: row.floor_served, weight: row.floor_weight },
    isDemonstration: row.demonstration,
  }));

export const saveZone = async (database: Database, zone: Zone, now: Date): Promise<void> => {
  await sql`
    insert into parking.zone (ars, id, name, outline, highest_cents_per_hour, is_sharing_wanted, resolution,
      floor_percent, demonstration, changed_at)
    values (${zone.ars}, ${zone.id}, ${zone.name}, ${JSON.stringify(zone.outline)}::jsonb,
      ${zone.highestCentsPerHour}, ${zone.isSharingWanted}, ${zone.resolution}, ${zone.floorPercent},
      ${zone.isDemonstration}, ${now})
    on conflict (ars, id) do update set name = excluded.name, outline = excluded.outline,
      highest_cents_per_hour = excluded.highest_cents_per_hour, is_sharing_wanted = excluded.is_sharing_wanted,
      resolution = excluded.resolution, floor_percent = excluded.floor_percent, changed_at = excluded.changed_at`.execute(
    database,
  );
};

export const deleteZone = async (
  database: Database,
  { ars, id }: Pick<Zone, 'ars' | 'id'>,
): Promise<boolean> => {
  const { numAffectedRows = 0n } = await sql`
    delete from parking.zone where ars = ${ars} and id = ${id}`.execute(database);
  return numAffectedRows > 0n;
};

export const saveFloor = async (
  database: Database,
  { ars, id }: Pick<Zone, 'ars' | 'id'>,
  { asked, served, weight }: CountedZone['floor'],
): Promise<void> => {
  await sql`
    update parking.zone set floor_asked = ${asked}, floor_served = ${served}, floor_weight = ${weight}
    where ars = ${ars} and id = ${id}`.execute(database);
};

export const isSharingWantedAt = async (database: Database, ars: string, point: LonLat): Promise<boolean> =>
  (await listZones(database, ars)).some((zone) => zone.isSharingWanted && isInside(point, zone.outline));
