import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { Paper, PaperFacts, Resolution } from './paper.ts';

const COLUMNS = sql`ars, id, measure_id as "measureId", facts, resolution, revision, changed_at as "changedAt"`;

export const listPapers = async (database: Database, ars: string): Promise<Paper[]> =>
  (
    await sql<Paper>`
      select ${COLUMNS} from strategy.council_paper where ars = ${ars} order by created_at desc, id limit 1000`.execute(
      database,
    )
  ).rows;

export const findPaper = async (database: Database, ars: string, id: string): Promise<Paper | undefined> =>
  (
    await sql<Paper>`
      select ${COLUMNS} from strategy.council_paper where ars = ${ars} and id = ${id}`.execute(database)
  ).rows[0];

export const insertPaper = async (
  database: Database,
  { ars, id, measureId, facts }: Pick<Paper, 'ars' | 'id' | 'measureId' | 'facts'>,
  now: Date,
): Promise<void> => {
  await sql`
    insert into strategy.council_paper (ars, id, measure_id, facts, created_at, changed_at)
    values (${ars}, ${id}, ${measureId}, ${JSON.stringify(facts)}::jsonb, ${now}, ${now})`.execute(database);
};

/** @returns whether it was still the revision that was read, and not yet decided. */
export const savePaper = async (
  database: Database,
  { ars, id, revision }: Pick<Paper, 'ars' | 'id' | 'revision'>,
  facts: PaperFacts,
  now: Date,
): Promise<boolean> =>
  (
    await sql`
      update strategy.council_paper set facts = ${JSON.stringify(facts)}::jsonb, revision = revision + 1,
        changed_at = ${now}
      where ars = ${ars} and id = ${id} and revision = ${revision} and resolution is null returning 1`.execute(
      database,
    )
  ).rows.length === 1;

/** @returns whether there was one without a resolution. */
export const saveResolution = async (
  database: Database,
  { ars, id }: Pick<Paper, 'ars' | 'id'>,
  resolution: Resolution,
  now: Date,
): Promise<boolean> =>
  (
    await sql`
      update strategy.council_paper set resolution = ${JSON.stringify(resolution)}::jsonb, revision = revision + 1,
        changed_at = ${now}
      where ars = ${ars} and id = ${id} and resolution is null returning 1`.execute(database)
  ).rows.length === 1;
