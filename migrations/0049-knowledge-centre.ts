import type { Migration } from '../src/foundation/database/migrate.ts';

// Written by whom: without a key to that organisation, since a centre in one town asks the desks of all others.
const CENTRE = `centre_ars text not null references municipalities.municipality (ars) on update cascade,
      centre_id text not null`;

export const knowledgeCentre: Migration = {
  name: '0049-knowledge-centre',
  sql: `
    -- The competence centre asks a desk to complete its entry; it lies with the entry, whoever asked.
    create table knowledge.completion_request (
      ars text not null,
      id uuid not null,
      entry_id uuid not null,
      parts text[] not null check (cardinality(parts) between 1 and 40),
      sentence text not null check (length(sentence) between 1 and 500),
      ${CENTRE},
      asked_at timestamptz not null,
      answered_at timestamptz,
      -- Answered by this version, or by why it cannot be done.
      version integer,
      reason text,
      primary key (ars, id),
      foreign key (ars, entry_id) references knowledge.entry (ars, id) on update cascade on delete cascade,
      check ((answered_at is null) = (version is null and reason is null)),
      check (version is null or reason is null)
    );
    create unique index completion_request_open on knowledge.completion_request (ars, entry_id) where answered_at is null;
    create index completion_request_centre on knowledge.completion_request (centre_ars, centre_id, asked_at desc);

    -- A page that the centre puts together from entries of all towns.
    create table knowledge.dossier (
      ars text not null,
      organisation_id text not null,
      id uuid not null,
      content jsonb not null,
      revision integer not null default 1,
      version integer,
      published_at timestamptz,
      taken_back_at timestamptz,
      demonstration boolean not null default false,
      created_at timestamptz not null,
      changed_at timestamptz not null,
      primary key (ars, id),
      foreign key (ars, organisation_id) references accounts.organisation (ars, id) on update cascade,
      check ((version is null) = (published_at is null))
    );
    create index dossier_of_organisation on knowledge.dossier (ars, organisation_id, changed_at desc);
    create index dossier_by_id on knowledge.dossier (id);

    create table knowledge.dossier_version (
      ars text not null,
      dossier_id uuid not null,
      version integer not null check (version > 0),
      content jsonb not null,
      published_at timestamptz not null,
      primary key (ars, dossier_id, version),
      foreign key (ars, dossier_id) references knowledge.dossier (ars, id) on update cascade on delete cascade
    );
    create trigger keep_version before update on knowledge.dossier_version
      for each row execute function knowledge.keep_version();

    -- Programmes and calls as the centre lists them. Facts and where they come from; whether a call is open is computed.
    create table knowledge.call (
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
    create index call_by_id on knowledge.call (id);
  `,
};
