import type { Migration } from '../src/foundation/database/migrate.ts';

export const strategyRisks: Migration = {
  name: '0058-strategy-risks',
  sql: `
    create table strategy.risk (
      ars text not null,
      measure_id uuid not null,
      id uuid not null,
      kind text not null,
      text text not null check (length(text) between 1 and 1000),
      likelihood smallint not null check (likelihood between 1 and 3),
      impact smallint not null check (impact between 1 and 3),
      mitigation text not null default '' check (length(mitigation) <= 2000),
      owner_role text not null default '' check (length(owner_role) <= 120),
      state text not null check (state in ('open', 'handled', 'accepted')),
      changed_at timestamptz not null,
      primary key (ars, measure_id, id),
      foreign key (ars, measure_id) references strategy.measure (ars, id) on update cascade on delete cascade
    );

    -- The data protection impact assessment (Art. 35 GDPR) of a measure.
    create table strategy.dpia (
      ars text not null,
      measure_id uuid not null,
      content jsonb not null,
      -- Who wrote last: somebody else signs.
      editor_id uuid references accounts.person (id) on delete set null,
      signed_at timestamptz,
      signed_role text,
      -- May serve others as a model, with its town.
      is_shared boolean not null default false,
      revision integer not null default 1,
      changed_at timestamptz not null,
      primary key (ars, measure_id),
      foreign key (ars, measure_id) references strategy.measure (ars, id) on update cascade on delete cascade,
      check ((signed_at is null) = (signed_role is null)),
      check (signed_at is not null or not is_shared)
    );
    create index dpia_shared on strategy.dpia (signed_at) where is_shared;
  `,
};
