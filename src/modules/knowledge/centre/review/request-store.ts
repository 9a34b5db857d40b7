import { sql } from 'kysely';
import type { Database } from '../../../../foundation/database/context.ts';
import type { OrganisationKey } from '../../../accounts/index.ts';
import type { Part } from '../../library/contract.ts';
import type { EntryKey } from '../../library/entry-store.ts';

export type NewRequest = {
  id: string;
  entryId: string;
  parts: readonly Part[];
  sentence: string;
  centre: OrganisationKey;
  now: Date;
};

/**
 * Across towns: lays a request with a public entry, wherever it is. @returns whose desk has it, for the notice alone;
 * nothing where the entry is not public or a request is open already.
 */
export const insertRequest = async (
  database: Database,
  { id, entryId, parts, sentence, centre, now }: NewRequest,
): Promise<OrganisationKey | undefined> =>
  (
    await sql<OrganisationKey>`
      with laid as (
        insert into knowledge.completion_request
          (ars, id, entry_id, parts, sentence, centre_ars, centre_id, asked_at)
        select ars, ${id}, id, ${parts}::text[], ${sentence}, ${centre.ars}, ${centre.id}, ${now}
        from knowledge.entry where id = ${entryId} and version is not null
        on conflict do nothing returning ars, entry_id)
      select e.ars, e.organisation_id as id from laid join knowledge.entry e on e.ars = laid.ars and e.id = laid.entry_id`.execute(
      database,
    )
  ).rows[0];

/** What the desk of an entry sees of the request that waits for it. */
export type OpenRequest = { id: string; parts: Part[]; sentence: string; asked_at: Date };

export const findOpenRequest = async (
  database: Database,
  { ars, id }: EntryKey,
): Promise<OpenRequest | undefined> =>
  (
    await sql<OpenRequest>`
      select id, parts, sentence, asked_at from knowledge.completion_request
      where ars = ${ars} and entry_id = ${id} and answered_at is null`.execute(database)
  ).rows[0];

/** @returns whether one was open. */
export const answerRequest = async (
  database: Database,
  { ars, id }: EntryKey,
  { answer, now }: { answer: { version: number } | { reason: string }; now: Date },
): Promise<boolean> =>
  (
    await sql`
      update knowledge.completion_request set answered_at = ${now},
        version = ${'version' in answer ? answer.version : null}, reason = ${'reason' in answer ? answer.reason : null}
      where ars = ${ars} and entry_id = ${id} and answered_at is null returning 1`.execute(database)
  ).rows.length === 1;

/** Which entries of an organisation the centre waits for. */
export const listRequestedEntries = async (
  database: Database,
  { ars, id }: OrganisationKey,
): Promise<string[]> =>
  (
    await sql<{ entry_id: string }>`
      select r.entry_id from knowledge.completion_request r
      join knowledge.entry e on e.ars = r.ars and e.id = r.entry_id
      where r.ars = ${ars} and e.organisation_id = ${id} and r.answered_at is null`.execute(database)
  ).rows.map(({ entry_id }) => entry_id);

/** A request as the centre sees it: whose desk it lies at is not among it. */
export type AskedRequest = {
  id: string;
  entry_id: string;
  parts: Part[];
  sentence: string;
  asked_at: Date;
  answered_at: Date | null;
  version: number | null;
  reason: string | null;
};

/** Across towns: what this centre has asked, the last first. The day of an answer to an account without origin is its month. */
export const listAskedRequests = async (
  database: Database,
  centre: OrganisationKey,
): Promise<AskedRequest[]> =>
  (
    await sql<AskedRequest>`
      select r.id, r.entry_id, r.parts, r.sentence, r.asked_at, r.version, r.reason,
        case when e.kind <> 'stopped' then r.answered_at
          else date_trunc('month', r.answered_at, 'Europe/Berlin') end as answered_at
      from knowledge.completion_request r join knowledge.entry e on e.ars = r.ars and e.id = r.entry_id
      where r.centre_ars = ${centre.ars} and r.centre_id = ${centre.id}
      order by r.asked_at desc, r.id limit 200`.execute(database)
  ).rows;

/** Across towns: which entries somebody has been asked about and has not answered yet. */
export const listOpenlyAsked = async (database: Database): Promise<Set<string>> =>
  new Set(
    (
      await sql<{ entry_id: string }>`
        select entry_id from knowledge.completion_request where answered_at is null`.execute(database)
    ).rows.map(({ entry_id }) => entry_id),
  );

/** @returns how many went. */
export const deleteAnswered = async (database: Database, before: Date): Promise<number> =>
  Number(
    (await sql`delete from knowledge.completion_request where answered_at < ${before}`.execute(database))
      .numAffectedRows ?? 0,
  );
