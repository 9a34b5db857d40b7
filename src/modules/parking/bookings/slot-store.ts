import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { Slot, Span } from '../slot.ts';

type PoolKey = { ars: string; id: string };

/** PostgreSQL's words for "the check says no" and "the exclusion says no". */
const CHECK_VIOLATION = '23514';
const EXCLUSION_VIOLATION = '23P01';
const UNIQUE_VIOLATION = '23505';

const codeOf = (error: unknown): string | undefined => (error as { code?: string }).code;
export const isFull = (error: unknown): boolean => codeOf(error) === CHECK_VIOLATION;
/** The same request came a second time, at the same moment. */
export const isRepeated = (error: unknown): boolean => codeOf(error) === UNIQUE_VIOLATION;
export const isTaken = (error: unknown): boolean => codeOf(error) === EXCLUSION_VIOLATION;

/** Who writes slots of one pool shares the turn of a municipality; who moves a booking between pools has it alone. */
const turnOf = (ars: string, how: 'shared' | 'alone') => {
  const key = sql`hashtextextended(${`parking turn ${ars}`}, 0)`;
  return how === 'shared' ? sql`pg_advisory_xact_lock_shared(${key})` : sql`pg_advisory_xact_lock(${key})`;
};

/**
 * Counts one more booking in each slot, in their order, so that two who come at once wait for each other and never in a
 * circle. @throws an error for which `isFull` holds where a slot would rise above the capacity; nothing is held then.
 */
export const holdSlots = async (
  database: Database,
  { ars, id }: PoolKey,
  capacity: number,
  { from, to }: Span,
): Promise<void> => {
  await sql`
    insert into parking.slot_load (ars, pool_id, slot, used, capacity)
    select ${ars}, ${id}, slot, 1, ${capacity}
    from (select ${turnOf(ars, 'shared')}) as turn, generate_series(${from}::integer, ${to - 1}::integer) as slot
    order by slot
    on conflict (ars, pool_id, slot) do update set used = slot_load.used + 1, capacity = excluded.capacity`.execute(
    database,
  );
};

/** Before slots of several pools are written in one transaction: others wait, and nobody in a circle. */
export const takeTurn = async (database: Database, ars: string): Promise<void> => {
  await sql`select ${turnOf(ars, 'alone')}`.execute(database);
};

/** Counts one booking less in each slot, in the same order: an update by itself takes rows as it finds them. */
export const releaseSlots = async (
  database: Database,
  { ars, id }: PoolKey,
  { from, to }: Span,
): Promise<void> => {
  await sql`
    with held as materialized (
      select slot from (select ${turnOf(ars, 'shared')}) as turn, parking.slot_load
      where ars = ${ars} and pool_id = ${id} and slot >= ${from} and slot < ${to}
      order by slot for update of slot_load)
    update parking.slot_load l set used = used - 1 from held
    where l.ars = ${ars} and l.pool_id = ${id} and l.slot = held.slot`.execute(database);
};

export type Load = { poolId: string; slot: Slot; used: number };

/** What is held in the slots of some pools; a slot that is not there is free. */
export const listLoads = async (
  database: Database,
  pools: readonly PoolKey[],
  { from, to }: Span,
): Promise<Load[]> =>
  (
    await sql<{ pool_id: string; slot: number; used: number }>`
      select pool_id, slot, used from parking.slot_load
      where ars = any(${[...new Set(pools.map(({ ars }) => ars))]}::text[])
        and pool_id = any(${pools.map(({ id }) => id)}::uuid[]) and slot >= ${from} and slot < ${to} and used > 0
      order by pool_id, slot`.execute(database)
  ).rows.map(({ pool_id, slot, used }) => ({ poolId: pool_id, slot, used }));

/**
 * Names a unit for a stay: the lowest that is free all the time. @returns undefined where none is. @throws an error for
 * which `isTaken` holds where somebody else was faster.
 */
export const bindUnit = async (
  database: Database,
  { ars, id }: PoolKey,
  capacity: number,
  bookingId: string,
  { from, to }: Span,
): Promise<number | undefined> => {
  const [row] = (
    await sql<{ unit: number }>`
      insert into parking.stay (ars, pool_id, unit, booking_id, during)
      select ${ars}, ${id}, unit, ${bookingId}, int4range(${from}::integer, ${to}::integer)
      from generate_series(1, ${capacity}::integer) as unit
      where not exists (
        select from parking.stay s where s.ars = ${ars} and s.pool_id = ${id} and s.unit = unit.unit
          and s.during && int4range(${from}::integer, ${to}::integer))
      order by unit limit 1 returning unit`.execute(database)
  ).rows;
  return row?.unit;
};

/**
 * A unit that somebody stands on without leave cannot be given to anybody until then. Who was moved there on the way began
 * later than promised: before that it was somebody else's, and stays so.
 */
export const changeStay = async (
  database: Database,
  { ars, bookingId }: { ars: string; bookingId: string },
  { from, to }: Span,
): Promise<void> => {
  await sql`
    update parking.stay
    set during = int4range(least(greatest(lower(during), ${from}::integer), ${to}::integer), ${to}::integer)
    where ars = ${ars} and booking_id = ${bookingId}`.execute(database);
};

export const deleteStay = async (
  database: Database,
  { ars, bookingId }: { ars: string; bookingId: string },
): Promise<void> => {
  await sql`delete from parking.stay where ars = ${ars} and booking_id = ${bookingId}`.execute(database);
};
