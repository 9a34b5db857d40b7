import type { Migration } from '../src/foundation/database/migrate.ts';

export const publicServicesFormDrafts: Migration = {
  name: '0023-public-services-form-drafts',
  sql: `
    create table public_services.form_draft (
      ars text not null references municipalities.municipality (ars),
      id text not null check (id ~ '^[a-z][a-z0-9-]{1,60}$'),
      service_key text,
      demonstration boolean not null default false,
      definition jsonb not null,
      -- Counts the changes: whoever saves over a change that they have not seen is told.
      revision integer not null default 1,
      changed_at timestamptz not null,
      primary key (ars, id)
    );
    -- The newest version of a form that nobody can begin any more; applications go on with theirs.
    alter table public_services.form add column closed_at timestamptz;
  `,
};
