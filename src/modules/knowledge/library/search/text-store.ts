import { sql } from 'kysely';
import type { Database } from '../../../../foundation/database/context.ts';

// Measured by hand on typing errors: below this, words are others that share a syllable.
const LEAST_SIMILAR = 0.45;
const SHORTEST_SIMILAR = 4;
/** A text that answers half of what was asked is shown; less is noise. */
const LEAST_ANSWERED = 0.5;

/**
 * How well each public entry answers the words, 0 to 1, across all municipalities: the mean over the words of title (1),
 * text (0.8) or a similar spelling. Words hold letters and digits only, so nothing of a question can act as syntax.
 */
export const rankTexts = async (
  database: Database,
  words: readonly string[],
): Promise<Map<string, number>> => {
  const { rows } = await sql<{ id: string; text: number }>`
    select e.id, avg(greatest(
        case when ts_filter(e.search, '{a}') @@ w.query then 1 when e.search @@ w.query then 0.8 else 0 end,
        case when length(w.word) >= ${SHORTEST_SIMILAR} and w.near >= ${LEAST_SIMILAR} then 0.7 * w.near else 0 end
      ))::float8 as text
    from knowledge.entry e cross join lateral (
      select word, to_tsquery('german', word || ':*') as query,
        word_similarity(word, e.search_name || ' ' || e.search_body) as near
      from unnest(${words}::text[]) as asked(word)) w
    where e.version is not null
    group by e.ars, e.id
    having avg(case when e.search @@ w.query then 1
      when length(w.word) >= ${SHORTEST_SIMILAR} and w.near >= ${LEAST_SIMILAR} then 1 else 0 end) >= ${LEAST_ANSWERED}`.execute(
    database,
  );
  return new Map(rows.map(({ id, text }) => [id, text]));
};
