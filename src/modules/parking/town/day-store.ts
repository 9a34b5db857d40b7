import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { Day } from '../../../foundation/time/zone.ts';
import type { BookingState } from '../bookings/booking.ts';

/** Somebody wanted to park and could not be promised a space: counted by the hour and the area they wanted it for. */
export const countRefusal = async (
  database: Database,
  refusal: { ars: string; day: Day; hour: number; reason: string; zone: string },
): Promise<void> => {
  await sql`
    insert into parking.refusal (ars, day, hour, reason, zone, count)
    values (${refusal.ars}, ${refusal.day}, ${refusal.hour}, ${refusal.reason}, ${refusal.zone}, 1)
    on conflict (ars, day, hour, reason, zone) do update set count = refusal.count + 1`.execute(database);
};

export type RefusalCount = { hour: number; reason: string; zone: string; count: number };

export const listRefusals = async (database: Database, ars: string, since: Day): Promise<RefusalCount[]> =>
  (
    await sql<RefusalCount>`
      select hour, reason, zone, sum(count)::integer as count from parking.refusal
      where ars = ${ars} and day >= ${since} group by hour, reason, zone order by hour, reason, zone`.execute(
      database,
    )
  ).rows;

export type UseFigures = {
  state: BookingState;
  bookings: number;
  /** Along streets, summed. */ walk_metres: number;
  slots: number;
  cents: number;
};

/** What became of the bookings that begin since a slot, by state; no row leads to a person. */
export const sumUse = async (database: Database, ars: string, sinceSlot: number): Promise<UseFigures[]> =>
  (
    await sql<UseFigures>`
      select b.state, count(*)::integer as bookings, sum(b.to_slot - b.from_slot)::integer as slots,
        coalesce(sum(b.charged_cents), 0)::integer as cents,
        sum((abs(b.lat - p.lat) + abs(b.lon - p.lon) * cos(radians(p.lat))) * 111320) as walk_metres
      from parking.booking b join parking.pool p on p.ars = b.ars and p.id = b.pool_id
      where b.ars = ${ars} and b.from_slot >= ${sinceSlot} and b.state <> 'requested' group by b.state`.execute(
      database,
    )
  ).rows;

export type Spread = { hosts: number; low: number; middle: number; high: number };

/** How earnings are spread over those who share and earn, the town itself left out: quarters in cents. */
export const spreadOfEarnings = async (
  database: Database,
  ars: string,
  sinceSlot: number,
): Promise<Spread | undefined> =>
  (
    await sql<Spread>`
      select count(*)::integer as hosts,
        percentile_disc(0.25) within group (order by cents)::integer as low,
        percentile_disc(0.5) within group (order by cents)::integer as middle,
        percentile_disc(0.75) within group (order by cents)::integer as high
      from (
        select sum(b.charged_cents) as cents from parking.booking b
        join parking.pool p on p.ars = b.ars and p.id = b.pool_id
        join parking.host h on h.ars = p.ars and h.id = p.host_id
        where b.ars = ${ars} and b.from_slot >= ${sinceSlot} and h.kind <> 'municipal'
        group by p.host_id having sum(b.charged_cents) > 0) as earned`.execute(database)
  ).rows[0];

export type StockFigures = { kind: string; pools: number; spaces: number };

/** What is shared, by who shares it. */
export const sumStock = async (database: Database, ars: string): Promise<StockFigures[]> =>
  (
    await sql<StockFigures>`
      select h.kind, count(*)::integer as pools, sum(p.capacity)::integer as spaces
      from parking.pool p join parking.host h on h.ars = p.ars and h.id = p.host_id
      where p.ars = ${ars} and p.state = 'shared' group by h.kind order by h.kind`.execute(database)
  ).rows;

export type PlateAnswer = { until: number; pool: string; unit: number | null };

/** Whether a booking of a plate holds in a slot, and where. */
export const findByPlate = async (
  database: Database,
  { ars, plateHash, slot }: { ars: string; plateHash: string; slot: number },
): Promise<PlateAnswer[]> =>
  (
    await sql<PlateAnswer>`
      select b.held_to_slot as until, p.name as pool, b.unit from parking.booking b
      join parking.pool p on p.ars = b.ars and p.id = b.pool_id
      where b.ars = ${ars} and b.plate_hash = ${plateHash} and b.state in ('fixed', 'arrived', 'overstaying')
        and b.from_slot - 2 <= ${slot} and b.held_to_slot > ${slot}`.execute(database)
  ).rows;
