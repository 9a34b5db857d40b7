import type { Migration } from '../src/foundation/database/migrate.ts';

export const parkingTownDays: Migration = {
  name: '0044-parking-town-days',
  sql: `
    -- Days that count as a Sunday in one town alone: a local holiday, the fair.
    create table parking.rest_day (
      ars text not null references municipalities.municipality (ars) on update cascade,
      day date not null,
      name text not null check (length(name) between 1 and 100),
      primary key (ars, day)
    );

    -- In which area of the town somebody found no space; empty: in none of them.
    alter table parking.refusal add column zone text not null default '';
    alter table parking.refusal drop constraint refusal_pkey, add primary key (ars, day, hour, reason, zone);
  `,
};
