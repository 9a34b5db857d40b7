import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { Day } from '../../../foundation/time/zone.ts';
import type { Organisation } from './entry-store.ts';

export type WaitingCounts = {
  drafts: number;
  newer: number;
  scheduled: number;
  scheduled_due: Date | null;
  reviews: number;
  reviews_due: Day | null;
  expiring: number;
  expiring_due: Date | null;
  sheets: number;
};

/** What waits in one organisation, counted in one go. */
export const countWaiting = async (
  database: Database,
  { ars, id }: Organisation,
  { today, expiringBy }: { today: Day; expiringBy: Date },
): Promise<WaitingCounts | undefined> => {
  const isOut = sql`published_at is not null and withdrawn_at is null`;
  const isReview = sql`${isOut} and review_on <= ${today}::date`;
  const isExpiring = sql`${isOut} and expires_at <= ${expiringBy}`;
  const { rows } = await sql<WaitingCounts>`
    select count(*) filter (where published_at is null and publish_at is null) as drafts,
      count(*) filter (where ${isOut} and fields <> published_fields) as newer,
      count(*) filter (where publish_at is not null) as scheduled, min(publish_at) as scheduled_due,
      count(*) filter (where ${isReview}) as reviews, (min(review_on) filter (where ${isReview}))::text as reviews_due,
      count(*) filter (where ${isExpiring}) as expiring, min(expires_at) filter (where ${isExpiring}) as expiring_due,
      (select count(*) from offers.sheet
        where ars = ${ars} and organisation_id = ${id} and closed_at is null) as sheets
    from offers.entry where ars = ${ars} and organisation_id = ${id}`.execute(database);
  return rows[0];
};
