import type { Migration } from '../src/foundation/database/migrate.ts';

const oneOf = (side: string) => `num_nonnulls(${side}_field, ${side}_goal, ${side}_measure) = 1`;

export const strategyInteractions: Migration = {
  name: '0052-strategy-interactions',
  sql: `
    -- What works on what in an agenda: goes with either end. A field of action is known by its word.
    create table strategy.interaction (
      ars text not null references strategy.agenda (ars) on update cascade on delete cascade,
      id uuid not null,
      from_field text check (length(from_field) <= 60),
      from_goal uuid,
      from_measure uuid,
      to_field text check (length(to_field) <= 60),
      to_goal uuid,
      to_measure uuid,
      kind text not null check (kind in ('supports', 'hinders', 'needs', 'shares-resource')),
      strength integer not null check (strength between 1 and 3),
      delay_months integer not null check (delay_months between 0 and 240),
      reason text not null check (length(reason) between 1 and 2000),
      source text not null check (length(source) <= 500),
      -- What others hold against it; null is nothing.
      contested text check (length(contested) between 1 and 2000),
      changed_at timestamptz not null,
      primary key (ars, id),
      unique nulls not distinct (ars, from_field, from_goal, from_measure, to_field, to_goal, to_measure, kind),
      check (${oneOf('from')}),
      check (${oneOf('to')}),
      foreign key (ars, from_goal) references strategy.goal (ars, id) on update cascade on delete cascade,
      foreign key (ars, to_goal) references strategy.goal (ars, id) on update cascade on delete cascade,
      foreign key (ars, from_measure) references strategy.measure (ars, id) on update cascade on delete cascade,
      foreign key (ars, to_measure) references strategy.measure (ars, id) on update cascade on delete cascade
    );
  `,
};
