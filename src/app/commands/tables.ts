import type { PoolClient } from 'pg';

export type Table = { name: string; columns: string[] };

/**
 * All tables of the modules, those that others refer to first. Computed columns are left out: they are made
 * anew where the data arrive, since two versions of PostgreSQL stem German words differently.
 */
export const listTables = async (client: PoolClient): Promise<Table[]> => {
  const { rows } = await client.query<{ name: string; columns: string[]; refers: string[] }>(`
    select format('%I.%I', n.nspname, t.relname) as name,
      (select array_agg(quote_ident(a.attname) order by a.attnum) from pg_attribute a
        where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select coalesce(array_agg(distinct format('%I.%I', fn.nspname, f.relname)), '{}')
        from pg_constraint c join pg_class f on f.oid = c.confrelid join pg_namespace fn on fn.oid = f.relnamespace
        where c.conrelid = t.oid and c.contype = 'f' and f.oid <> t.oid) as refers
    from pg_class t join pg_namespace n on n.oid = t.relnamespace
    where t.relkind in ('r', 'p') and not t.relispartition
      and n.nspname not in ('pg_catalog', 'information_schema', 'public', 'pg_toast', 'jobs')
    order by 1`);
  return inOrder(rows).map(({ name, columns }) => ({ name, columns }));
};

const inOrder = <Row extends { name: string; refers: string[] }>(rows: Row[]): Row[] => {
  const ordered: Row[] = [];
  let waiting = rows;
  while (waiting.length > 0) {
    const done = new Set(ordered.map(({ name }) => name));
    const ready = waiting.filter(({ refers }) => refers.every((name) => done.has(name)));
    if (ready.length === 0) throw new Error('The foreign keys of the tables form a circle.');
    ordered.push(...ready);
    waiting = waiting.filter((row) => !ready.includes(row));
  }
  return ordered;
};
