import type { Migration } from '../src/foundation/database/migrate.ts';

const TOPICS =
  "('account', 'review', 'suggestions', 'publishing', 'links', 'applications', 'parking', 'network', 'agenda', 'sensors', 'alerts')";
const CHOSEN = TOPICS.replace("'account', ", '');

export const sensorsGuard: Migration = {
  name: '0072-sensors-guard',
  sql: `
    -- How a stream is watched where the usual rules do not fit. Absent: as usual.
    create table sensors.stream_rule (
      ars text not null,
      datastream_id bigint not null,
      -- Silent after so many usual distances.
      silent_after integer check (silent_after between 2 and 1000),
      -- Frozen after so many equal values.
      frozen_after integer check (frozen_after between 3 and 10000),
      -- Implausible outside.
      lowest double precision,
      highest double precision,
      -- Jumping beyond so many robust deviations.
      jump_beyond double precision check (jump_beyond between 3 and 1000),
      primary key (ars, datastream_id),
      check (lowest < highest),
      foreign key (ars, datastream_id) references sensors.datastream (ars, id) on update cascade on delete cascade
    );

    create table sensors.finding (
      ars text not null,
      id uuid not null,
      datastream_id bigint not null,
      kind text not null check (kind in ('silent', 'frozen', 'implausible', 'jumping')),
      opened_at timestamptz not null,
      closed_at timestamptz,
      last_seen_at timestamptz not null,
      -- What the rule compared, for its sentence.
      seen double precision,
      bound double precision not null,
      primary key (ars, id),
      foreign key (ars, datastream_id) references sensors.datastream (ars, id) on update cascade on delete cascade
    );
    create unique index finding_open on sensors.finding (ars, datastream_id, kind) where closed_at is null;
    create index finding_by_stream on sensors.finding (ars, datastream_id);

    create table sensors.threshold (
      ars text not null,
      id uuid not null,
      datastream_id bigint not null,
      name text not null check (length(name) between 1 and 120),
      direction text not null check (direction in ('above', 'below')),
      raise_at double precision not null,
      -- Hysteresis: it is over only there.
      clear_at double precision not null,
      primary key (ars, id),
      check (case direction when 'above' then clear_at <= raise_at else clear_at >= raise_at end),
      foreign key (ars, datastream_id) references sensors.datastream (ars, id) on update cascade on delete cascade
    );
    create index threshold_by_stream on sensors.threshold (ars, datastream_id);

    create table sensors.alert (
      ars text not null,
      id uuid not null,
      threshold_id uuid not null,
      raised_at timestamptz not null,
      raised_value double precision not null,
      cleared_at timestamptz,
      cleared_value double precision,
      primary key (ars, id),
      foreign key (ars, threshold_id) references sensors.threshold (ars, id) on update cascade on delete cascade,
      check ((cleared_at is null) = (cleared_value is null))
    );
    create unique index alert_open on sensors.alert (ars, threshold_id) where cleared_at is null;
    create index alert_by_threshold on sensors.alert (ars, threshold_id);

    -- A building: which stream is its energy, which one the weather, and since when something is done.
    create table sensors.saving (
      ars text not null,
      datastream_id bigint not null,
      temperature_id bigint not null,
      measure text not null default '' check (length(measure) <= 200),
      begun_on date,
      primary key (ars, datastream_id),
      foreign key (ars, datastream_id) references sensors.datastream (ars, id) on update cascade on delete cascade,
      foreign key (ars, temperature_id) references sensors.datastream (ars, id) on update cascade on delete cascade
    );
    create index saving_by_temperature on sensors.saving (ars, temperature_id);

    alter table accounts.notice drop constraint notice_topic_check, add constraint notice_topic_check check (topic in ${TOPICS});
    alter table accounts.notice_pace drop constraint notice_pace_topic_check,
      add constraint notice_pace_topic_check check (topic in ${CHOSEN});
    alter table accounts.unsubscribe_link drop constraint unsubscribe_link_topic_check,
      add constraint unsubscribe_link_topic_check check (topic in ${CHOSEN});
  `,
};
