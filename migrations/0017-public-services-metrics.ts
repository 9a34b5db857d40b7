import type { Migration } from '../src/foundation/database/migrate.ts';

// Counts by the day, and no more: applications are deleted after their time, what they say about a service stays.
export const publicServicesMetrics: Migration = {
  name: '0017-public-services-metrics',
  sql: `
    create table public_services.form_use (
      ars text not null references municipalities.municipality (ars),
      form_id text not null,
      day date not null,
      happening text not null
        check (happening in ('visited', 'started', 'completed', 'withdrawn', 'decided', 'rated')),
      -- Days until the decision, the mark from 1 to 5, otherwise 0.
      value smallint not null default 0 check (value >= 0 and (happening <> 'rated' or value between 1 and 5)),
      count integer not null check (count > 0),
      primary key (ars, form_id, day, happening, value)
    );

    -- Names no application and no time of day: nobody finds out whose it is.
    create table public_services.form_comment (
      ars text not null,
      id uuid not null,
      form_id text not null,
      day date not null,
      key_number integer not null,
      content bytea not null,
      primary key (ars, id),
      foreign key (ars, key_number) references public_services.data_key (ars, number)
    );
    create index form_comment_key on public_services.form_comment (ars, key_number);

    alter table public_services.application add rated boolean not null default false;
  `,
};
