import type { Migration } from '../src/foundation/database/migrate.ts';

// What people without an account say to a town hall: that something is wrong, or that an event is missing. Somebody
// answers each with a reason.
export const offersSuggestions: Migration = {
  name: '0011-offers-suggestions',
  sql: `
    alter table offers.mistake_report
      add column outcome text check (outcome in ('mended', 'declined')),
      add column reason text,
      add column handled_at timestamptz,
      add column handled_by uuid references accounts.person (id) on delete set null,
      add check ((outcome is null) = (handled_at is null));
    create index mistake_report_open on offers.mistake_report (ars, offer_id) where outcome is null;
    create index mistake_report_handled_by on offers.mistake_report (handled_by);

    create table offers.suggestion (
      ars text not null references municipalities.municipality (ars),
      id uuid not null,
      fields jsonb not null,
      -- For the answer alone; taken out with it.
      mail text,
      suggested_at timestamptz not null,
      outcome text check (outcome in ('taken', 'declined')),
      reason text,
      handled_at timestamptz,
      handled_by uuid references accounts.person (id) on delete set null,
      entry_id uuid,
      primary key (ars, id),
      check ((outcome is null) = (handled_at is null)),
      check (outcome is null or mail is null)
    );
    create index suggestion_open on offers.suggestion (ars, suggested_at) where outcome is null;
    create index suggestion_handled_by on offers.suggestion (handled_by);
  `,
};
