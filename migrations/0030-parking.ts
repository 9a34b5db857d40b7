import type { Migration } from '../src/foundation/database/migrate.ts';

// Time is cut into slots of five minutes since 1970, so that neither midnight nor the change of clocks is special. What
// is promised counts in slot_load: the check lets no slot of a pool rise above its capacity, whoever asks at once. Once
// a unit is named, stay excludes a second one on it at the same time, buffer included.
export const parking: Migration = {
  name: '0030-parking',
  sql: `
    create schema parking;

    -- The corridor of prices that a council set, and where it has published that sharing is wanted.
    create table parking.zone (
      ars text not null references municipalities.municipality (ars) on update cascade,
      id uuid not null,
      name text not null check (length(name) between 1 and 100),
      outline jsonb not null,
      highest_cents_per_hour integer not null check (highest_cents_per_hour between 0 and 2000),
      is_sharing_wanted boolean not null default false,
      resolution text not null default '',
      demonstration boolean not null default false,
      changed_at timestamptz not null,
      primary key (ars, id)
    );

    create table parking.host (
      ars text not null references municipalities.municipality (ars) on update cascade,
      id uuid not null,
      kind text not null check (kind in ('household', 'firm', 'church', 'school', 'housing', 'municipal')),
      name text not null check (length(name) between 1 and 200),
      person_id uuid references accounts.person (id) on delete set null,
      demonstration boolean not null default false,
      created_at timestamptz not null,
      primary key (ars, id)
    );
    create index host_of_person on parking.host (person_id) where person_id is not null;

    -- Interchangeable spaces at one entrance.
    create table parking.pool (
      ars text not null,
      id uuid not null,
      host_id uuid not null,
      name text not null check (length(name) between 1 and 200),
      kind text not null check (kind in ('open', 'garage')),
      lon double precision not null,
      lat double precision not null,
      pt point not null,
      address text not null default '',
      capacity smallint not null check (capacity between 1 and 500),
      -- In centimetres; absent is unknown.
      height_cm smallint check (height_cm between 150 and 600),
      vehicle_size text not null default 'car' check (vehicle_size in ('small', 'car', 'van')),
      is_covered boolean,
      is_step_free boolean,
      has_charging boolean not null default false,
      audience text not null default 'everybody'
        check (audience in ('everybody', 'neighbours', 'disabled', 'cargoBike')),
      access_kind text not null check (access_kind in ('open', 'code', 'keyBox', 'barrier')),
      -- Sealed: how one gets in.
      access_note text,
      cents_per_hour integer not null check (cents_per_hour between 0 and 2000),
      permit jsonb not null,
      permit_verdict text not null check (permit_verdict in ('green', 'amber', 'red')),
      permit_checked_at timestamptz not null,
      state text not null default 'draft' check (state in ('draft', 'shared', 'stopped')),
      created_at timestamptz not null,
      changed_at timestamptz not null,
      primary key (ars, id),
      foreign key (ars, host_id) references parking.host (ars, id) on update cascade,
      check (state <> 'shared' or permit_verdict = 'green')
    );
    create index pool_near on parking.pool using gist (pt) where state = 'shared';
    create index pool_of_host on parking.pool (ars, host_id);

    -- When a pool is shared: by the week, or on single days; what is shut wins. Minutes of the day in Berlin, and one
    -- that ends before it begins runs past midnight.
    create table parking.open_time (
      ars text not null,
      pool_id uuid not null,
      id uuid not null,
      is_open boolean not null,
      weekdays smallint[] not null default '{}',
      from_day date,
      to_day date,
      from_minute smallint not null check (from_minute between 0 and 1439),
      to_minute smallint not null check (to_minute between 0 and 1440),
      holidays text not null default 'any' check (holidays in ('any', 'only', 'never')),
      primary key (ars, pool_id, id),
      foreign key (ars, pool_id) references parking.pool (ars, id) on delete cascade on update cascade,
      check (from_day is null or to_day is null or from_day <= to_day)
    );

    create table parking.booking (
      ars text not null references municipalities.municipality (ars) on update cascade,
      id uuid not null,
      secret_hash text not null,
      person_id uuid references accounts.person (id) on delete set null,
      -- A second try of the same request finds the first.
      request_key uuid not null,
      state text not null check (state in ('promised', 'fixed', 'arrived', 'overstaying', 'left', 'noShow', 'cancelled',
        'failed')),
      pool_id uuid not null,
      unit smallint,
      lon double precision not null,
      lat double precision not null,
      label text not null default '',
      from_slot integer not null,
      to_slot integer not null,
      -- With the buffer behind it; clipped where the window ends.
      held_to_slot integer not null,
      walk_limit_m smallint not null check (walk_limit_m between 50 and 2000),
      needs jsonb not null default '{}',
      cents_per_hour integer not null,
      quoted_cents integer not null check (quoted_cents >= 0),
      -- A keyed hash: what was typed stands nowhere.
      plate_hash text,
      language text not null default 'de' check (language in ('de', 'en')),
      channel text not null default 'web' check (channel in ('web', 'phone', 'desk')),
      asked_at timestamptz not null,
      fixed_at timestamptz,
      arrived_at timestamptz,
      left_at timestamptz,
      ended_at timestamptz,
      charged_cents integer,
      primary key (ars, id),
      unique (ars, secret_hash),
      unique (ars, request_key),
      foreign key (ars, pool_id) references parking.pool (ars, id) on update cascade,
      check (from_slot < to_slot and to_slot <= held_to_slot),
      check (unit is null or state <> 'promised')
    );
    create index booking_of_pool on parking.booking (ars, pool_id, from_slot)
      where state in ('promised', 'fixed', 'arrived', 'overstaying');
    create index booking_due on parking.booking (from_slot)
      where state in ('promised', 'fixed', 'arrived', 'overstaying');
    create index booking_of_person on parking.booking (person_id) where person_id is not null;
    create index booking_of_plate on parking.booking (ars, plate_hash) where plate_hash is not null;

    -- Every change with its time and cause; appended only.
    create table parking.booking_event (
      ars text not null,
      booking_id uuid not null,
      seq smallint not null,
      at timestamptz not null,
      state text not null,
      cause text not null,
      primary key (ars, booking_id, seq),
      foreign key (ars, booking_id) references parking.booking (ars, id) on delete cascade on update cascade
    );

    create table parking.slot_load (
      ars text not null,
      pool_id uuid not null,
      slot integer not null,
      used smallint not null,
      capacity smallint not null,
      primary key (ars, pool_id, slot),
      foreign key (ars, pool_id) references parking.pool (ars, id) on delete cascade on update cascade,
      check (used between 0 and capacity)
    );

    create table parking.stay (
      ars text not null,
      pool_id uuid not null,
      unit smallint not null,
      booking_id uuid not null,
      during int4range not null,
      primary key (ars, pool_id, booking_id),
      foreign key (ars, booking_id) references parking.booking (ars, id) on delete cascade on update cascade,
      exclude using gist (ars with =, pool_id with =, unit with =, during with &&)
    );

    -- What an hour of a zone was worth on days like this one: minutes of search, by slot of the day. Published, never charged.
    create table parking.price_set (
      ars text not null references municipalities.municipality (ars) on update cascade,
      day_class text not null check (day_class in ('weekday', 'saturday', 'sunday')),
      made_at timestamptz not null,
      days smallint not null,
      kappa double precision not null,
      replay jsonb not null,
      prices jsonb not null,
      primary key (ars, day_class)
    );
  `,
};
