import type { Migration } from '../src/foundation/database/migrate.ts';

export const sensorsDesk: Migration = {
  name: '0065-sensors-desk',
  sql: `
    -- With which devices and programs write. The key itself is shown once and kept nowhere.
    create table sensors.access_key (
      ars text not null,
      id uuid not null,
      name text not null check (length(name) between 1 and 120),
      secret_hash text not null,
      created_at timestamptz not null,
      last_used_on date,
      withdrawn_at timestamptz,
      primary key (ars, id)
    );
    create index access_key_by_id on sensors.access_key (id);

    -- Somebody does not want to be measured at a place (Art. 21 GDPR).
    create table sensors.objection (
      ars text not null,
      id uuid not null,
      thing_id bigint not null,
      text text not null check (length(text) between 1 and 4000),
      contact text not null check (length(contact) <= 200),
      made_at timestamptz not null,
      handled_at timestamptz,
      primary key (ars, id),
      foreign key (ars, thing_id) references sensors.thing (ars, id) on update cascade on delete cascade
    );
    create index objection_by_thing on sensors.objection (ars, thing_id);
  `,
};
