import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../src/foundation/testing/database.ts';

type Streets = Record<string, string[]>;
const { foundation, streets } = (await import(new URL('../architecture.mjs', import.meta.url).href)) as {
  foundation: string[];
  streets: Streets;
};

const { connection } = await testDatabase();

type Arrow = { from: string; to: string; name: string };

// The schema is named like its module; SQL would want quotes around a hyphen.
const MODULE = (schema: string) => `replace(${schema}, '_', '-')`;

/** Foreign keys between the tables of two modules. */
const arrows = async (): Promise<Arrow[]> =>
  (
    await connection.pool.query<Arrow>(`
      select distinct ${MODULE('fn.nspname')} as from, ${MODULE('tn.nspname')} as to, c.conname as name from pg_constraint c
      join pg_class f on f.oid = c.conrelid join pg_namespace fn on fn.oid = f.relnamespace
      join pg_class t on t.oid = c.confrelid join pg_namespace tn on tn.oid = t.relnamespace
      where c.contype = 'f' and fn.nspname <> tn.nspname`)
  ).rows;

const wrong = (found: Arrow[]): string[] =>
  found.filter(({ from, to }) => !streets[from]?.includes(to)).map(({ name }) => name);

/** The first module that one gets back to by following the streets. */
const loopIn = (map: Streets): string | undefined => {
  const reaches = (at: string, goal: string, seen: Set<string>): boolean =>
    (map[at] ?? []).some((next) => {
      if (next === goal) return true;
      if (seen.has(next)) return false;
      seen.add(next);
      return reaches(next, goal, seen);
    });
  return Object.keys(map).find((module) => reaches(module, module, new Set()));
};

test('foreign keys keep to the streets of the map', async () => {
  const found = await arrows();
  assert.ok(found.some(({ from, to }) => from === 'offers' && to === 'municipalities'));
  assert.deepEqual(wrong(found), []);
});

test('every schema of the database is a module of the map, or a room of the foundation', async () => {
  const { rows } = await connection.pool.query<{ name: string }>(`
    select distinct ${MODULE('n.nspname')} as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'public', 'pg_toast')`);
  assert.ok(rows.length >= 2);
  assert.deepEqual(
    rows
      .map(({ name }) => name)
      .filter((name) => !Object.hasOwn(streets, name) && !foundation.includes(name)),
    [],
  );
});

test('the streets lead nobody in a circle, and only to modules that are on the map', () => {
  assert.equal(loopIn(streets), undefined);
  assert.deepEqual(
    Object.values(streets)
      .flat()
      .filter((module) => !Object.hasOwn(streets, module)),
    [],
  );
});

test('planted circles are found', () => {
  assert.equal(loopIn({ a: ['b'], b: ['c'], c: ['b'] }), 'b');
  assert.equal(loopIn({ a: ['a'] }), 'a');
  assert.equal(loopIn({ a: ['b', 'c'], b: ['c'], c: [] }), undefined);
});

test('a planted foreign key against the map is found', async () => {
  await connection.pool.query(`
    alter table municipalities.postcode add planted text,
      add constraint planted foreign key (ars, planted) references offers.source (ars, id)`);
  assert.deepEqual(wrong(await arrows()), ['planted']);
});
