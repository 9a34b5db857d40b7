import type { Migration } from '../src/foundation/database/migrate.ts';

export const strategyOwnFrame: Migration = {
  name: '0062-strategy-own-frame',
  sql: `
    -- The form of a Land, a district or a town, answered by the same statements of the self-check.
    create table strategy.own_frame (
      ars text not null references strategy.agenda (ars) on update cascade on delete cascade,
      id uuid not null,
      title text not null check (length(title) between 1 and 200),
      source text not null default '' check (length(source) <= 500),
      lines jsonb not null,
      changed_at timestamptz not null,
      primary key (ars, id)
    );
  `,
};
