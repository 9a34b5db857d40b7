import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { Form, FormDefinition } from './form-definition.ts';

type FormRow = {
  ars: string;
  id: string;
  version: number;
  service_key: string | null;
  demonstration: boolean;
  definition: FormDefinition;
};

const formOf = (row: FormRow): Form => ({
  ars: row.ars,
  id: row.id,
  version: row.version,
  serviceKey: row.service_key,
  isDemonstration: row.demonstration,
  definition: row.definition,
});

/** The newest version, or the named one. */
export const findForm = async (
  database: Database,
  ars: string,
  id: string,
  version?: number,
): Promise<Form | undefined> => {
  const [row] = (
    await sql<FormRow>`
      select ars, id, version, service_key, demonstration, definition from public_services.form
      where ars = ${ars} and id = ${id} and (${version ?? null}::integer is null or version = ${version ?? null})
      order by version desc limit 1`.execute(database)
  ).rows;
  return row && formOf(row);
};

/** The version with which somebody begins now; none where the municipality has closed the form. */
export const findOpenForm = async (
  database: Database,
  ars: string,
  id: string,
): Promise<Form | undefined> => {
  const [row] = (
    await sql<FormRow & { closed_at: Date | null }>`
      select ars, id, version, service_key, demonstration, definition, closed_at from public_services.form
      where ars = ${ars} and id = ${id} order by version desc limit 1`.execute(database)
  ).rows;
  return row?.closed_at === null ? formOf(row) : undefined;
};

/** The newest form of a municipality for a service, by its federal keys. */
export const findFormOfService = async (
  database: Database,
  ars: string,
  keys: string[],
): Promise<Form | undefined> => {
  const [row] = (
    await sql<FormRow>`
      select * from (
        select distinct on (id) ars, id, version, service_key, demonstration, definition, closed_at
        from public_services.form where ars = ${ars} order by id, version desc
      ) newest
      where service_key = any(${keys}::text[]) and closed_at is null order by version desc, id limit 1`.execute(
      database,
    )
  ).rows;
  return row && formOf(row);
};

export const saveForm = async (database: Database, form: Form, now: Date): Promise<void> => {
  await sql`
    insert into public_services.form (ars, id, version, service_key, demonstration, definition, published_at)
    values (${form.ars}, ${form.id}, ${form.version}, ${form.serviceKey}, ${form.isDemonstration},
      ${JSON.stringify(form.definition)}::jsonb, ${now})`.execute(database);
};
