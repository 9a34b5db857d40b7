import { sql } from 'kysely';
import type { Database } from '../../../../foundation/database/context.ts';

const BATCH = 5_000;

/** Adds to the counts of words; in alphabetical order, so that two imports never wait for each other crosswise. */
export const countWords = async (database: Database, words: Map<string, number>): Promise<void> => {
  const rows = [...words].map(([word, uses]) => ({ word, uses })).sort((a, b) => (a.word < b.word ? -1 : 1));
  for (let at = 0; at < rows.length; at += BATCH)
    await sql`
      insert into offers.word as w (word, uses)
      select r.word, r.uses from jsonb_to_recordset(${JSON.stringify(rows.slice(at, at + BATCH))}::jsonb) as r(word text, uses integer)
      on conflict (word) do update set uses = w.uses + excluded.uses`.execute(database);
};

/** Words that stand often enough in texts to be parts of compounds. */
export const listFrequentWords = async (database: Database): Promise<string[]> => {
  const found = await sql<{ word: string }>`
    select word from offers.word where uses >= 5 and length(word) between 4 and 14 order by uses desc limit 20000`.execute(
    database,
  );
  return found.rows.map((row) => row.word);
};
