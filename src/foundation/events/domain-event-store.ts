import { sql } from 'kysely';
import type { Database } from '../database/context.ts';
import type { DomainEvent } from './domain-event.ts';

export const insertEvent = async (
  database: Database,
  { ars, id, type, payload, at }: DomainEvent,
): Promise<void> => {
  await sql`
    insert into events.domain_event (ars, id, type, payload, at)
    values (${ars}, ${id}, ${type}, ${JSON.stringify(payload)}::jsonb, ${at})`.execute(database);
};

/** Across all municipalities: keys of what waits, oldest first; what failed too often stays for the operator. */
export const listWaiting = async (
  database: Database,
  { mostAttempts, limit }: { mostAttempts: number; limit: number },
): Promise<{ ars: string; id: string }[]> =>
  (
    await sql<{ ars: string; id: string }>`
      select ars, id from events.domain_event where delivered_at is null and attempts < ${mostAttempts}
      order by at, id limit ${limit}`.execute(database)
  ).rows;

/** The event, which no other process hands on until the transaction ends; undefined where one does already. */
export const lockWaiting = async (
  database: Database,
  { ars, id }: { ars: string; id: string },
): Promise<DomainEvent | undefined> =>
  (
    await sql<DomainEvent>`
      select ars, id, type, payload, at from events.domain_event
      where ars = ${ars} and id = ${id} and delivered_at is null for update skip locked`.execute(database)
  ).rows[0];

export const markDelivered = async (
  database: Database,
  { ars, id }: { ars: string; id: string },
  at: Date,
): Promise<void> => {
  await sql`update events.domain_event set delivered_at = ${at} where ars = ${ars} and id = ${id}`.execute(
    database,
  );
};

export const countAttempt = async (
  database: Database,
  { ars, id }: { ars: string; id: string },
): Promise<void> => {
  await sql`update events.domain_event set attempts = attempts + 1 where ars = ${ars} and id = ${id}`.execute(
    database,
  );
};

/** @returns how many went. */
export const deleteDelivered = async (database: Database, before: Date): Promise<number> =>
  Number(
    (await sql`delete from events.domain_event where delivered_at < ${before}`.execute(database))
      .numAffectedRows ?? 0,
  );
