import type { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { listTables } from '../commands/tables.ts';
import { townTables } from './town-tables.ts';

export type Exported = { name: string; columns: string[]; statement: string };

/** What is copied out for a town; COPY takes no parameters, therefore the key is checked and written in. */
export const statementsFor = async (client: PoolClient, ars: string): Promise<Exported[]> => {
  if (!/^\d{2,12}$/.test(ars)) throw new Error(`${ars} is no official key.`);
  const known = new Map((await listTables(client)).map(({ name, columns }) => [name, columns]));
  return townTables.map(({ name, belongs, columns = known.get(name) ?? [] }) => ({
    name,
    columns,
    statement: `copy (select ${columns.map((column) => `t.${column}`).join(', ')} from ${name} t
      where ${belongs.replaceAll('$ars', `'${ars}'`)}) to stdout (format csv, header)`,
  }));
};

/** A reading of everything as of one moment, however long it takes. */
export const inSnapshot = async <T>(client: PoolClient, work: () => Promise<T>): Promise<T> => {
  await client.query('begin isolation level repeatable read read only');
  await client.query('set local statement_timeout = 0');
  await client.query('set local idle_in_transaction_session_timeout = 0');
  try {
    return await work();
  } finally {
    await client.query('rollback');
  }
};

export const copyOut = (client: PoolClient, { statement }: Exported) => client.query(copyTo(statement));

export const listMigrations = async (client: PoolClient): Promise<string[]> =>
  (await client.query<{ name: string }>('select name from public.migration order by name')).rows
    .map(({ name }) => name)
    // Add-on steps (views for a GIS) hold no data of their own.
    .filter((name) => !name.includes('-addon-'));

const waiting = (name: string): string => `arriving_${name.replace('.', '_')}`;

/** Rows wait in a table of this session, to be fitted in before they take their places. @returns how many came. */
export const receive = async (
  client: PoolClient,
  { name, columns }: { name: string; columns: string[] },
  open: () => Promise<Readable>,
  checking: Transform,
): Promise<number> => {
  const known = new Set((await listTables(client)).find((table) => table.name === name)?.columns);
  if (known.size === 0 || !columns.every((column) => known.has(column)))
    throw new Error(`${name} passt nicht zu dieser Version.`);
  await client.query(
    `create temp table ${waiting(name)} on commit drop as select ${columns.join(', ')} from ${name} limit 0`,
  );
  // Opened only here: a damaged file tells so at once, and nobody would be listening before.
  const content = await open();
  const copy = client.query(
    copyFrom(`copy ${waiting(name)} (${columns.join(', ')}) from stdin (format csv, header)`),
  );
  await pipeline(content, checking, copy);
  return copy.rowCount ?? 0;
};

/** Whether somebody works for the town here already: then nothing is put over it. */
export const isTaken = async (client: PoolClient, ars: string): Promise<boolean> =>
  (
    await client.query(
      `select from accounts.role where ars = $1 union all select from accounts.audit_head where ars = $1
       union all select from offers.entry where ars = $1 limit 1`,
      [ars],
    )
  ).rowCount === 1;

/** Who has the same mail address here is the same person; every row that names the one now names the other. */
export const joinPeople = async (client: PoolClient): Promise<void> => {
  await client.query(`
    create temp table same_person on commit drop as
      select i.id as old_id, p.id as new_id from ${waiting('accounts.person')} i
      join accounts.person p on p.mail = i.mail and p.id <> i.id`);
  await client.query(`delete from ${waiting('accounts.person')} i using same_person s where s.old_id = i.id`);
  const { rows } = await client.query<{ name: string; column: string }>(`
    select n.nspname || '.' || t.relname as name, a.attname as column from pg_constraint c
    join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = 'accounts.person'::regclass`);
  for (const { name, column } of rows)
    if (townTables.some((table) => table.name === name))
      await client.query(
        `update ${waiting(name)} i set ${column} = s.new_id from same_person s where s.old_id = i.${column}`,
      );
};

/** What a source showed here already keeps its offer; whatever arrives about it is told the offer of this house. */
export const joinOffers = async (client: PoolClient): Promise<void> => {
  await client.query(`
    create temp table same_offer on commit drop as
      select distinct on (i.ars, i.offer_id) i.ars, i.offer_id as old_id, s.offer_id as new_id
      from ${waiting('offers.sighting')} i
      join offers.sighting s using (ars, source_ars, source_id, foreign_id)`);
  for (const [table, column] of [
    ['offers.offer', 'id'],
    ['offers.occurrence', 'offer_id'],
  ] as const)
    await client.query(
      `delete from ${waiting(table)} i using same_offer s where s.ars = i.ars and s.old_id = i.${column}`,
    );
  for (const table of ['offers.sighting', 'offers.mistake_report'])
    await client.query(`
      update ${waiting(table)} i set offer_id = s.new_id from same_offer s
      where s.ars = i.ars and s.old_id = i.offer_id`);
  await client.query(`
    update ${waiting('offers.entry')} i set offer_id = s.new_id from same_offer s
    where s.ars = i.offer_ars and s.old_id = i.offer_id`);
};

// What may be here before the town comes: people of others, the organisation that another one delegated to, sources
// of others and what they showed.
const MAY_BE_HERE = new Set(['accounts.person', 'accounts.organisation', 'offers.source', 'offers.sighting']);

/** @returns how many rows took their places. */
export const settle = async (
  client: PoolClient,
  { name, columns }: { name: string; columns: string[] },
): Promise<number> => {
  const list = columns.join(', ');
  // Its months are made where their first value comes.
  if (name === 'sensors.observation')
    await client.query(`select sensors.make_partitions(array(
      select distinct date_trunc('month', at at time zone 'UTC')::date from ${waiting(name)}))`);
  const conflict = MAY_BE_HERE.has(name) ? 'on conflict do nothing' : '';
  const { rowCount } = await client.query(
    `insert into ${name} (${list}) select ${list} from ${waiting(name)} ${conflict}`,
  );
  return rowCount ?? 0;
};

/** Search texts that arrived, in pieces: their words are counted where they now are. */
export const searchTexts = async (client: PoolClient): Promise<string[]> =>
  (
    await client.query<{ search_text: string }>(
      `select search_text from ${waiting('offers.offer')} where withdrawn_at is null`,
    )
  ).rows.map(({ search_text }) => search_text);
