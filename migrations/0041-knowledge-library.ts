import type { Migration } from '../src/foundation/database/migrate.ts';

export const knowledgeLibrary: Migration = {
  name: '0041-knowledge-library',
  sql: `
    create schema knowledge;

    -- What an organisation writes for others to learn from. It names roles, no people.
    create table knowledge.entry (
      ars text not null,
      organisation_id text not null,
      id uuid not null,
      kind text not null check (kind in
        ('caseStudy', 'stopped', 'guide', 'study', 'standard', 'tool', 'training', 'event')),
      parts jsonb not null default '{}',
      -- Counts changes, so that nobody overwrites what another has just written.
      revision integer not null default 1,
      -- The version that everybody sees; null is none yet.
      version integer,
      published_at timestamptz,
      -- When somebody last said that it still holds.
      confirmed_at timestamptz,
      taken_back_at timestamptz,
      demonstration boolean not null default false,
      -- Of an imported entry: where the facts come from, and how the record is called there.
      source text,
      foreign_id text,
      -- Folded words of the version that everybody sees.
      search_name text not null default '',
      search_body text not null default '',
      search tsvector generated always as (
        setweight(to_tsvector('german'::regconfig, search_name), 'A')
        || setweight(to_tsvector('german'::regconfig, search_body), 'D')) stored,
      created_at timestamptz not null,
      changed_at timestamptz not null,
      primary key (ars, id),
      foreign key (ars, organisation_id) references accounts.organisation (ars, id) on update cascade,
      unique (ars, source, foreign_id),
      check ((version is null) = (published_at is null)),
      check ((source is null) = (foreign_id is null))
    );
    create index entry_of_organisation on knowledge.entry (ars, organisation_id, changed_at desc);
    create index entry_by_id on knowledge.entry (id);
    create index entry_search on knowledge.entry using gin (search) where version is not null;

    -- What was once published stays as it was, so that it can be cited.
    create table knowledge.entry_version (
      ars text not null,
      entry_id uuid not null,
      version integer not null check (version > 0),
      parts jsonb not null,
      published_at timestamptz not null,
      primary key (ars, entry_id, version),
      foreign key (ars, entry_id) references knowledge.entry (ars, id) on update cascade on delete cascade
    );
    create function knowledge.keep_version() returns trigger language plpgsql as $$
    begin
      if (to_jsonb(new) - 'ars') is distinct from (to_jsonb(old) - 'ars') then
        raise exception 'a published version does not change' using errcode = 'restrict_violation';
      end if;
      return new;
    end $$;
    create trigger keep_version before update on knowledge.entry_version
      for each row execute function knowledge.keep_version();
  `,
};
