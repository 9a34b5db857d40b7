import type { Migration } from '../src/foundation/database/migrate.ts';

export const publicServicesReports: Migration = {
  name: '0024-public-services-reports',
  sql: `
    alter table public_services.wrong_office_report add column done_at timestamptz;

    -- Counts alone, by the day: how often somebody in a municipality looked a service up, and what they were told.
    create table public_services.service_use (
      ars text not null,
      service_id uuid not null,
      day date not null,
      answer text not null check (answer in ('one', 'ask', 'unknown')),
      count integer not null check (count > 0),
      primary key (ars, service_id, day, answer)
    );
  `,
};
