import type { Migration } from '../src/foundation/database/migrate.ts';

export const knowledgeCommons: Migration = {
  name: '0047-knowledge-commons',
  sql: `
    -- What town halls give each other and take, without money. A line stays; a mistake is taken back by a further line.
    create table knowledge.commons_line (
      ars text not null,
      organisation_id text not null,
      id uuid not null,
      side text not null check (side in ('given', 'taken')),
      kind text not null check (kind in ('adviceHours', 'text', 'translation', 'form', 'check')),
      -- Hours of advice, else pieces; below zero in a line that takes another back.
      amount numeric(6, 1) not null check (amount <> 0),
      -- Empty where the question it was about is not public.
      what text not null check (length(what) <= 200),
      with_name text not null check (length(with_name) <= 120),
      corrects uuid,
      demonstration boolean not null default false,
      entered_at timestamptz not null,
      primary key (ars, id),
      foreign key (ars, organisation_id) references accounts.organisation (ars, id) on update cascade,
      foreign key (ars, corrects) references knowledge.commons_line (ars, id) on update cascade,
      unique (ars, corrects),
      check ((corrects is null) = (amount > 0))
    );
    create index commons_line_of_organisation on knowledge.commons_line (ars, organisation_id, entered_at desc);
    create function knowledge.keep_line() returns trigger language plpgsql as $$
    begin
      -- A key may follow its municipality; nothing else changes.
      if (to_jsonb(new) - 'ars' - 'organisation_id') is distinct from (to_jsonb(old) - 'ars' - 'organisation_id') then
        raise exception 'a line of the commons does not change' using errcode = 'restrict_violation';
      end if;
      return new;
    end $$;
    create trigger keep_line before update on knowledge.commons_line
      for each row execute function knowledge.keep_line();
  `,
};
