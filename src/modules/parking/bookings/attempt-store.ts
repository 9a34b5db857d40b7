import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import { isFull, isTaken } from './slot-store.ts';

/** Runs one piece inside a transaction so that its refusal undoes the piece alone. */
export const tried = async <Result>(
  database: Database,
  name: string,
  piece: () => Promise<Result>,
): Promise<Result | undefined> => {
  await sql.raw(`savepoint ${name}`).execute(database);
  try {
    const result = await piece();
    if (result === undefined) await sql.raw(`rollback to savepoint ${name}`).execute(database);
    await sql.raw(`release savepoint ${name}`).execute(database);
    return result;
  } catch (error) {
    if (!isFull(error) && !isTaken(error)) throw error;
    await sql.raw(`rollback to savepoint ${name}`).execute(database);
    return undefined;
  }
};
