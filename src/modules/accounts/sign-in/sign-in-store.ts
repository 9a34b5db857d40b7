import { type Database, tables } from '../../../foundation/database/context.ts';
import type { TrustLevel } from '../contract.ts';
import type { Attempts } from './attempt.ts';

type ProviderRound = {
  state: string;
  nonce: string;
  verifier: string;
  return_path: string;
  needs: TrustLevel | null;
};

type SignInTables = {
  'accounts.device': { token_hash: string; person_id: string; expires_at: Date };
  'accounts.attempt': { key_hash: string; failures: number; last_at: Date };
  'accounts.mail_link': { token_hash: string; person_id: string; expires_at: Date };
  'accounts.provider_round': ProviderRound & { token_hash: string; expires_at: Date };
};

const at = (database: Database) => tables<SignInTables>(database);

/**
 * Reads one counter, lets `decide` count on, and keeps the result; attempts on the same key wait for each other.
 * @returns what `decide` said.
 */
export const countOn = <Refusal extends { refused: string }>(
  database: Database,
  keyHash: string,
  decide: (known: Attempts | undefined) => Attempts | Refusal,
): Promise<Attempts | Refusal> =>
  at(database)
    .transaction()
    .execute(async (transaction) => {
      // A row that is not there cannot be locked: the epoch stands for "never".
      await transaction
        .insertInto('accounts.attempt')
        .values({ key_hash: keyHash, failures: 0, last_at: new Date(0) })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      const row = await transaction
        .selectFrom('accounts.attempt')
        .selectAll()
        .where('key_hash', '=', keyHash)
        .forUpdate()
        .executeTakeFirst();
      const decided = decide(
        row && row.failures > 0 ? { failures: row.failures, lastAt: row.last_at } : undefined,
      );
      if ('failures' in decided)
        await transaction
          .updateTable('accounts.attempt')
          .set({ failures: decided.failures, last_at: decided.lastAt })
          .where('key_hash', '=', keyHash)
          .execute();
      return decided;
    });

export const forgetAttempts = async (database: Database, keyHash: string): Promise<void> => {
  await at(database).deleteFrom('accounts.attempt').where('key_hash', '=', keyHash).execute();
};

export const saveDevice = async (
  database: Database,
  tokenHash: string,
  personId: string,
  expiresAt: Date,
): Promise<void> => {
  await at(database)
    .insertInto('accounts.device')
    .values({ token_hash: tokenHash, person_id: personId, expires_at: expiresAt })
    .execute();
};

export const isKnownDevice = async (
  database: Database,
  tokenHash: string,
  personId: string,
  now: Date,
): Promise<boolean> =>
  (await at(database)
    .selectFrom('accounts.device')
    .select('token_hash')
    .where('token_hash', '=', tokenHash)
    .where('person_id', '=', personId)
    .where('expires_at', '>', now)
    .executeTakeFirst()) !== undefined;

export const saveMailLink = async (
  database: Database,
  tokenHash: string,
  personId: string,
  expiresAt: Date,
): Promise<void> => {
  await at(database)
    .insertInto('accounts.mail_link')
    .values({ token_hash: tokenHash, person_id: personId, expires_at: expiresAt })
    .execute();
};

/** Takes the link away and says whose it was: of two that come at once, one gets it. */
export const takeMailLink = async (
  database: Database,
  tokenHash: string,
  now: Date,
): Promise<string | undefined> =>
  (
    await at(database)
      .deleteFrom('accounts.mail_link')
      .where('token_hash', '=', tokenHash)
      .where('expires_at', '>', now)
      .returning('person_id')
      .executeTakeFirst()
  )?.person_id;

export const removeMailLinks = async (database: Database, personId: string): Promise<void> => {
  await at(database).deleteFrom('accounts.mail_link').where('person_id', '=', personId).execute();
};

export const saveProviderRound = async (
  database: Database,
  tokenHash: string,
  round: ProviderRound,
  expiresAt: Date,
): Promise<void> => {
  await at(database)
    .insertInto('accounts.provider_round')
    .values({ ...round, token_hash: tokenHash, expires_at: expiresAt })
    .execute();
};

/** A round is good for one return, whatever comes of it. */
export const takeProviderRound = (
  database: Database,
  tokenHash: string,
  now: Date,
): Promise<ProviderRound | undefined> =>
  at(database)
    .deleteFrom('accounts.provider_round')
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .returning(['state', 'nonce', 'verifier', 'return_path', 'needs'])
    .executeTakeFirst();
