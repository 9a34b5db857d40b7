import type { Migration } from '../src/foundation/database/migrate.ts';

export const parkingFloors: Migration = {
  name: '0038-parking-floors',
  sql: `
    -- Counted every night over the last week: how far an area is from its floor, and what its wishes weigh until then.
    alter table parking.zone
      add column floor_asked integer not null default 0,
      add column floor_served integer not null default 0,
      add column floor_weight double precision not null default 0 check (floor_weight between 0 and 3);
  `,
};
