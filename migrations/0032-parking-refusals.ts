import type { Migration } from '../src/foundation/database/migrate.ts';

export const parkingRefusals: Migration = {
  name: '0032-parking-refusals',
  sql: `
    -- Counts alone, by hour and reason, for the municipality where somebody wanted to park: where spaces are missing.
    create table parking.refusal (
      ars text not null,
      day date not null,
      hour smallint not null check (hour between 0 and 23),
      reason text not null,
      count integer not null check (count > 0),
      primary key (ars, day, hour, reason)
    );
  `,
};
