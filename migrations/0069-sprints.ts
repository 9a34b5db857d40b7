import type { Migration } from '../src/foundation/database/migrate.ts';

export const sprints: Migration = {
  name: '0069-sprints',
  sql: `
    create schema sprints;

    -- A room for one complex of the town in one quarter.
    create table sprints.sprint (
      ars text not null,
      id uuid not null,
      facts jsonb not null,
      state text not null default 'draft' check (state in ('draft', 'open', 'closed')),
      -- The last day of its phases: from here on names are kept for a while.
      ends_on date not null,
      decision jsonb,
      decided_at timestamptz,
      revision integer not null default 1,
      -- Counts what happens in the room, for those who listen.
      pulse bigint not null default 0,
      demonstration boolean not null default false,
      created_at timestamptz not null,
      changed_at timestamptz not null,
      primary key (ars, id),
      foreign key (ars, ars) references accounts.organisation (ars, id) on update cascade,
      check ((decision is null) = (decided_at is null))
    );
    create index sprint_ends on sprints.sprint (ends_on);

    -- What the house brought into the room: a copy, with where it came from.
    create table sprints.backlog_item (
      ars text not null,
      sprint_id uuid not null,
      id uuid not null,
      kind text not null check (kind in ('report', 'responsibility-gap', 'decaying-measure', 'agenda-gap', 'comment')),
      origin_id text not null check (length(origin_id) between 1 and 100),
      title text not null check (length(title) between 1 and 300),
      note text not null default '' check (length(note) <= 1000),
      path text not null default '' check (length(path) <= 300),
      added_at timestamptz not null,
      primary key (ars, sprint_id, id),
      unique (ars, sprint_id, kind, origin_id),
      foreign key (ars, sprint_id) references sprints.sprint (ars, id) on update cascade on delete cascade
    );

    create table sprints.invitation (
      ars text not null,
      sprint_id uuid not null,
      id uuid not null,
      party text not null check (party in ('town-hall', 'residents', 'firms')),
      secret_hash text not null,
      made_at timestamptz not null,
      ended_at timestamptz,
      primary key (ars, sprint_id, id),
      unique (ars, secret_hash),
      foreign key (ars, sprint_id) references sprints.sprint (ars, id) on update cascade on delete cascade
    );
    create index invitation_by_secret on sprints.invitation (secret_hash);

    -- Somebody in the room under a name of one's choice; no account, no address.
    create table sprints.participant (
      ars text not null,
      sprint_id uuid not null,
      id uuid not null,
      party text not null check (party in ('town-hall', 'residents', 'firms')),
      name text not null check (length(name) between 1 and 40),
      secret_hash text not null,
      joined_at timestamptz not null,
      removed_at timestamptz,
      primary key (ars, sprint_id, id),
      unique (ars, sprint_id, secret_hash),
      foreign key (ars, sprint_id) references sprints.sprint (ars, id) on update cascade on delete cascade
    );

    -- An idea, a picture of paper, or a word on an idea. Without its participant it stays, without a name.
    create table sprints.contribution (
      ars text not null,
      sprint_id uuid not null,
      id uuid not null,
      kind text not null check (kind in ('idea', 'comment', 'picture')),
      idea_id uuid,
      participant_id uuid,
      party text not null check (party in ('town-hall', 'residents', 'firms')),
      way text not null check (way in ('page', 'phone', 'paper')),
      phase text not null check (phase in ('understand', 'sketch', 'decide', 'prototype', 'test')),
      text text not null check (length(text) between 1 and 1000),
      picture bytea,
      sight text not null default 'room' check (sight in ('room', 'public', 'hidden')),
      hidden_rule text check (hidden_rule in ('insult', 'personal-data', 'advertising', 'off-topic')),
      written_at timestamptz not null,
      primary key (ars, sprint_id, id),
      foreign key (ars, sprint_id) references sprints.sprint (ars, id) on update cascade on delete cascade,
      foreign key (ars, sprint_id, idea_id) references sprints.contribution (ars, sprint_id, id)
        on update cascade on delete cascade,
      foreign key (ars, sprint_id, participant_id) references sprints.participant (ars, sprint_id, id)
        on update cascade on delete set null (participant_id),
      check ((kind = 'comment') = (idea_id is not null)),
      check ((kind = 'picture') = (picture is not null)),
      check ((sight = 'hidden') = (hidden_rule is not null))
    );
    create index contribution_of_idea on sprints.contribution (ars, sprint_id, idea_id);
    create index contribution_of_participant on sprints.contribution (ars, sprint_id, participant_id);

    create table sprints.vote_round (
      ars text not null,
      sprint_id uuid not null,
      id uuid not null,
      kind text not null check (kind in ('one', 'dots')),
      dots integer not null check (dots between 1 and 10),
      opened_at timestamptz not null,
      closed_at timestamptz,
      -- Ballots that were counted when it was closed.
      ballots integer not null default 0 check (ballots >= 0),
      primary key (ars, sprint_id, id),
      foreign key (ars, sprint_id) references sprints.sprint (ars, id) on update cascade on delete cascade
    );
    create unique index one_open_round on sprints.vote_round (ars, sprint_id) where closed_at is null;

    -- Who has voted: a hash of the secret in the browser, which is stored nowhere. What, stands in no row.
    create table sprints.ballot (
      ars text not null,
      sprint_id uuid not null,
      round_id uuid not null,
      voter_hash text not null check (voter_hash ~ '^[0-9a-f]{64}$'),
      primary key (ars, sprint_id, round_id, voter_hash),
      foreign key (ars, sprint_id, round_id) references sprints.vote_round (ars, sprint_id, id)
        on update cascade on delete cascade
    );
    -- Sums alone.
    create table sprints.tally (
      ars text not null,
      sprint_id uuid not null,
      round_id uuid not null,
      idea_id uuid not null,
      votes integer not null check (votes >= 0),
      primary key (ars, sprint_id, round_id, idea_id),
      foreign key (ars, sprint_id, round_id) references sprints.vote_round (ars, sprint_id, id)
        on update cascade on delete cascade,
      foreign key (ars, sprint_id, idea_id) references sprints.contribution (ars, sprint_id, id)
        on update cascade on delete cascade
    );

    -- What the sprint hands on; the module that takes it gives its own the same id.
    create table sprints.output (
      ars text not null,
      sprint_id uuid not null,
      id uuid not null,
      kind text not null check (kind in ('measure', 'pilot', 'entry')),
      title text not null check (length(title) between 1 and 120),
      text text not null default '' check (length(text) <= 1000),
      made_at timestamptz not null,
      primary key (ars, sprint_id, id),
      foreign key (ars, sprint_id) references sprints.sprint (ars, id) on update cascade on delete cascade
    );
  `,
};
