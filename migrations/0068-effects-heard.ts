import type { Migration } from '../src/foundation/database/migrate.ts';

export const effectsHeard: Migration = {
  name: '0068-effects-heard',
  sql: `
    -- What pilots have shown of a measure, as it was told when it was published.
    create table strategy.measure_effect (
      ars text not null,
      measure_id uuid not null,
      pilot_id uuid not null,
      effect jsonb not null,
      told_at timestamptz not null,
      primary key (ars, measure_id, pilot_id),
      foreign key (ars, measure_id) references strategy.measure (ars, id) on update cascade on delete cascade
    );

    -- The same behind an entry of the library.
    create table knowledge.living_effect (
      ars text not null,
      entry_id uuid not null,
      pilot_id uuid not null,
      line text not null check (length(line) between 1 and 1000),
      path text not null,
      told_at timestamptz not null,
      primary key (ars, pilot_id),
      foreign key (ars, entry_id) references knowledge.entry (ars, id) on update cascade on delete cascade
    );
    create index living_effect_entry on knowledge.living_effect (entry_id);
  `,
};
