import { sql } from 'kysely';
import type { Database } from '../../../../foundation/database/context.ts';
import type { Message } from '../../../../foundation/i18n/message.ts';
import type { Form, FormDefinition } from '../form-definition.ts';

export type FormKey = { ars: string; id: string };

/** A form that somebody is working on; nobody outside sees it. */
export type FormDraft = Omit<Form, 'version'> & { revision: number; changedAt: Date };

type DraftRow = {
  ars: string;
  id: string;
  service_key: string | null;
  demonstration: boolean;
  definition: FormDefinition;
  revision: number;
  changed_at: Date;
};

export const findDraft = async (database: Database, { ars, id }: FormKey): Promise<FormDraft | undefined> => {
  const [row] = (
    await sql<DraftRow>`
      select ars, id, service_key, demonstration, definition, revision, changed_at
      from public_services.form_draft where ars = ${ars} and id = ${id}`.execute(database)
  ).rows;
  return (
    row && {
      ars: row.ars,
      id: row.id,
      serviceKey: row.service_key,
      isDemonstration: row.demonstration,
      definition: row.definition,
      revision: row.revision,
      changedAt: row.changed_at,
    }
  );
};

/** @returns false where a draft of this form is there already. */
export const insertDraft = async (
  database: Database,
  draft: Omit<Form, 'version'>,
  now: Date,
): Promise<boolean> => {
  const { numAffectedRows } = await sql`
    insert into public_services.form_draft (ars, id, service_key, demonstration, definition, changed_at)
    values (${draft.ars}, ${draft.id}, ${draft.serviceKey}, ${draft.isDemonstration},
      ${JSON.stringify(draft.definition)}::jsonb, ${now})
    on conflict do nothing`.execute(database);
  return Number(numAffectedRows) === 1;
};

/** @returns false where somebody else has changed or removed it since `revision`. */
export const updateDraft = async (database: Database, draft: FormDraft, now: Date): Promise<boolean> => {
  const { numAffectedRows } = await sql`
    update public_services.form_draft set service_key = ${draft.serviceKey}, demonstration = ${draft.isDemonstration},
      definition = ${JSON.stringify(draft.definition)}::jsonb, revision = revision + 1, changed_at = ${now}
    where ars = ${draft.ars} and id = ${draft.id} and revision = ${draft.revision}`.execute(database);
  return Number(numAffectedRows) === 1;
};

export const deleteDraft = async (database: Database, { ars, id }: FormKey): Promise<void> => {
  await sql`delete from public_services.form_draft where ars = ${ars} and id = ${id}`.execute(database);
};

export type ListedForm = {
  id: string;
  title: Message;
  version: number | null;
  published_at: Date | null;
  closed_at: Date | null;
  draft_at: Date | null;
};

/** All forms of a municipality, published or not, by their German title. */
export const listForms = async (database: Database, ars: string): Promise<ListedForm[]> =>
  (
    await sql<ListedForm>`
      with published as (
        select distinct on (id) id, version, definition -> 'title' as title, published_at, closed_at
        from public_services.form where ars = ${ars} order by id, version desc
      ), draft as (
        select id, definition -> 'title' as title, changed_at from public_services.form_draft where ars = ${ars}
      )
      select id, coalesce(draft.title, published.title) as title, version, published_at, closed_at,
        draft.changed_at as draft_at
      from published full join draft using (id)
      order by coalesce(draft.title, published.title) ->> 'de', id limit 500`.execute(database)
  ).rows;

export type FormVersion = {
  version: number;
  published_at: Date;
  closed_at: Date | null;
  applications: number;
};

/** Newest first, with how many applications were begun with each and are still here. */
export const listVersions = async (database: Database, { ars, id }: FormKey): Promise<FormVersion[]> =>
  (
    await sql<FormVersion>`
      select version, published_at, closed_at, (
          select count(*)::integer from public_services.application a
          where a.ars = f.ars and a.form_id = f.id and a.form_version = f.version
        ) as applications
      from public_services.form f where ars = ${ars} and id = ${id} order by version desc limit 100`.execute(
      database,
    )
  ).rows;

/** Nobody can begin it any more, or can again. */
export const setClosed = async (database: Database, { ars, id }: FormKey, at: Date | null): Promise<void> => {
  await sql`
    update public_services.form set closed_at = ${at}
    where ars = ${ars} and id = ${id} and version = (
      select max(version) from public_services.form where ars = ${ars} and id = ${id}
    )`.execute(database);
};

/** Open forms of all other municipalities, one for each title: published for everybody, so everybody may begin with one. */
export const listFormsElsewhere = async (
  database: Database,
  ars: string,
): Promise<{ ars: string; id: string; title: Message }[]> =>
  (
    await sql<{ ars: string; id: string; title: Message }>`
      select distinct on (title ->> 'de') ars, id, title
      from (
        select distinct on (ars, id) ars, id, definition -> 'title' as title, published_at, closed_at
        from public_services.form where ars <> ${ars} order by ars, id, version desc
      ) newest
      where closed_at is null order by title ->> 'de', published_at desc, ars, id limit 200`.execute(database)
  ).rows;
