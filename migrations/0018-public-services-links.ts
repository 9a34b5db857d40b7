import type { Migration } from '../src/foundation/database/migrate.ts';

export const publicServicesLinks: Migration = {
  name: '0018-public-services-links',
  sql: `
    create table public_services.link_check (
      ars text not null,
      url text not null,
      checked_at timestamptz not null,
      next_at timestamptz not null,
      -- In a row: one night without an answer says little.
      failures integer not null,
      primary key (ars, url)
    );
    alter table public_services.coverage_finding drop constraint coverage_finding_kind_check;
    alter table public_services.coverage_finding add constraint coverage_finding_kind_check
      check (kind in ('expired', 'contradiction', 'no-address', 'circle', 'dead-link'));
  `,
};
