import type { Migration } from '../src/foundation/database/migrate.ts';

export const participation: Migration = {
  name: '0061-participation',
  sql: `
    create schema participation;

    -- What people say about a goal or a measure; the subject belongs to another module and is held by its id.
    create table participation.comment (
      ars text not null references municipalities.municipality (ars) on update cascade,
      id uuid not null,
      subject_kind text not null check (subject_kind in ('goal', 'measure')),
      subject_id uuid not null,
      text text not null check (length(text) between 1 and 4000),
      -- How somebody wants to be called; no account stands behind it.
      name text not null default '' check (length(name) <= 80),
      state text not null check (state in ('waiting', 'shown', 'declined')),
      decline_reason text check (decline_reason in ('insult', 'personal-data', 'advertising', 'off-topic')),
      answer text not null default '' check (length(answer) <= 4000),
      written_at timestamptz not null,
      decided_at timestamptz,
      primary key (ars, id),
      check ((state = 'waiting') = (decided_at is null)),
      check ((state = 'declined') = (decline_reason is not null))
    );
    create index comment_subject on participation.comment (ars, subject_kind, subject_id, written_at) where state = 'shown';
    create index comment_waiting on participation.comment (ars, written_at) where state = 'waiting';
  `,
};
