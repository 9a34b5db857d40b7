import type { Migration } from '../src/foundation/database/migrate.ts';

export const sensors: Migration = {
  name: '0064-sensors',
  sql: `
    create schema sensors;

    -- OGC SensorThings wants whole numbers. A town takes its sensors along to another house with their addresses:
    -- each house counts in a block of its own, so that they do not meet there.
    create sequence sensors.entity_id;
    select setval('sensors.entity_id', (1 + floor(random() * 90000))::bigint * 1000000, true);
    create sequence sensors.observation_id;

    create table sensors.thing (
      ars text not null,
      id bigint not null default nextval('sensors.entity_id'),
      name text not null check (length(name) between 1 and 200),
      description text not null check (length(description) <= 4000),
      properties jsonb not null default '{}',
      kind text not null,
      -- The privacy budget of the place: what for, by which law, who, for how long, and who is to be asked.
      purpose text not null default '',
      legal_basis text not null default '',
      operator text not null default '',
      contact text not null default '',
      kept text not null default '',
      dpia_link text not null default '',
      dpia_approved_on date,
      dpia_approved_role text,
      demonstration boolean not null default false,
      revision integer not null default 1,
      created_at timestamptz not null,
      changed_at timestamptz not null,
      primary key (ars, id),
      check ((dpia_approved_on is null) = (dpia_approved_role is null)),
      check (kind not in ('camera', 'plateReader') or dpia_approved_on is not null)
    );
    create index thing_by_id on sensors.thing (id);

    create table sensors.location (
      ars text not null,
      id bigint not null default nextval('sensors.entity_id'),
      name text not null,
      description text not null,
      encoding_type text not null,
      location jsonb not null,
      -- Of an area its middle: what filters and maps look at. pt: EPSG:25832.
      lon double precision not null,
      lat double precision not null,
      pt point not null,
      properties jsonb not null default '{}',
      primary key (ars, id)
    );
    create index location_by_id on sensors.location (id);

    create table sensors.thing_location (
      ars text not null,
      thing_id bigint not null,
      location_id bigint not null,
      primary key (ars, thing_id, location_id),
      foreign key (ars, thing_id) references sensors.thing (ars, id) on update cascade on delete cascade,
      foreign key (ars, location_id) references sensors.location (ars, id) on update cascade on delete cascade
    );
    create index thing_location_by_location on sensors.thing_location (ars, location_id);

    create table sensors.historical_location (
      ars text not null,
      id bigint not null default nextval('sensors.entity_id'),
      thing_id bigint not null,
      at timestamptz not null,
      primary key (ars, id),
      foreign key (ars, thing_id) references sensors.thing (ars, id) on update cascade on delete cascade
    );
    create index historical_location_by_id on sensors.historical_location (id);
    create index historical_location_by_thing on sensors.historical_location (ars, thing_id);

    create table sensors.location_then (
      ars text not null,
      historical_location_id bigint not null,
      location_id bigint not null,
      primary key (ars, historical_location_id, location_id),
      foreign key (ars, historical_location_id) references sensors.historical_location (ars, id)
        on update cascade on delete cascade,
      foreign key (ars, location_id) references sensors.location (ars, id) on update cascade on delete cascade
    );
    create index location_then_by_location on sensors.location_then (ars, location_id);

    create table sensors.sensor (
      ars text not null,
      id bigint not null default nextval('sensors.entity_id'),
      name text not null,
      description text not null,
      encoding_type text not null,
      metadata text not null,
      properties jsonb not null default '{}',
      primary key (ars, id)
    );
    create index sensor_by_id on sensors.sensor (id);

    create table sensors.observed_property (
      ars text not null,
      id bigint not null default nextval('sensors.entity_id'),
      name text not null,
      definition text not null,
      description text not null,
      properties jsonb not null default '{}',
      primary key (ars, id)
    );
    create index observed_property_by_id on sensors.observed_property (id);

    create table sensors.feature (
      ars text not null,
      id bigint not null default nextval('sensors.entity_id'),
      name text not null,
      description text not null,
      encoding_type text not null,
      feature jsonb not null,
      lon double precision not null,
      lat double precision not null,
      pt point not null,
      properties jsonb not null default '{}',
      -- Made from this location of a thing.
      location_id bigint,
      primary key (ars, id),
      foreign key (ars, location_id) references sensors.location (ars, id) on update cascade on delete set null (location_id)
    );
    create index feature_by_id on sensors.feature (id);
    create index feature_by_location on sensors.feature (ars, location_id) where location_id is not null;

    create table sensors.datastream (
      ars text not null,
      id bigint not null default nextval('sensors.entity_id'),
      thing_id bigint not null,
      sensor_id bigint not null,
      observed_property_id bigint not null,
      name text not null,
      description text not null,
      observation_type text not null,
      unit_name text not null,
      unit_symbol text not null,
      unit_definition text not null,
      properties jsonb not null default '{}',
      -- Single values older than this go; absent: they stay.
      kept_days integer check (kept_days between 1 and 36500),
      -- One reading in so many seconds is expected; absent: nobody has said so.
      expected_seconds integer check (expected_seconds between 1 and 31536000),
      -- Nothing from before is taken any more: the hours of those days are closed.
      pruned_before timestamptz,
      primary key (ars, id),
      foreign key (ars, thing_id) references sensors.thing (ars, id) on update cascade on delete cascade,
      foreign key (ars, sensor_id) references sensors.sensor (ars, id) on update cascade on delete cascade,
      foreign key (ars, observed_property_id) references sensors.observed_property (ars, id)
        on update cascade on delete cascade
    );
    create index datastream_by_id on sensors.datastream (id);
    create index datastream_by_thing on sensors.datastream (ars, thing_id);
    create index datastream_by_sensor on sensors.datastream (ars, sensor_id);
    create index datastream_by_property on sensors.datastream (ars, observed_property_id);

    -- One row for each moment of a stream: a repeated reading finds its row. No foreign key: it would cost as much as
    -- the row itself; readings are written with their stream's row locked, and go with it.
    create table sensors.observation (
      ars text not null,
      datastream_id bigint not null,
      at timestamptz not null,
      until timestamptz,
      value double precision not null,
      -- 0 as read, 1 checked, 2 corrected.
      quality smallint not null default 0 check (quality between 0 and 2),
      reason text,
      -- As it was read first, where it was corrected.
      first_value double precision,
      corrected_at timestamptz,
      result_at timestamptz,
      feature_id bigint,
      extra jsonb,
      id bigint not null default nextval('sensors.observation_id'),
      primary key (ars, datastream_id, at),
      check (until > at),
      check ((first_value is null) = (corrected_at is null)),
      check (quality <> 2 or first_value is not null)
    ) partition by range (at);
    create index observation_by_id on sensors.observation (id);
    create table sensors.observation_before_2010 partition of sensors.observation for values from (minvalue) to ('2010-01-01Z');

    -- Which streams have observed a feature: its observations are found through them, without an index on every row.
    create table sensors.feature_stream (
      ars text not null,
      feature_id bigint not null,
      datastream_id bigint not null,
      primary key (ars, feature_id, datastream_id),
      foreign key (ars, feature_id) references sensors.feature (ars, id) on update cascade on delete cascade,
      foreign key (ars, datastream_id) references sensors.datastream (ars, id) on update cascade on delete cascade
    );
    create index feature_stream_by_stream on sensors.feature_stream (ars, datastream_id);

    -- Months that have no partition yet. Attaching one lets others go on reading and writing.
    create function sensors.make_partitions(months date[]) returns integer language plpgsql as $make$
    declare
      month date;
      name text;
      made integer := 0;
    begin
      foreach month in array months loop
        name := 'observation_' || to_char(month, 'YYYY_MM');
        if month >= '2010-01-01' and to_regclass('sensors.' || name) is null then
          perform pg_advisory_xact_lock(64, 1);
          if to_regclass('sensors.' || name) is null then
            execute format('create table sensors.%I (like sensors.observation including defaults including constraints)', name);
            execute format('alter table sensors.observation attach partition sensors.%I for values from (%L) to (%L)',
              name, to_char(month, 'YYYY-MM-DD') || 'Z', to_char(month + interval '1 month', 'YYYY-MM-DD') || 'Z');
            made := made + 1;
          end if;
        end if;
      end loop;
      return made;
    end $make$;

    create table sensors.hour_rollup (
      ars text not null,
      datastream_id bigint not null,
      at timestamptz not null,
      count integer not null,
      sum double precision not null,
      min double precision not null,
      max double precision not null,
      primary key (ars, datastream_id, at),
      foreign key (ars, datastream_id) references sensors.datastream (ars, id) on update cascade on delete cascade
    );

    -- at: midnight in Berlin.
    create table sensors.day_rollup (
      ars text not null,
      datastream_id bigint not null,
      at timestamptz not null,
      count integer not null,
      sum double precision not null,
      min double precision not null,
      max double precision not null,
      primary key (ars, datastream_id, at),
      foreign key (ars, datastream_id) references sensors.datastream (ars, id) on update cascade on delete cascade
    );

    -- Hours whose rollups are to be computed anew.
    create table sensors.dirty_hour (
      ars text not null,
      datastream_id bigint not null,
      at timestamptz not null,
      primary key (ars, datastream_id, at),
      foreign key (ars, datastream_id) references sensors.datastream (ars, id) on update cascade on delete cascade
    );
  `,
};
