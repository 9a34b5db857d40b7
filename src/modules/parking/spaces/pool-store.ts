import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import { type LonLat, toMetres } from '../../../foundation/geo/point.ts';
import type { Day } from '../../../foundation/time/zone.ts';
import type { Window } from './open-times.ts';
import type { Host, Pool, PoolFacts } from './pool.ts';
import { saveWindow } from './window-store.ts';

type PoolRow = {
  ars: string;
  id: string;
  host_id: string;
  name: string;
  kind: 'open' | 'garage';
  lon: number;
  lat: number;
  address: string;
  capacity: number;
  neighbour_spaces: number;
  height_cm: number | null;
  vehicle_size: PoolFacts['vehicleSize'];
  is_covered: boolean | null;
  is_step_free: boolean | null;
  has_charging: boolean;
  audience: PoolFacts['audience'];
  access_kind: PoolFacts['accessKind'];
  access_note: string | null;
  cents_per_hour: number;
  permit: Pool['permit']['answers'];
  permit_verdict: Pool['permit']['verdict'];
  permit_checked_at: Date;
  state: Pool['state'];
  windows: Window[];
  rest_days: Day[];
};

const WINDOWS = sql`coalesce((
    select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('isOpen', w.is_open, 'weekdays', to_jsonb(w.weekdays),
      'fromDay', w.from_day, 'toDay', w.to_day, 'fromMinute', w.from_minute, 'toMinute', w.to_minute,
      'holidays', w.holidays)) order by w.id)
    from parking.open_time w where w.ars = p.ars and w.pool_id = p.id), '[]') as windows,
  array(select d.day::text from parking.rest_day d where d.ars = p.ars order by d.day) as rest_days`;

const poolOf = (row: PoolRow): Pool => ({
  ars: row.ars,
  id: row.id,
  hostId: row.host_id,
  facts: {
    name: row.name,
    kind: row.kind,
    point: { lon: row.lon, lat: row.lat },
    address: row.address,
    capacity: row.capacity,
    neighbourSpaces: row.neighbour_spaces,
    heightCm: row.height_cm ?? undefined,
    vehicleSize: row.vehicle_size,
    isCovered: row.is_covered ?? undefined,
    isStepFree: row.is_step_free ?? undefined,
    hasCharging: row.has_charging,
    audience: row.audience,
    accessKind: row.access_kind,
    centsPerHour: row.cents_per_hour,
  },
  sealedAccess: row.access_note,
  permit: { answers: row.permit, verdict: row.permit_verdict, checkedAt: row.permit_checked_at },
  state: row.state,
  windows: row.windows,
  restDays: row.rest_days,
});

export const saveHost = async (database: Database, host: Host, now: Date): Promise<void> => {
  await sql`
    insert into parking.host (ars, id, kind, name, person_id, demonstration, created_at)
    values (${host.ars}, ${host.id}, ${host.kind}, ${host.name}, ${host.personId}, ${host.isDemonstration}, ${now})
    on conflict do nothing`.execute(database);
};

type HostRow = {
  ars: string;
  id: string;
  kind: Host['kind'];
  name: string;
  person_id: string | null;
  demonstration: boolean;
};

const hostOf = (row: HostRow): Host => ({
  ars: row.ars,
  id: row.id,
  kind: row.kind,
  name: row.name,
  personId: row.person_id,
  isDemonstration: row.demonstration,
});

/** As whom a person offers in a municipality. */
export const findHostOfPerson = async (
  database: Database,
  ars: string,
  personId: string,
): Promise<Host | undefined> => {
  const [row] = (
    await sql<HostRow>`
      select ars, id, kind, name, person_id, demonstration from parking.host
      where ars = ${ars} and person_id = ${personId}`.execute(database)
  ).rows;
  return row && hostOf(row);
};

export const findHost = async (database: Database, ars: string, id: string): Promise<Host | undefined> => {
  const [row] = (
    await sql<HostRow>`
      select ars, id, kind, name, person_id, demonstration from parking.host
      where ars = ${ars} and id = ${id}`.execute(database)
  ).rows;
  return row && hostOf(row);
};

export const savePool = async (database: Database, pool: Pool, now: Date): Promise<void> => {
  const { ars, id, facts, permit } = pool;
  const { x, y } = toMetres(facts.point);
  await sql`
    insert into parking.pool (ars, id, host_id, name, kind, lon, lat, pt, address, capacity, neighbour_spaces, height_cm,
      vehicle_size, is_covered, is_step_free, has_charging, audience, access_kind, access_note, cents_per_hour, permit,
      permit_verdict, permit_checked_at, state, created_at, changed_at)
    values (${ars}, ${id}, ${pool.hostId}, ${facts.name}, ${facts.kind}, ${facts.point.lon}, ${facts.point.lat},
      point(${x}, ${y}), ${facts.address}, ${facts.capacity}, ${facts.neighbourSpaces}, ${facts.heightCm ?? null}, ${facts.vehicleSize},
      ${facts.isCovered ?? null}, ${facts.isStepFree ?? null}, ${facts.hasCharging}, ${facts.audience},
      ${facts.accessKind}, ${pool.sealedAccess}, ${facts.centsPerHour}, ${JSON.stringify(permit.answers)}::jsonb,
      ${permit.verdict}, ${permit.checkedAt}, ${pool.state}, ${now}, ${now})`.execute(database);
  for (const window of pool.windows) await saveWindow(database, pool, window);
};

