import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';

/** For no town alone: the months of all of them. @returns how many were made. */
export const makePartitions = async (database: Database, months: readonly string[]): Promise<number> =>
  (await sql<{ made: number }>`select sensors.make_partitions(${months}::date[]) as made`.execute(database))
    .rows[0]?.made ?? 0;
