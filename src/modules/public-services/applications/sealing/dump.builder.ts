import type { Pool } from 'pg';

/** Every row of every table, as a dump would hold it: bytes as text and as they are. */
export const dumpOf = async (pool: Pick<Pool, 'query'>): Promise<string> => {
  const { rows: names } = await pool.query<{ name: string }>(`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')`);
  let all = '';
  for (const { name } of names) {
    const { rows } = await pool.query(`select to_jsonb(t)::text as row from ${name} t`);
    for (const { row } of rows) {
      all += row;
      for (const [, hex = ''] of row.matchAll(/\\\\x([0-9a-f]+)/g))
        all += Buffer.from(hex, 'hex').toString('latin1');
    }
  }
  return all;
};
