import type { Migration } from '../src/foundation/database/migrate.ts';

// What an editor writes are rows of the very fields that a spreadsheet has, kept as text: form, import, export and
// template are one set of fields. What is published of an entry is an offer like any other.
export const offersDesk: Migration = {
  name: '0010-offers-desk',
  sql: `
    create table offers.sheet (
      ars text not null,
      organisation_id text not null,
      id uuid not null,
      file_name text not null check (length(file_name) <= 200),
      uploaded_by uuid references accounts.person (id) on delete set null,
      uploaded_at timestamptz not null,
      -- What became of its rows so far: created, changed, unchanged.
      counts jsonb not null default '{}',
      -- Set once no row is left.
      closed_at timestamptz,
      primary key (ars, id),
      foreign key (ars, organisation_id) references accounts.organisation (ars, id) on update cascade
    );
    create index sheet_of_organisation on offers.sheet (ars, organisation_id, uploaded_at);
    create index sheet_uploaded_by on offers.sheet (uploaded_by);

    create table offers.sheet_row (
      ars text not null,
      sheet_id uuid not null,
      number integer not null,
      reference text not null,
      fields jsonb not null,
      faults jsonb not null,
      primary key (ars, sheet_id, number),
      foreign key (ars, sheet_id) references offers.sheet (ars, id) on delete cascade on update cascade
    );

    create table offers.entry (
      ars text not null,
      organisation_id text not null,
      id uuid not null,
      -- The id that the town's own table gives it; with a tilde before it where it was made from name, place and date.
      reference text,
      fields jsonb not null,
      version integer not null default 1,
      publish_at timestamptz,
      expires_at timestamptz,
      published_fields jsonb,
      published_at timestamptz,
      offer_ars text,
      offer_id uuid,
      withdrawn_at timestamptz,
      withdrawn_by text check (withdrawn_by in ('person', 'expiry')),
      review_on date,
      reminded_for date,
      checked_at timestamptz,
      owner uuid references accounts.person (id) on delete set null,
      sheet_id uuid,
      created_at timestamptz not null,
      changed_at timestamptz not null,
      primary key (ars, id),
      foreign key (ars, organisation_id) references accounts.organisation (ars, id) on update cascade,
      unique (ars, organisation_id, reference),
      check ((published_at is null) = (published_fields is null)),
      check ((withdrawn_at is null) = (withdrawn_by is null)),
      check (withdrawn_at is null or published_at is not null)
    );
    create index entry_of_organisation on offers.entry (ars, organisation_id);
    create index entry_owner on offers.entry (owner);
    create index entry_to_publish on offers.entry (publish_at) where publish_at is not null;
    create index entry_to_expire on offers.entry (expires_at)
      where expires_at is not null and published_at is not null and withdrawn_at is null;
    create index entry_to_review on offers.entry (review_on) where published_at is not null and withdrawn_at is null;

    create table offers.entry_template (
      ars text not null,
      organisation_id text not null,
      id uuid not null,
      name text not null check (length(name) between 1 and 100),
      fields jsonb not null,
      created_at timestamptz not null,
      primary key (ars, id),
      unique (ars, organisation_id, name),
      foreign key (ars, organisation_id) references accounts.organisation (ars, id) on update cascade
    );
  `,
};
