import type { Migration } from '../src/foundation/database/migrate.ts';

export const parkingHosts: Migration = {
  name: '0037-parking-hosts',
  sql: `
    -- So many of the spaces are kept for the neighbourhood: others are promised what lies above.
    alter table parking.pool add column neighbour_spaces smallint not null default 0
      check (neighbour_spaces between 0 and capacity);

    -- Of the wishes for an area at least this share should be promised; 0: no floor.
    alter table parking.zone add column floor_percent smallint not null default 0 check (floor_percent between 0 and 100);

    -- A promise that a host did not keep. Three in 90 days stop what the host shares.
    create table parking.host_strike (
      ars text not null,
      id uuid not null,
      host_id uuid not null,
      pool_id uuid not null,
      cause text not null check (cause in ('taken', 'recalled')),
      at timestamptz not null,
      primary key (ars, id),
      foreign key (ars, host_id) references parking.host (ars, id) on delete cascade on update cascade,
      foreign key (ars, pool_id) references parking.pool (ars, id) on delete cascade on update cascade
    );
    create index host_strike_of_host on parking.host_strike (ars, host_id, at);

    -- Drawn anew from what was sent, as JPEG. Of the entrance of a pool, or of a space that was taken.
    create table parking.photo (
      ars text not null,
      id uuid not null,
      pool_id uuid not null,
      -- Absent: the picture of the entrance.
      strike_id uuid,
      content bytea not null,
      made_at timestamptz not null,
      primary key (ars, id),
      foreign key (ars, pool_id) references parking.pool (ars, id) on delete cascade on update cascade,
      foreign key (ars, strike_id) references parking.host_strike (ars, id) on delete cascade on update cascade
    );
    create unique index photo_of_entrance on parking.photo (ars, pool_id) where strike_id is null;
    create index photo_of_strike on parking.photo (ars, strike_id) where strike_id is not null;
  `,
};
