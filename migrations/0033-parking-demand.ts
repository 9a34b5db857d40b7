import type { Migration } from '../src/foundation/database/migrate.ts';

export const parkingDemand: Migration = {
  name: '0033-parking-demand',
  sql: `
    -- What was asked for on past days, and by nobody: a point rounded to a hundred metres, minutes of the day. Prices are
    -- learned from it; whether it was promised does not stand here.
    create table parking.demand (
      ars text not null,
      id uuid not null,
      day date not null,
      requested_minute smallint not null,
      x integer not null,
      y integer not null,
      arrival smallint not null,
      departure smallint not null check (departure > arrival),
      walk_limit smallint not null,
      primary key (ars, id)
    );
    create index demand_of_day on parking.demand (ars, day);
  `,
};
