import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../src/foundation/testing/database.ts';

// A cluster holds these whole on every node: small, or needed beside every municipality's rows. All other tables are
// split by municipality.
const REFERENCE_TABLES: Record<string, string> = {
  'municipalities.municipality': 'every municipality looks up others: neighbours, names, levels above',
  'municipalities.succession': 'old keys lead across municipalities',
  'municipalities.boundary': 'read whole at the start of each process',
  'municipalities.postcode': 'one postcode, several municipalities',
  'offers.source': 'referred to from the offers of other municipalities than the publishing one',
  'parking.source': 'referred to from the sites of other municipalities than the one that hands them on',
  'offers.word': 'one dictionary of typing errors for the whole country',
  'public_services.word': 'one dictionary of typing errors for the whole country',
  'accounts.person': 'one directory of people: each acts in several municipalities',
  'accounts.credential': 'belongs to a person',
  'accounts.identity': 'belongs to a person, found before any municipality is known',
  'accounts.session': 'belongs to a person, found by its secret alone',
  'accounts.device': 'belongs to a person',
  'accounts.attempt': 'counts before anybody is known',
  'accounts.mail_link': 'belongs to a person, found by its secret alone',
  'accounts.provider_round': 'lives before anybody is known',
  'accounts.notice': 'belongs to a person',
  'accounts.notice_pace': 'belongs to a person',
  'accounts.quiet_hours': 'belongs to a person',
  'accounts.kept_form': 'belongs to a person',
  'accounts.unsubscribe_link': 'belongs to a person, found by its secret alone',
};

const { connection } = await testDatabase();
const { pool } = connection;

const tables = async (): Promise<string[]> =>
  (
    await pool.query<{ name: string }>(`
      select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and not c.relispartition
        and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'public', 'split') order by 1`)
  ).rows.map(({ name }) => name);

/** PostgreSQL asks of the keys of a hash-partitioned table what Citus asks of a distributed one. */
const split = async (table: string): Promise<void> => {
  await pool.query('drop schema if exists split cascade; create schema split');
  await pool.query(`create table split.whole (like ${table} including all) partition by hash (ars)`);
};

type ForeignKey = { name: string; from: string; to: string; own: string[]; foreign: string[] };

const foreignKeys = async (): Promise<ForeignKey[]> =>
  (
    await pool.query<ForeignKey>(`
      select c.conname as name, fn.nspname || '.' || f.relname as from, tn.nspname || '.' || t.relname as to,
        (select array_agg(a.attname::text order by k.at) from unnest(c.conkey) with ordinality k (number, at)
          join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.number) as own,
        (select array_agg(a.attname::text order by k.at) from unnest(c.confkey) with ordinality k (number, at)
          join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.number) as foreign
      from pg_constraint c
      join pg_class f on f.oid = c.conrelid join pg_namespace fn on fn.oid = f.relnamespace
      join pg_class t on t.oid = c.confrelid join pg_namespace tn on tn.oid = t.relnamespace
      where c.contype = 'f' and fn.nspname <> 'split'`)
  ).rows;

const isReference = (table: string): boolean => Object.hasOwn(REFERENCE_TABLES, table);

/** Rows of one municipality stand together; a key that leaves it, or a reference table that needs it, crosses nodes. */
const crossing = (keys: ForeignKey[]): string[] =>
  keys
    .filter(({ from, to, own, foreign }) => {
      if (isReference(to)) return false;
      return isReference(from) || !own.some((column, at) => column === 'ars' && foreign[at] === 'ars');
    })
    .map(({ name }) => name);

test('every tenant table can be split by municipality', async (t) => {
  const tenants = (await tables()).filter((table) => !isReference(table));
  assert.ok(tenants.length >= 5, tenants.join(', '));
  const { rows } = await pool.query('show server_version_num');
  const excluding = await pool.query<{ name: string }>(
    "select conrelid::regclass::text as name from pg_constraint where contype = 'x'",
  );
  const excluded = new Set(excluding.rows.map(({ name }) => name));
  for (const table of tenants) {
    const skip =
      excluded.has(table) &&
      Number(rows[0].server_version_num) < 170_000 &&
      'before 17 PostgreSQL splits no table with an exclusion constraint';
    await t.test(table, { skip }, () => split(table));
  }
});

test('every reference table exists', async () => {
  const known = new Set(await tables());
  assert.deepEqual(
    Object.keys(REFERENCE_TABLES).filter((table) => !known.has(table)),
    [],
  );
});

test('no foreign key leaves its municipality', async () => {
  const keys = await foreignKeys();
  assert.ok(keys.length >= 5);
  assert.deepEqual(crossing(keys), []);
});

const planted: [what: string, columns: string][] = [
  ['a primary key without the municipality', 'ars text not null, id uuid primary key'],
  ['a unique key without the municipality', 'ars text, id uuid, code text unique, primary key (ars, id)'],
  [
    'an exclusion without the municipality',
    'ars text, id uuid, during tstzrange, primary key (ars, id), exclude using gist (during with &&)',
  ],
  ['no municipality at all', 'id uuid primary key'],
];

for (const [what, columns] of planted)
  test(`a planted table is refused: ${what}`, async () => {
    await pool.query(`drop table if exists offers.planted; create table offers.planted (${columns})`);
    await assert.rejects(
      split('offers.planted'),
      /must include all partitioning columns|cannot .*partition|exclusion constraints are not supported on partitioned|column "ars" named in partition key does not exist|cannot match partition key/,
    );
    await pool.query('drop table offers.planted');
  });

test('planted foreign keys that cross nodes are found', async () => {
  await pool.query(`
    create unique index planted_unique on offers.offer (id);
    create table offers.planted (ars text, id uuid, primary key (ars, id),
      constraint planted_leaves foreign key (id) references offers.offer (id));
    alter table offers.word add ars text, add id uuid,
      add constraint planted_from_reference foreign key (ars, id) references offers.offer (ars, id)`);
  assert.deepEqual(crossing(await foreignKeys()).sort(), ['planted_from_reference', 'planted_leaves']);
});
