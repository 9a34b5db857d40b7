import type { Migration } from '../src/foundation/database/migrate.ts';

export const funding: Migration = {
  name: '0054-funding',
  sql: `
    create schema funding;

    -- Funding programmes as rules, kept by units of the register and the network's moderators.
    create table funding.programme (
      ars text not null,
      organisation_id text not null,
      id uuid not null,
      facts jsonb not null,
      -- Counts changes by hand: what people have changed no reading of a list overwrites.
      revision integer not null default 0,
      demonstration boolean not null default false,
      source text,
      foreign_id text,
      withdrawn_at timestamptz,
      created_at timestamptz not null,
      changed_at timestamptz not null,
      primary key (ars, id),
      foreign key (ars, organisation_id) references accounts.organisation (ars, id) on update cascade,
      unique (ars, organisation_id, source, foreign_id),
      check ((source is null) = (foreign_id is null))
    );
    create index programme_by_id on funding.programme (id);
  `,
};
