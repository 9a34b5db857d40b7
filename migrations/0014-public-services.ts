import type { Migration } from '../src/foundation/database/migrate.ts';

// Every record stays what its source says (`facts`) and is found again by the source's own id. A row's `ars` is the
// unit that describes: for texts of the federation that is the unit whose editorial system hands them on, and their
// facts say that they hold for the whole country. Records of a stream come in any order: what refers to what is
// checked at the end of a reading, therefore there are no foreign keys among them.
export const publicServices: Migration = {
  name: '0014-public-services',
  sql: `
    create schema public_services;

    create table public_services.source (
      ars text not null references municipalities.municipality (ars),
      id text not null check (length(id) between 1 and 100),
      name text not null,
      format text not null,
      licence text,
      attribution text not null,
      demonstration boolean not null default false,
      content_hash text,
      read_at timestamptz,
      primary key (ars, id)
    );

    create table public_services.import_run (
      ars text not null,
      id uuid not null,
      source_id text not null,
      started_at timestamptz not null,
      finished_at timestamptz not null,
      outcome text not null check (outcome in ('done', 'failed')),
      counts jsonb not null default '{}',
      rejected jsonb not null default '[]',
      failure text,
      primary key (ars, id),
      foreign key (ars, source_id) references public_services.source (ars, id) on delete cascade
    );

    create table public_services.public_service (
      ars text not null,
      source_id text not null,
      foreign_id text not null,
      id uuid not null,
      facts jsonb not null,
      name text generated always as (facts ->> 'name') stored,
      -- Folded texts, best first: what it is called, words that people use for it, everything else.
      search_name text not null,
      search_words text not null,
      search_body text not null,
      search tsvector generated always as (
        setweight(to_tsvector('german'::regconfig, search_name), 'A')
        || setweight(to_tsvector('german'::regconfig, search_words), 'B')
        || setweight(to_tsvector('german'::regconfig, search_body), 'D')) stored,
      content_hash text not null,
      -- The reading that last showed it.
      run_id uuid not null,
      read_at timestamptz not null,
      changed_at timestamptz not null,
      withdrawn_at timestamptz,
      primary key (ars, source_id, foreign_id),
      unique (ars, id),
      foreign key (ars, source_id) references public_services.source (ars, id)
    );
    create index public_service_id on public_services.public_service (id);
    create index public_service_search on public_services.public_service using gin (search);
    create index public_service_leika on public_services.public_service using gin ((facts -> 'leikaKeys'));

    create table public_services.competent_authority (
      ars text not null,
      source_id text not null,
      foreign_id text not null,
      id uuid not null,
      facts jsonb not null,
      content_hash text not null,
      -- The reading that last showed it.
      run_id uuid not null,
      read_at timestamptz not null,
      changed_at timestamptz not null,
      withdrawn_at timestamptz,
      primary key (ars, source_id, foreign_id),
      unique (ars, id),
      foreign key (ars, source_id) references public_services.source (ars, id)
    );
    create index competent_authority_id on public_services.competent_authority (id);

    create table public_services.responsibility (
      ars text not null,
      source_id text not null,
      foreign_id text not null,
      id uuid not null,
      facts jsonb not null,
      -- Where the rule holds, by the register of today; an empty one: the whole country.
      areas text[] not null,
      -- The unit that this one leaves the matter to.
      acting_ars text,
      content_hash text not null,
      -- The reading that last showed it.
      run_id uuid not null,
      read_at timestamptz not null,
      changed_at timestamptz not null,
      withdrawn_at timestamptz,
      primary key (ars, source_id, foreign_id),
      unique (ars, id),
      foreign key (ars, source_id) references public_services.source (ars, id)
    );

    -- Of which services a rule speaks: the federal key, and the very text that its source names.
    create table public_services.responsibility_key (
      ars text not null,
      source_id text not null,
      foreign_id text not null,
      service_key text not null,
      area_ars text not null,
      primary key (ars, source_id, foreign_id, service_key, area_ars),
      foreign key (ars, source_id, foreign_id)
        references public_services.responsibility (ars, source_id, foreign_id) on delete cascade
    );
    create index responsibility_of_service on public_services.responsibility_key (service_key, area_ars);

    create table public_services.word (
      word text primary key,
      uses integer not null
    );
    create index word_similar on public_services.word using gin (word gin_trgm_ops);

    create table public_services.wrong_office_report (
      ars text not null,
      id uuid not null,
      service_id uuid not null,
      authority_id uuid,
      place text not null check (length(place) <= 200),
      message text not null check (length(message) between 5 and 2000),
      reported_at timestamptz not null,
      primary key (ars, id)
    );
    create index wrong_office_report_of_day on public_services.wrong_office_report (ars, reported_at);

    -- What the last self-test found in one area, by service.
    create table public_services.coverage (
      ars text not null,
      checked_at timestamptz not null,
      services integer not null,
      answered integer not null,
      asked integer not null,
      gaps integer not null,
      expired integer not null,
      contradictions integer not null,
      primary key (ars)
    );
    create table public_services.coverage_finding (
      ars text not null,
      service_key text not null,
      kind text not null check (kind in ('expired', 'contradiction', 'no-address', 'circle')),
      found_at timestamptz not null,
      told_at timestamptz,
      primary key (ars, service_key, kind)
    );
  `,
};
