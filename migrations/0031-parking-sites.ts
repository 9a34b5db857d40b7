import type { Migration } from '../src/foundation/database/migrate.ts';

// A site lies in the municipality where it stands, whoever publishes it; a source belongs to the unit that hands it on.
// The count stands in the row of its site, and each change of it once more in site_count.
export const parkingSites: Migration = {
  name: '0031-parking-sites',
  sql: `
    create table parking.source (
      ars text not null references municipalities.municipality (ars) on update cascade,
      id text not null check (id ~ '^[a-z0-9][a-z0-9-]{0,60}$'),
      name text not null,
      format text not null,
      url text,
      -- A source of counts alone: the sites stand in another one of the same unit.
      counts_for text,
      licence text,
      attribution text not null,
      demonstration boolean not null default false,
      etag text,
      last_modified text,
      content_hash text,
      -- The last reading; an older one is of no use to anybody.
      read_at timestamptz,
      tried_at timestamptz,
      has_counts boolean not null default false,
      counts jsonb not null default '{}',
      rejected jsonb not null default '[]',
      failure text,
      primary key (ars, id),
      foreign key (ars, counts_for) references parking.source (ars, id) on update cascade
    );

    create table parking.site (
      ars text not null references municipalities.municipality (ars) on update cascade,
      id uuid not null,
      source_ars text not null,
      source_id text not null,
      foreign_id text not null,
      content_hash text not null,
      name text not null,
      purpose text not null check (purpose in ('car', 'bike')),
      kind text not null check (kind in ('surface', 'garage', 'underground', 'street', 'parkAndRide', 'spot', 'stands',
        'lockers', 'shed', 'other')),
      lon double precision not null,
      lat double precision not null,
      pt point not null,
      address text,
      capacity integer check (capacity > 0),
      capacity_for jsonb not null default '{}',
      is_free boolean,
      fee_text text,
      height_cm smallint,
      max_stay_minutes integer,
      opening_hours text,
      operator text,
      description text,
      url text,
      -- How full it is. A count that cannot be (negative, more than there are) is kept as it was said.
      free integer,
      occupied integer,
      counted_of integer,
      counted_at timestamptz,
      count_kind text check (count_kind in ('realtime', 'forecast', 'unknown')),
      count_quality text check (count_quality in ('plausible', 'negative', 'overCapacity')),
      count_read_at timestamptz,
      created_at timestamptz not null,
      changed_at timestamptz not null,
      withdrawn_at timestamptz,
      primary key (ars, id),
      unique (ars, source_ars, source_id, foreign_id),
      foreign key (source_ars, source_id) references parking.source (ars, id) on update cascade,
      check ((free is null and occupied is null) or (count_kind is not null and count_quality is not null
        and count_read_at is not null))
    );
    create index site_near on parking.site using gist (pt) where withdrawn_at is null;
    create index site_of_source on parking.site (source_ars, source_id);

    create table parking.site_count (
      ars text not null,
      site_id uuid not null,
      at timestamptz not null,
      free integer,
      occupied integer,
      counted_of integer,
      count_kind text not null,
      count_quality text not null,
      primary key (ars, site_id, at),
      foreign key (ars, site_id) references parking.site (ars, id) on delete cascade on update cascade
    );
    create index site_count_old on parking.site_count (at);
  `,
};
