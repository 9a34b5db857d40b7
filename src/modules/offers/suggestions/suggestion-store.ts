import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { EntryFields } from '../desk/entry.ts';

export type Suggestion = {
  ars: string;
  id: string;
  fields: EntryFields;
  mail: string | null;
  suggested_at: Date;
};

export const saveSuggestion = async (database: Database, row: Suggestion): Promise<void> => {
  await sql`
    insert into offers.suggestion (ars, id, fields, mail, suggested_at)
    values (${row.ars}, ${row.id}, ${JSON.stringify(row.fields)}::jsonb, ${row.mail}, ${row.suggested_at})`.execute(
    database,
  );
};

/** What nobody has answered yet, the oldest first. */
export const listOpenSuggestions = async (
  database: Database,
  ars: string,
  limit: number,
): Promise<Suggestion[]> =>
  (
    await sql<Suggestion>`
      select ars, id, fields, mail, suggested_at from offers.suggestion
      where ars = ${ars} and outcome is null order by suggested_at, id limit ${limit}`.execute(database)
  ).rows;

export const countOpenSuggestions = async (database: Database, ars: string): Promise<number> =>
  (
    await sql<{ open: number }>`
      select count(*) as open from offers.suggestion where ars = ${ars} and outcome is null`.execute(database)
  ).rows[0]?.open ?? 0;

/** Held until the transaction ends; undefined where somebody has answered it already. */
export const lockOpenSuggestion = async (
  database: Database,
  ars: string,
  id: string,
): Promise<Suggestion | undefined> =>
  (
    await sql<Suggestion>`
      select ars, id, fields, mail, suggested_at from offers.suggestion
      where ars = ${ars} and id = ${id} and outcome is null for update`.execute(database)
  ).rows[0];

export type Answer = {
  outcome: string;
  reason: string | null;
  by: string;
  at: Date;
  entryId?: string;
};

/** The mail address was for this answer: it goes with it. */
export const answerSuggestion = async (
  database: Database,
  { ars, id }: { ars: string; id: string },
  { outcome, reason, by, at, entryId }: Answer,
): Promise<void> => {
  await sql`
    update offers.suggestion set outcome = ${outcome}, reason = ${reason}, handled_at = ${at}, handled_by = ${by},
      mail = null, entry_id = ${entryId ?? null}
    where ars = ${ars} and id = ${id}`.execute(database);
};

/** Suggestions of all municipalities that came before `before`, answered or not. @returns how many were deleted. */
export const deleteOldSuggestions = async (database: Database, before: Date): Promise<number> =>
  Number(
    (await sql`delete from offers.suggestion where suggested_at < ${before}`.execute(database))
      .numAffectedRows ?? 0,
  );
