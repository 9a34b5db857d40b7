import type { Migration } from '../src/foundation/database/migrate.ts';

export const parkingDayPrices: Migration = {
  name: '0040-parking-day-prices',
  sql: `
    -- The prices of the night, learned anew during one day against what is promised by now.
    create table parking.day_price (
      ars text not null references municipalities.municipality (ars) on update cascade,
      day date not null,
      made_at timestamptz not null,
      prices jsonb not null,
      primary key (ars, day)
    );
  `,
};
