import type { Migration } from '../src/foundation/database/migrate.ts';

export const knowledgePartners: Migration = {
  name: '0048-knowledge-partners',
  sql: `
    -- What an organisation offers town halls and needs of them, in its own words.
    create table knowledge.partner (
      ars text not null,
      organisation_id text not null,
      kind text not null check (kind in ('firm', 'research', 'club', 'administration')),
      offers text not null check (length(offers) <= 600),
      needs text not null check (length(needs) <= 600),
      fields text[] not null,
      -- Wants to be asked for advice in these fields.
      advises boolean not null,
      is_shown boolean not null,
      demonstration boolean not null default false,
      changed_at timestamptz not null,
      primary key (ars, organisation_id),
      foreign key (ars, organisation_id) references accounts.organisation (ars, id) on update cascade
    );

    -- An entry that a partner names as its work. It counts when the entry names the partner and its town says yes.
    create table knowledge.partner_reference (
      ars text not null,
      organisation_id text not null,
      -- The entry lies in the rows of another municipality: no foreign key, it may be gone one day.
      entry_id uuid not null,
      answer text check (answer in ('confirmed', 'refused')),
      added_at timestamptz not null,
      answered_at timestamptz,
      primary key (ars, organisation_id, entry_id),
      foreign key (ars, organisation_id) references knowledge.partner (ars, organisation_id)
        on update cascade on delete cascade,
      check ((answer is null) = (answered_at is null))
    );
    create index partner_reference_of_entry on knowledge.partner_reference (entry_id);

    -- A gap or a plan that a town shows to towns nearby with the same one, and to nobody else.
    create table knowledge.cooperation (
      ars text not null,
      organisation_id text not null,
      id uuid not null,
      kind text not null check (kind in ('gap', 'plan')),
      field text not null,
      title text not null check (length(title) between 1 and 120),
      text text not null check (length(text) between 1 and 1000),
      -- Folded words of title and text, to be compared.
      folded text not null,
      demonstration boolean not null default false,
      began_at timestamptz not null,
      ended_at timestamptz,
      primary key (ars, id),
      foreign key (ars, organisation_id) references accounts.organisation (ars, id) on update cascade
    );
    create index cooperation_open on knowledge.cooperation (field) where ended_at is null;
  `,
};
