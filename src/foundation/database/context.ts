import type { Kysely } from 'kysely';

/** Any module's tables: a store narrows it with `tables<OfferTables>(context.database)`. */
// biome-ignore lint/suspicious/noExplicitAny: the tables of a module are known to its store alone
export type Database = Kysely<any>;

/** What every verb is given: tests pass a fixed clock and countable ids instead of mocking. */
export type Context = { database: Database; clock: () => Date; newId: () => string };

export const tables = <T>(database: Database): Kysely<T> => database as Kysely<T>;
