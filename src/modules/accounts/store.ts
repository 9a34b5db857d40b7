import { type Database, tables } from '../../foundation/database/context.ts';
import type { SignInMethod, TrustLevel } from './contract.ts';

export type Person = { id: string; name: string | null; mail: string | null };

type SessionTable = {
  token_hash: string;
  id: string;
  person_id: string;
  method: SignInMethod;
  level: TrustLevel;
  issuer: string | null;
  subject: string | null;
  provider_session: string | null;
  user_agent: string;
  created_at: Date;
  last_seen_at: Date;
  expires_at: Date;
};

type AccountTables = {
  'accounts.person': Person & { created_at: Date };
  'accounts.credential': { person_id: string; hash: string; changed_at: Date };
  'accounts.identity': {
    issuer: string;
    subject: string;
    person_id: string;
    level: TrustLevel;
    seen_at: Date;
  };
  'accounts.session': SessionTable;
};

export type StoredSession = SessionTable & { name: string | null; mail: string | null };

const at = (database: Database) => tables<AccountTables>(database);

/** @returns false where the mail address belongs to somebody already. */
export const savePerson = async (database: Database, person: Person, now: Date): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await at(database)
    .insertInto('accounts.person')
    .values({ ...person, created_at: now })
    .onConflict((conflict) => conflict.column('mail').doNothing())
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows) === 1;
};

export const renamePerson = async (database: Database, id: string, name: string): Promise<void> => {
  await at(database).updateTable('accounts.person').set({ name }).where('id', '=', id).execute();
};

export const findPersonByMail = (database: Database, mail: string) =>
  at(database)
    .selectFrom('accounts.person as person')
    .leftJoin('accounts.credential as credential', 'credential.person_id', 'person.id')
    .select(['person.id', 'person.name', 'person.mail', 'credential.hash'])
    .where('person.mail', '=', mail)
    .executeTakeFirst();

/** How people are called who are still there, by id. */
export const listLabels = async (database: Database, ids: string[]): Promise<Map<string, string>> => {
  if (ids.length === 0) return new Map();
  const people = await at(database)
    .selectFrom('accounts.person')
    .select(['id', 'name', 'mail'])
    .where('id', 'in', ids)
    .execute();
  return new Map(people.map(({ id, name, mail }) => [id, name ?? mail ?? '']));
};

export const findPasswordHash = async (database: Database, personId: string): Promise<string | undefined> =>
  (
    await at(database)
      .selectFrom('accounts.credential')
      .select('hash')
      .where('person_id', '=', personId)
      .executeTakeFirst()
  )?.hash;

export const savePasswordHash = async (
  database: Database,
  personId: string,
  hash: string,
  now: Date,
): Promise<void> => {
  await at(database)
    .insertInto('accounts.credential')
    .values({ person_id: personId, hash, changed_at: now })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ hash, changed_at: now }))
    .execute();
};

type Identity = { issuer: string; subject: string; level: TrustLevel };

/** Notes that this identity was here. @returns whose it is. */
export const seeIdentity = async (
  database: Database,
  { issuer, subject, level }: Identity,
  now: Date,
): Promise<string | undefined> =>
  (
    await at(database)
      .updateTable('accounts.identity')
      .set({ level, seen_at: now })
      .where('issuer', '=', issuer)
      .where('subject', '=', subject)
      .returning('person_id')
      .executeTakeFirst()
  )?.person_id;

/** @returns false where two first visits of the same person crossed and the other one won. */
export const saveIdentity = async (
  database: Database,
  identity: Identity,
  personId: string,
  now: Date,
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await at(database)
    .insertInto('accounts.identity')
    .values({ ...identity, person_id: personId, seen_at: now })
    .onConflict((conflict) => conflict.columns(['issuer', 'subject']).doNothing())
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows) === 1;
};

export const removePerson = async (database: Database, id: string): Promise<void> => {
  await at(database).deleteFrom('accounts.person').where('id', '=', id).execute();
};

export const saveSession = async (database: Database, session: SessionTable): Promise<void> => {
  await at(database).insertInto('accounts.session').values(session).execute();
};

export const findStoredSession = (
  database: Database,
  tokenHash: string,
): Promise<StoredSession | undefined> =>
  at(database)
    .selectFrom('accounts.session as session')
    .innerJoin('accounts.person as person', 'person.id', 'session.person_id')
    .selectAll('session')
    .select(['person.name', 'person.mail'])
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();

export const noteSession = async (
  database: Database,
  tokenHash: string,
  lastSeenAt: Date,
  expiresAt: Date,
): Promise<void> => {
  await at(database)
    .updateTable('accounts.session')
    .set({ last_seen_at: lastSeenAt, expires_at: expiresAt })
    .where('token_hash', '=', tokenHash)
    .execute();
};

export const listStoredSessions = (database: Database, personId: string, now: Date) =>
  at(database)
    .selectFrom('accounts.session')
    .select(['id', 'method', 'user_agent', 'created_at', 'last_seen_at'])
    .where('person_id', '=', personId)
    .where('expires_at', '>', now)
    .orderBy('last_seen_at', 'desc')
    .orderBy('id')
    .execute();

export const removeSession = async (database: Database, tokenHash: string): Promise<void> => {
  await at(database).deleteFrom('accounts.session').where('token_hash', '=', tokenHash).execute();
};

/** All sessions of a person, but one where it is named. @returns how many ended. */
export const removeSessionsOf = async (
  database: Database,
  personId: string,
  exceptId?: string,
): Promise<number> => {
  let ended = at(database).deleteFrom('accounts.session').where('person_id', '=', personId);
  if (exceptId) ended = ended.where('id', '<>', exceptId);
  return Number((await ended.executeTakeFirst()).numDeletedRows);
};

/** Sessions that began at a provider: one of its sessions, or all of a subject. @returns how many ended. */
export const removeProviderSessions = async (
  database: Database,
  issuer: string,
  { subject, providerSession }: { subject?: string | undefined; providerSession?: string | undefined },
): Promise<number> => {
  // Never without one of the two: it would end the sessions of everybody.
  if (!subject && !providerSession) return 0;
  let ended = at(database).deleteFrom('accounts.session').where('issuer', '=', issuer);
  if (subject) ended = ended.where('subject', '=', subject);
  if (providerSession) ended = ended.where('provider_session', '=', providerSession);
  return Number((await ended.executeTakeFirst()).numDeletedRows);
};
