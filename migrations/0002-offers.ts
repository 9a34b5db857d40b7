import type { Migration } from '../src/foundation/database/migrate.ts';

// An offer belongs to the municipality in which it takes place (12-digit ars), whoever publishes it: every key
// begins with it, so that a cluster can shard by place and "near me" asks few shards. Sources and their runs are
// keyed by the municipality (or district …) that publishes, and are small enough to be replicated.
export const offers: Migration = {
  name: '0002-offers',
  sql: `
    create schema offers;

    -- Keys follow a merger of municipalities, therefore foreign keys cascade on update.
    -- Where offers come from: a feed, a file, a spreadsheet of the publishing municipality.
    create table offers.source (
      ars text not null references municipalities.municipality (ars),
      id text not null,
      name text not null,
      format text not null,
      url text,
      licence text,
      attribution text not null,
      settings jsonb not null default '{}',
      etag text,
      last_modified text,
      content_hash text,
      demonstration boolean not null default false,
      -- What was read once more without a change is said here in one row: saying it of every offer would write a
      -- million rows and all their indexes at each reading.
      read_at timestamptz,
      primary key (ars, id)
    );

    create table offers.import_run (
      ars text not null,
      id uuid not null,
      source_id text not null,
      started_at timestamptz not null,
      finished_at timestamptz,
      outcome text not null check (outcome in ('running', 'done', 'unchanged', 'failed')),
      counts jsonb not null default '{}',
      rejected jsonb not null default '[]',
      failure text,
      primary key (ars, id),
      foreign key (ars, source_id) references offers.source (ars, id) on update cascade
    );

    create table offers.offer (
      ars text not null,
      id uuid not null,
      kind text not null check (kind in ('place', 'event')),
      category text not null,
      name text not null,
      description text,
      organisation text,
      address jsonb not null default '{}',
      lon double precision,
      lat double precision,
      pt point,
      opening_hours text,
      price jsonb not null default '{"kind":"unknown"}',
      free boolean generated always as (price ->> 'kind' = 'free') stored,
      access jsonb not null default '{}',
      step_free boolean generated always as (access ->> 'stepFree' = 'yes') stored,
      links jsonb not null default '[]',
      languages text[] not null default '{}',
      schedule jsonb,
      status text not null default 'scheduled'
        check (status in ('scheduled', 'cancelled', 'moved', 'soldOut')),
      licence text,
      attribution text not null,
      demonstration boolean not null default false,
      read_at timestamptz not null,
      created_at timestamptz not null,
      changed_at timestamptz not null,
      withdrawn_at timestamptz,
      search_text text not null,
      search tsvector generated always as (to_tsvector('german'::regconfig, search_text)) stored,
      primary key (ars, id),
      check ((lon is null) = (lat is null) and (lon is null) = (pt is null)),
      check ((kind = 'event') = (schedule is not null))
    );
    create index offer_near_category on offers.offer using gist (category, pt)
      where withdrawn_at is null and kind = 'place';
    create index offer_near on offers.offer using gist (pt) where withdrawn_at is null and kind = 'place';
    create index offer_in_municipality on offers.offer (ars, category) where withdrawn_at is null;
    create index offer_search on offers.offer using gin (search) where withdrawn_at is null;
    create index offer_by_id on offers.offer (id);

    -- The dates of an event, written out for the months ahead from its schedule.
    create table offers.occurrence (
      ars text not null,
      offer_id uuid not null,
      during tstzrange not null,
      all_day boolean not null,
      status text not null check (status in ('scheduled', 'cancelled', 'moved', 'soldOut')),
      category text not null,
      pt point,
      primary key (ars, offer_id, during),
      foreign key (ars, offer_id) references offers.offer (ars, id) on delete cascade on update cascade
    );
    create index occurrence_near on offers.occurrence using gist (pt, during);
    create index occurrence_when on offers.occurrence using gist (ars, during);

    -- Which source saw the offer under which id: one offer may have been seen by several.
    create table offers.sighting (
      ars text not null,
      source_ars text not null,
      source_id text not null,
      foreign_id text not null,
      offer_id uuid not null,
      content_hash text not null,
      url text,
      read_at timestamptz not null,
      vanished_at timestamptz,
      primary key (ars, source_ars, source_id, foreign_id),
      foreign key (source_ars, source_id) references offers.source (ars, id) on update cascade,
      foreign key (ars, offer_id) references offers.offer (ars, id) on delete cascade on update cascade
    );
    create index sighting_of_offer on offers.sighting (ars, offer_id);
    create index sighting_of_source on offers.sighting (source_ars, source_id);

    -- Words of all texts, for typing errors: trigrams on some thousand words, never on a million titles.
    create table offers.word (
      word text primary key,
      uses integer not null
    );
    create index word_trigrams on offers.word using gin (word gin_trgm_ops);

    create table offers.mistake_report (
      ars text not null,
      id uuid not null,
      offer_id uuid not null,
      message text not null check (length(message) between 5 and 2000),
      reported_at timestamptz not null,
      primary key (ars, id),
      foreign key (ars, offer_id) references offers.offer (ars, id) on delete cascade on update cascade
    );
  `,
};
