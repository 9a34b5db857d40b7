import type { Migration } from '../src/foundation/database/migrate.ts';

export const strategyRoadmap: Migration = {
  name: '0053-strategy-roadmap',
  sql: `
    -- What a year of the agenda can bear; null is no limit.
    create table strategy.yearly_limit (
      ars text not null references strategy.agenda (ars) on update cascade on delete cascade,
      year integer not null check (year between 2000 and 2100),
      money bigint check (money between 0 and 10000000000),
      staff numeric(7, 2) check (staff between 0 and 10000),
      primary key (ars, year)
    );
  `,
};
