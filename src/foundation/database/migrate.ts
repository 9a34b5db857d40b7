import pg from 'pg';

/**
 * One step of the one ordered list in `migrations/`: forward only, immutable once landed.
 * `requires` names an extension of the server; where it is missing the step is left for later.
 */
export type Migration = { name: string; sql: string; requires?: string };

// Any number: held while migrating, so that two starting processes do not migrate at once.
const LOCK = 4_711_001;

/**
 * Applies what is missing, each step in a transaction of its own.
 * @returns the names applied now and those skipped for want of an extension.
 */
export const migrate = async (
  config: pg.ClientConfig,
  migrations: Migration[],
): Promise<{ applied: string[]; skipped: string[] }> => {
  const client = new pg.Client(config);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await client.query(
      'create table if not exists public.migration (name text primary key, applied_at timestamptz not null default now())',
    );
    const done = new Set(
      (await client.query('select name from public.migration')).rows.map((row) => row.name),
    );
    const applied: string[] = [];
    const skipped: string[] = [];
    for (const migration of migrations) {
      if (done.has(migration.name)) continue;
      if (migration.requires && !(await isAvailable(client, migration.requires)))
        skipped.push(migration.name);
      else {
        await apply(client, migration);
        applied.push(migration.name);
      }
    }
    return { applied, skipped };
  } finally {
    await client.end();
  }
};

// Installed already, or installable by this role: on a server run by others PostGIS may lie there for superusers only.
const isAvailable = async (client: pg.Client, extension: string): Promise<boolean> =>
  (
    await client.query(
      `select 1 from pg_available_extension_versions
       where name = $1 and (installed or not superuser or trusted
         or (select rolsuper from pg_roles where rolname = current_user))
       limit 1`,
      [extension],
    )
  ).rowCount === 1;

const apply = async (client: pg.Client, { name, sql }: Migration): Promise<void> => {
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query('insert into public.migration (name) values ($1)', [name]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`Migration ${name}: ${(error as Error).message}`, { cause: error });
  }
};
