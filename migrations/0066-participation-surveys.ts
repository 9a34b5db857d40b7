import type { Migration } from '../src/foundation/database/migrate.ts';

export const participationSurveys: Migration = {
  name: '0066-participation-surveys',
  sql: `
    create table participation.survey (
      ars text not null references municipalities.municipality (ars) on update cascade,
      id uuid not null,
      title text not null check (length(title) between 1 and 200),
      lead text not null default '' check (length(lead) <= 2000),
      -- A page of this house that it is about: a goal, a measure, a service.
      about text not null default '' check (length(about) <= 300),
      closes_on date not null,
      questions jsonb not null,
      published_at timestamptz,
      changed_at timestamptz not null,
      primary key (ars, id)
    );

    -- Who answered is asked nowhere: a day, and what was said.
    create table participation.survey_answer (
      ars text not null,
      survey_id uuid not null,
      id uuid not null,
      said jsonb not null,
      answered_on date not null,
      primary key (ars, survey_id, id),
      foreign key (ars, survey_id) references participation.survey (ars, id) on update cascade on delete cascade
    );
  `,
};