/** What a host says anew of a pool; where it is stays. Without a new note the old one holds. */
export const changePool = async (
  database: Database,
  { ars, id }: Pick<Pool, 'ars' | 'id'>,
  facts: Pool['facts'],
  sealedAccess: string | null,
  now: Date,
): Promise<void> => {
  await sql`
    update parking.pool set name = ${facts.name}, kind = ${facts.kind}, address = ${facts.address},
      capacity = ${facts.capacity}, neighbour_spaces = ${facts.neighbourSpaces}, height_cm = ${facts.heightCm ?? null},
      vehicle_size = ${facts.vehicleSize}, is_covered = ${facts.isCovered ?? null},
      is_step_free = ${facts.isStepFree ?? null}, has_charging = ${facts.hasCharging}, audience = ${facts.audience},
      access_kind = ${facts.accessKind}, access_note = ${sealedAccess}, cents_per_hour = ${facts.centsPerHour},
      changed_at = ${now}
    where ars = ${ars} and id = ${id}`.execute(database);
};

/** What a host shares, the town's own car parks as well. */
export const listPoolsOfHost = async (database: Database, ars: string, hostId: string): Promise<Pool[]> =>
  (
    await sql<PoolRow>`
      select p.*, ${WINDOWS} from parking.pool p where p.ars = ${ars} and p.host_id = ${hostId}
      order by p.created_at, p.id limit 100`.execute(database)
  ).rows.map(poolOf);

/** As whom a town offers its own spaces. */
export const findTownAsHost = async (database: Database, ars: string): Promise<Host | undefined> => {
  const [row] = (
    await sql<HostRow>`
      select ars, id, kind, name, person_id, demonstration from parking.host
      where ars = ${ars} and kind = 'municipal' and not demonstration order by created_at, id limit 1`.execute(
      database,
    )
  ).rows;
  return row && hostOf(row);
};

export const setState = async (
  database: Database,
  { ars, id }: Pick<Pool, 'ars' | 'id'>,
  state: Pool['state'],
  now: Date,
): Promise<void> => {
  await sql`
    update parking.pool set state = ${state}, changed_at = ${now} where ars = ${ars} and id = ${id}`.execute(
    database,
  );
};

export const findPool = async (database: Database, ars: string, id: string): Promise<Pool | undefined> => {
  const [row] = (
    await sql<PoolRow>`select p.*, ${WINDOWS} from parking.pool p where p.ars = ${ars} and p.id = ${id}`.execute(
      database,
    )
  ).rows;
  return row && poolOf(row);
};

/** Pools of one person in all municipalities: asked by themself. */
export const listPoolsOfPerson = async (database: Database, personId: string): Promise<Pool[]> =>
  (
    await sql<PoolRow>`
      select p.*, ${WINDOWS} from parking.pool p join parking.host h on h.ars = p.ars and h.id = p.host_id
      where h.person_id = ${personId} order by p.created_at, p.id limit 100`.execute(database)
  ).rows.map(poolOf);

/** All that is shared in a municipality. */
export const listSharedPools = async (database: Database, ars: string): Promise<Pool[]> =>
  (
    await sql<PoolRow>`
      select p.*, ${WINDOWS} from parking.pool p where p.ars = ${ars} and p.state = 'shared' order by p.id`.execute(
      database,
    )
  ).rows.map(poolOf);

/** What is shared in a municipality, without what was invented to demonstrate. */
export const listPublicPools = async (
  database: Database,
  ars: string,
): Promise<{ pool: Pool; isHousehold: boolean; changedAt: Date }[]> =>
  (
    await sql<PoolRow & { host_kind: Host['kind']; changed_at: Date }>`
      select p.*, ${WINDOWS}, h.kind as host_kind from parking.pool p
      join parking.host h on h.ars = p.ars and h.id = p.host_id
      where p.ars = ${ars} and p.state = 'shared' and not h.demonstration order by p.id`.execute(database)
  ).rows.map((row) => ({
    pool: poolOf(row),
    isHousehold: row.host_kind === 'household',
    changedAt: row.changed_at,
  }));

/**
 * Shared pools of the given municipalities around a point, nearest first. @param metres straight; the walk along streets
 * is longer, so that nothing within it is missed.
 */
export const listPoolsNear = async (
  database: Database,
  arsList: readonly string[],
  { point, metres, limit }: { point: LonLat; metres: number; limit: number },
): Promise<Pool[]> => {
  const { x, y } = toMetres(point);
  return (
    await sql<PoolRow>`
      select p.*, ${WINDOWS} from parking.pool p
      where p.ars = any(${arsList}::text[]) and p.state = 'shared'
        and p.pt <@ circle(point(${x}, ${y}), ${metres})
      order by p.pt <-> point(${x}, ${y}), p.id limit ${limit}`.execute(database)
  ).rows.map(poolOf);
};
