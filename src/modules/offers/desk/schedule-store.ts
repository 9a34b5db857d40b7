import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { Day } from '../../../foundation/time/zone.ts';
import type { Entry } from './entry.ts';
import { ENTRY_COLUMNS, type EntryRow, entryOf } from './entry-store.ts';

/**
 * One entry that is due, of any municipality, held until the transaction ends: a job of the whole house. What another
 * process holds is passed over.
 */
const takeDue = async (database: Database, condition: ReturnType<typeof sql>): Promise<Entry | undefined> =>
  (
    await sql<EntryRow>`
      select ${ENTRY_COLUMNS} from offers.entry e where ${condition}
      limit 1 for update skip locked`.execute(database)
  ).rows.map(entryOf)[0];

export const takeDueForPublication = (database: Database, now: Date): Promise<Entry | undefined> =>
  takeDue(database, sql`e.publish_at <= ${now}`);

export const takeDueForExpiry = (database: Database, now: Date): Promise<Entry | undefined> =>
  takeDue(database, sql`e.expires_at <= ${now} and e.published_at is not null and e.withdrawn_at is null`);

export const findSourceName = async (
  database: Database,
  ars: string,
  id: string,
): Promise<string | undefined> =>
  (
    await sql<{ name: string }>`select name from offers.source where ars = ${ars} and id = ${id}`.execute(
      database,
    )
  ).rows[0]?.name;

export type DueReview = { ars: string; organisationId: string; owner: string; entries: number };

/** Public entries whose review is due and of which nobody was told yet, counted by organisation and owner. */
export const listDueReviews = async (database: Database, today: Day): Promise<DueReview[]> =>
  (
    await sql<DueReview>`
      select ars, organisation_id as "organisationId", owner, count(*) as entries from offers.entry
      where review_on <= ${today}::date and published_at is not null and withdrawn_at is null and owner is not null
        and reminded_for is distinct from review_on
      group by ars, organisation_id, owner order by ars, organisation_id, owner`.execute(database)
  ).rows;

/** Takes note that the owner was told. @returns how many entries it was, none where another process was faster. */
export const markReminded = async (
  database: Database,
  { ars, organisationId, owner }: Omit<DueReview, 'entries'>,
  today: Day,
): Promise<number> =>
  Number(
    (
      await sql`
        update offers.entry set reminded_for = review_on
        where ars = ${ars} and organisation_id = ${organisationId} and owner = ${owner}
          and review_on <= ${today}::date and published_at is not null and withdrawn_at is null
          and reminded_for is distinct from review_on`.execute(database)
    ).numAffectedRows ?? 0,
  );
