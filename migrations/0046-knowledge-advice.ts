import type { Migration } from '../src/foundation/database/migrate.ts';

export const knowledgeAdvice: Migration = {
  name: '0046-knowledge-advice',
  sql: `
    -- What an organisation wants to know of others. Organisations ask and answer; people stand in the log alone.
    create table knowledge.advice_question (
      ars text not null,
      organisation_id text not null,
      id uuid not null,
      title text not null check (length(title) between 1 and 120),
      question text not null check (length(question) between 1 and 4000),
      field text not null,
      words text not null default '',
      entry_id uuid,
      most_population integer,
      is_public boolean not null,
      demonstration boolean not null default false,
      asked_at timestamptz not null,
      closed_at timestamptz,
      thanks text not null default '',
      primary key (ars, id),
      foreign key (ars, organisation_id) references accounts.organisation (ars, id) on update cascade
    );
    create index advice_question_by_id on knowledge.advice_question (id);
    create index advice_question_public on knowledge.advice_question (asked_at desc) where is_public;

    -- Who is asked, why, and what became of it. Who helps may live in another house later: no key leads there.
    create table knowledge.advice_thread (
      ars text not null,
      question_id uuid not null,
      helper_ars text not null,
      helper_id text not null,
      helper_name text not null,
      role text not null check (role in ('town', 'centre', 'partner', 'volunteer')),
      reasons jsonb not null,
      -- How many people there have heard of it; 0 is a desk where nobody works yet.
      told integer not null,
      way text check (way in ('answer', 'visit', 'call', 'decline')),
      first_day date,
      second_day date,
      chosen_day date,
      answered_at timestamptz,
      hours_given numeric(5, 1) check (hours_given > 0),
      hours_taken numeric(5, 1) check (hours_taken > 0),
      entry_id uuid,
      primary key (ars, question_id, helper_ars, helper_id),
      foreign key (ars, question_id) references knowledge.advice_question (ars, id) on update cascade on delete cascade,
      check ((way is null) = (answered_at is null)),
      check (chosen_day is null or chosen_day in (first_day, second_day))
    );
    create index advice_thread_of_helper on knowledge.advice_thread (helper_ars, helper_id);

    create table knowledge.advice_message (
      ars text not null,
      question_id uuid not null,
      helper_ars text not null,
      helper_id text not null,
      number integer not null check (number > 0),
      from_asker boolean not null,
      text text not null check (length(text) between 1 and 8000),
      written_at timestamptz not null,
      primary key (ars, question_id, helper_ars, helper_id, number),
      foreign key (ars, question_id, helper_ars, helper_id)
        references knowledge.advice_thread (ars, question_id, helper_ars, helper_id) on update cascade on delete cascade
    );
  `,
};
