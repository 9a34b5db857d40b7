import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { Day } from '../../../foundation/time/zone.ts';
import type { DayClass } from './day-class.ts';

/** What a slot of a pool is worth to those who have not asked yet, in minutes of search; by minutes of the day. */
export type StoredPrices = {
  kappa: number;
  /** Earlier days it was learned from. */ days: number;
  /** Minute of the day at which the first slot begins. */ from: number;
  byPool: Record<string, number[]>;
  replay: { own: number; firstCome: number } | null;
  madeAt: Date;
};

type PriceRow = {
  kappa: number;
  days: number;
  prices: Pick<StoredPrices, 'from' | 'byPool'>;
  replay: StoredPrices['replay'];
  made_at: Date;
};

export const savePrices = async (
  database: Database,
  { ars, dayClass }: { ars: string; dayClass: DayClass },
  { kappa, days, from, byPool, replay, madeAt }: StoredPrices,
): Promise<void> => {
  await sql`
    insert into parking.price_set (ars, day_class, made_at, days, kappa, replay, prices)
    values (${ars}, ${dayClass}, ${madeAt}, ${days}, ${kappa}, ${JSON.stringify(replay)}::jsonb,
      ${JSON.stringify({ from, byPool })}::jsonb)
    on conflict (ars, day_class) do update set made_at = excluded.made_at, days = excluded.days,
      kappa = excluded.kappa, replay = excluded.replay, prices = excluded.prices`.execute(database);
};

/** Undefined: a cold start, nothing is known of days like this. */
export const findPrices = async (
  database: Database,
  ars: string,
  dayClass: DayClass,
): Promise<StoredPrices | undefined> => {
  const [row] = (
    await sql<PriceRow>`
      select kappa, days, prices, replay, made_at from parking.price_set
      where ars = ${ars} and day_class = ${dayClass}`.execute(database)
  ).rows;
  return (
    row && {
      kappa: row.kappa,
      days: row.days,
      replay: row.replay,
      madeAt: row.made_at,
      ...row.prices,
    }
  );
};

export const saveDayPrices = async (
  database: Database,
  { ars, day }: { ars: string; day: Day },
  { madeAt, ...prices }: StoredPrices,
): Promise<void> => {
  await sql`
    insert into parking.day_price (ars, day, made_at, prices)
    values (${ars}, ${day}, ${madeAt}, ${JSON.stringify(prices)}::jsonb)
    on conflict (ars, day) do update set made_at = excluded.made_at, prices = excluded.prices`.execute(
    database,
  );
};

/** What a stay is weighed with: of the pools that come into question alone, since a large town has thousands of slots. */
export type PricesOfPools = Pick<StoredPrices, 'kappa' | 'from' | 'byPool'>;

/** What holds on a day: learned during it, else in the night for days of its kind. Undefined: a cold start. */
export const findPricesOn = async (
  database: Database,
  { ars, day, dayClass }: { ars: string; day: Day; dayClass: DayClass },
  poolIds: readonly string[],
): Promise<PricesOfPools | undefined> => {
  const [row] = (
    await sql<{ kappa: number; from: number; by_pool: Record<string, number[] | null> }>`
      select kappa, (prices -> 'from')::float8 as "from",
        (select jsonb_object_agg(id, prices -> 'byPool' -> id) from unnest(${poolIds}::text[]) as id) as by_pool
      from (
        select 0 as rank, (prices -> 'kappa')::float8 as kappa, prices from parking.day_price
        where ars = ${ars} and day = ${day}
        union all
        select 1, kappa, prices from parking.price_set where ars = ${ars} and day_class = ${dayClass}) as known
      order by rank limit 1`.execute(database)
  ).rows;
  if (!row) return undefined;
  const known = Object.entries(row.by_pool).filter((entry): entry is [string, number[]] => entry[1] !== null);
  return { kappa: row.kappa, from: row.from, byPool: Object.fromEntries(known) };
};

/** Of days that are over nobody asks any more. */
export const deleteDayPrices = async (database: Database, before: Day): Promise<void> => {
  await sql`delete from parking.day_price where day < ${before}`.execute(database);
};
