import type { Migration } from '../src/foundation/database/migrate.ts';

export const strategySteering: Migration = {
  name: '0059-strategy-steering',
  sql: `
    -- A sitting of those who steer the agenda; who was there is told by tasks, not by names.
    create table strategy.meeting (
      ars text not null references strategy.agenda (ars) on update cascade on delete cascade,
      id uuid not null,
      held_on date not null,
      title text not null check (length(title) between 1 and 200),
      present text not null default '' check (length(present) <= 1000),
      minutes text not null default '' check (length(minutes) <= 20000),
      changed_at timestamptz not null,
      primary key (ars, id)
    );

    -- What was decided, and why: in a sitting or between two.
    create table strategy.decision (
      ars text not null references strategy.agenda (ars) on update cascade on delete cascade,
      id uuid not null,
      meeting_id uuid,
      measure_id uuid,
      decided_on date not null,
      text text not null check (length(text) between 1 and 2000),
      reason text not null check (length(reason) between 1 and 4000),
      changed_at timestamptz not null,
      primary key (ars, id),
      foreign key (ars, meeting_id) references strategy.meeting (ars, id) on update cascade on delete set null (meeting_id),
      foreign key (ars, measure_id) references strategy.measure (ars, id) on update cascade on delete set null (measure_id)
    );

    create table strategy.wanted_skill (
      ars text not null references strategy.agenda (ars) on update cascade on delete cascade,
      id uuid not null,
      topic text not null check (length(topic) between 1 and 120),
      note text not null default '' check (length(note) <= 1000),
      measure_id uuid,
      changed_at timestamptz not null,
      primary key (ars, id),
      foreign key (ars, measure_id) references strategy.measure (ars, id) on update cascade on delete cascade
    );

    -- Said by the person alone, and taken back by it at any time.
    create table strategy.offered_skill (
      ars text not null references strategy.agenda (ars) on update cascade on delete cascade,
      id uuid not null,
      person_id uuid not null references accounts.person (id) on delete cascade,
      topic text not null check (length(topic) between 1 and 120),
      note text not null default '' check (length(note) <= 1000),
      changed_at timestamptz not null,
      primary key (ars, id)
    );

    create table strategy.training (
      ars text not null references strategy.agenda (ars) on update cascade on delete cascade,
      id uuid not null,
      title text not null check (length(title) between 1 and 200),
      topic text not null check (length(topic) between 1 and 120),
      held_on date not null,
      place text not null default '' check (length(place) <= 200),
      seats integer check (seats between 1 and 10000),
      changed_at timestamptz not null,
      primary key (ars, id)
    );
    create table strategy.training_seat (
      ars text not null,
      training_id uuid not null,
      person_id uuid not null references accounts.person (id) on delete cascade,
      taken_at timestamptz not null,
      primary key (ars, training_id, person_id),
      foreign key (ars, training_id) references strategy.training (ars, id) on update cascade on delete cascade
    );

    -- How a service goes on when the machines do not.
    create table strategy.emergency_sheet (
      ars text not null references strategy.agenda (ars) on update cascade on delete cascade,
      id uuid not null,
      service text not null check (length(service) between 1 and 200),
      tolerable_hours integer not null check (tolerable_hours between 0 and 8760),
      texts jsonb not null,
      tried_on date,
      changed_at timestamptz not null,
      primary key (ars, id)
    );
  `,
};
