import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import { NAMED_FACTS } from '../catalogue/catalogue-store.ts';
import type { NamedFacts } from '../catalogue/public-service.ts';
import type { Candidate } from './rank-services.ts';

export type ServiceHit = Candidate & { ars: string; facts: NamedFacts };

const MOST_CANDIDATES = 150;

/** Texts of the units of a place and of the country; without a place those of everybody: a name is no secret of a town. */
export const searchCandidates = async (
  database: Database,
  units: readonly string[] | undefined,
  tsquery: string,
): Promise<ServiceHit[]> => {
  const isHere = units ? sql`(ars = any(${units}::text[]) or facts ->> 'reach' = 'country')` : sql`true`;
  return (
    await sql<ServiceHit>`
      select id, ars, search_name as name, search_words as words, ${NAMED_FACTS('facts')}
      from public_services.public_service, to_tsquery('german', ${tsquery}) as asked
      where withdrawn_at is null and ${isHere} and search @@ asked
      order by ts_rank('{0.05, 0.1, 0.5, 1}', search, asked) desc, length(search_name), id limit ${MOST_CANDIDATES}`.execute(
      database,
    )
  ).rows;
};

/** Known words that an unknown one may have been. */
export const similarWords = async (
  database: Database,
  words: readonly string[],
): Promise<{ asked: string; word: string }[]> =>
  (
    await sql<{ asked: string; word: string }>`
      select a.asked, s.word from unnest(${words}::text[]) as a(asked)
      cross join lateral (
        select w.word from public_services.word w where w.word % a.asked
        order by similarity(w.word, a.asked) desc, w.uses desc limit 3) s
      where length(a.asked) >= 4
        and not exists (select from public_services.word w where w.word = a.asked)`.execute(database)
  ).rows;
