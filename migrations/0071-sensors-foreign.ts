import type { Migration } from '../src/foundation/database/migrate.ts';

export const sensorsForeign: Migration = {
  name: '0071-sensors-foreign',
  sql: `
    -- Which stream stands for which one of another system: taken again, nothing is made twice.
    create table sensors.foreign_stream (
      ars text not null,
      source text not null,
      thing_key text not null,
      stream_key text not null,
      thing_id bigint not null,
      datastream_id bigint not null,
      primary key (ars, source, thing_key, stream_key),
      foreign key (ars, thing_id) references sensors.thing (ars, id) on update cascade on delete cascade,
      foreign key (ars, datastream_id) references sensors.datastream (ars, id) on update cascade on delete cascade
    );
    create index foreign_stream_by_thing on sensors.foreign_stream (ars, thing_id);
    create index foreign_stream_by_stream on sensors.foreign_stream (ars, datastream_id);

    -- 3: doubtful. It stays and can be seen.
    alter table sensors.observation drop constraint observation_quality_check;
    alter table sensors.observation add constraint observation_quality_check check (quality between 0 and 3);

  `,
};
