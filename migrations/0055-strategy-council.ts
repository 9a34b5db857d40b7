import type { Migration } from '../src/foundation/database/migrate.ts';

export const strategyCouncil: Migration = {
  name: '0055-strategy-council',
  sql: `
    -- What is put before the council: of one measure, or (null) of the whole agenda.
    create table strategy.council_paper (
      ars text not null references strategy.agenda (ars) on update cascade,
      id uuid not null,
      measure_id uuid,
      facts jsonb not null,
      -- What the council decided, for good: day, body, text, address or id of the paper.
      resolution jsonb,
      revision integer not null default 1,
      created_at timestamptz not null,
      changed_at timestamptz not null,
      primary key (ars, id),
      foreign key (ars, measure_id) references strategy.measure (ars, id) on update cascade on delete cascade
    );
  `,
};
