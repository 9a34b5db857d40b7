import type { Migration } from '../src/foundation/database/migrate.ts';

export const knowledgeMerge: Migration = {
  name: '0050-knowledge-merge',
  sql: `
    -- Two entries that tell of the same thing: this one points to the chief one. It lies with the entry that points.
    create table knowledge.entry_merge (
      ars text not null,
      id uuid not null,
      entry_id uuid not null,
      -- In any town: found by its id alone, as its address is.
      chief_id uuid not null check (chief_id <> entry_id),
      sentence text not null check (length(sentence) between 1 and 500),
      centre_ars text not null references municipalities.municipality (ars) on update cascade,
      centre_id text not null,
      state text not null check (state in ('asked', 'agreed', 'declined', 'undone')),
      asked_at timestamptz not null,
      settled_at timestamptz,
      primary key (ars, id),
      foreign key (ars, entry_id) references knowledge.entry (ars, id) on update cascade on delete cascade,
      check ((state = 'asked') = (settled_at is null))
    );
    create unique index entry_merge_standing on knowledge.entry_merge (ars, entry_id) where state in ('asked', 'agreed');
    create index entry_merge_chief on knowledge.entry_merge (chief_id) where state in ('asked', 'agreed');
    create index entry_merge_centre on knowledge.entry_merge (centre_ars, centre_id, asked_at desc);
    -- Titles that are alike are found among all without comparing each with each.
    create index entry_name_similar on knowledge.entry using gin (search_name gin_trgm_ops) where version is not null;
  `,
};
