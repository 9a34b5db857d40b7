import { sql } from 'kysely';
import type { Context } from '../../../foundation/database/context.ts';
import type { Acting } from '../../accounts/index.ts';
import type { Places } from '../import/run/source.ts';
import { createEntry } from './edit-entry.ts';
import type { EntryFields } from './entry.ts';

export const LEEZEN = '010605053053';
export const KARLSRUHE = '082120000000';

/** North of 53° is Leezen, the rest Karlsruhe. */
export const places: Places = {
  locate: ({ lat }) => ({ ars: lat > 53 ? LEEZEN : KARLSRUHE }),
  findPlace: () => undefined,
};

/** An editor of a municipality that stands in the register, with the organisation and a person of that name. */
export const editorOf = async (context: Context, ars: string, name: string): Promise<Acting> => {
  const { database, clock } = context;
  const personId = context.newId();
  await sql`
    insert into municipalities.municipality (ars, ags, level, kind, name, valid_from, source, source_date)
    values (${ars}, ${ars.slice(0, 5) + ars.slice(9)}, 'municipality', 'town', ${name}, '2026-01-01', 'Test', '2026-01-01')
    on conflict do nothing`.execute(database);
  await sql`
    insert into accounts.organisation (ars, id, kind, name, created_at)
    values (${ars}, ${ars}, 'municipality', ${name}, ${clock()}) on conflict do nothing`.execute(database);
  await sql`
    insert into accounts.person (id, name, created_at) values (${personId}, ${`Redaktion ${name}`}, ${clock()})`.execute(
    database,
  );
  await sql`
    insert into accounts.role (ars, organisation_id, person_id, role, granted_at)
    values (${ars}, ${ars}, ${personId}, 'editor', ${clock()})`.execute(database);
  return {
    personId,
    label: `Redaktion ${name}`,
    organisation: { ars, id: ars, kind: 'municipality', name },
    roles: ['editor'],
  };
};

export const aFestival: EntryFields = {
  name: 'Sommerfest',
  category: 'Fest',
  start: '3.3.2027',
  startTime: '18 Uhr',
  street: 'Hauptstraße',
  houseNumber: '1',
  town: 'Leezen',
};

export const aPlayground: EntryFields = {
  name: 'Spielplatz am Bach',
  category: 'Spielplatz',
  lon: '10,2',
  lat: '53,86',
};

export const entryBy = async (context: Context, acting: Acting, fields: EntryFields): Promise<string> => {
  const created = await createEntry(context, acting, fields);
  if ('refused' in created) throw new Error(JSON.stringify(created.faults));
  return created.id;
};

/** The lines of the log, in order. */
export const actsIn = async ({ database }: Context, ars: string): Promise<string[]> =>
  (
    await sql<{ act: string }>`select act from accounts.audit_entry where ars = ${ars} order by seq`.execute(
      database,
    )
  ).rows.map(({ act }) => act);

export const offersIn = async ({ database }: Context, ars: string) =>
  (
    await sql<{ name: string; withdrawn: boolean; read_at: Date }>`
      select name, withdrawn_at is not null as withdrawn, read_at from offers.offer where ars = ${ars}
      order by name`.execute(database)
  ).rows;
