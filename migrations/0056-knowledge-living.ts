import type { Migration } from '../src/foundation/database/migrate.ts';

export const knowledgeLiving: Migration = {
  name: '0056-knowledge-living',
  sql: `
    -- The running thing of a town behind an entry, and its last sign of life.
    create table knowledge.living (
      ars text not null,
      entry_id uuid not null,
      source_kind text not null check (source_kind in ('measure')),
      source_id uuid not null,
      state text not null,
      text text not null default '',
      figures jsonb not null default '[]',
      told_at timestamptz not null,
      primary key (ars, entry_id),
      unique (ars, source_id),
      foreign key (ars, entry_id) references knowledge.entry (ars, id) on update cascade on delete cascade
    );
  `,
};
