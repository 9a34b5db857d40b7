import { sql } from 'kysely';
import type { Database } from '../../foundation/database/context.ts';
import { type Category, categories, type Group } from './category.ts';

/** Across all towns: where something real stands here, by group of categories, and since when. */
export const listTownsWithOffers = async (
  database: Database,
): Promise<{ ars: string; field: Group; since: Date }[]> =>
  (
    await sql<{ ars: string; category: Category; since: Date }>`
      select ars, category, min(created_at) as since from offers.offer
      where withdrawn_at is null and not demonstration group by ars, category`.execute(database)
  ).rows.map(({ ars, category, since }) => ({ ars, field: categories[category].group, since }));

/** Across all units: whose sources, or own desk, show something here. What firms and clubs enter is not their town's. */
export const listUnitsWithOfferSources = async (database: Database): Promise<{ ars: string }[]> =>
  (
    await sql<{ ars: string }>`
      select distinct s.ars from offers.source s
      where not s.demonstration and not starts_with(s.id, 'rathaus-') and exists (
        select from offers.sighting g where g.source_ars = s.ars and g.source_id = s.id and g.vanished_at is null)`.execute(
      database,
    )
  ).rows;
