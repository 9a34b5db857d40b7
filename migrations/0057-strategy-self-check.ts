import type { Migration } from '../src/foundation/database/migrate.ts';

export const strategySelfCheck: Migration = {
  name: '0057-strategy-self-check',
  sql: `
    -- What people of a town hall said apart; nobody else sees whose answer it is.
    create table strategy.check_answer (
      ars text not null references strategy.agenda (ars) on update cascade on delete cascade,
      person_id uuid not null references accounts.person (id) on delete cascade,
      question text not null,
      today smallint check (today between 0 and 3),
      target smallint check (target between 0 and 3),
      answered_at timestamptz not null,
      primary key (ars, person_id, question)
    );

    -- What follows from a gap: a measure, later, or no; with the reason.
    create table strategy.check_decision (
      ars text not null references strategy.agenda (ars) on update cascade on delete cascade,
      question text not null,
      decision text not null check (decision in ('act', 'later', 'no')),
      reason text not null default '' check (length(reason) <= 1000),
      measure_id uuid,
      decided_at timestamptz not null,
      primary key (ars, question)
    );
  `,
};
