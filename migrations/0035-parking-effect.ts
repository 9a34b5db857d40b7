import type { Migration } from '../src/foundation/database/migrate.ts';

export const parkingEffect: Migration = {
  name: '0035-parking-effect',
  sql: `
    -- What the simulated centre answered; the same question is never computed twice. No person, no place but the town.
    create table parking.forecast (
      ars text not null references municipalities.municipality (ars) on update cascade,
      question_hash text not null check (question_hash ~ '^[0-9a-f]{64}$'),
      question jsonb not null,
      state text not null check (state in ('waiting', 'running', 'done', 'stopped', 'failed')),
      done integer not null default 0,
      steps integer not null default 0,
      answer jsonb,
      asked_at timestamptz not null,
      touched_at timestamptz not null,
      primary key (ars, question_hash),
      check ((state = 'done') = (answer is not null))
    );

    -- How a pilot will be measured. Frozen before it starts: from then on what was promised cannot be rewritten.
    create table parking.pilot_plan (
      ars text not null references municipalities.municipality (ars) on update cascade,
      id uuid not null,
      plan jsonb not null,
      power jsonb not null,
      demonstration boolean not null default false,
      changed_at timestamptz not null,
      frozen_at timestamptz,
      -- SHA-256 over the plan in canonical JSON (RFC 8785 order of keys).
      plan_hash text check (plan_hash ~ '^[0-9a-f]{64}$'),
      primary key (ars, id),
      check ((frozen_at is null) = (plan_hash is null))
    );
    create function parking.keep_frozen_plan() returns trigger language plpgsql as $$
    begin
      -- A merger of municipalities changes the key, and nothing else may change.
      if old.frozen_at is not null and (tg_op = 'DELETE'
        or (to_jsonb(new) - 'ars') is distinct from (to_jsonb(old) - 'ars')) then
        raise exception 'a frozen plan does not change' using errcode = 'restrict_violation';
      end if;
      return case tg_op when 'DELETE' then old else new end;
    end $$;
    create trigger keep_frozen_plan before update or delete on parking.pilot_plan
      for each row execute function parking.keep_frozen_plan();

    -- A file of measured drives. Taken back by mistake or for good, it stays visible that it was there.
    create table parking.pilot_upload (
      ars text not null,
      plan_id uuid not null,
      id uuid not null,
      file_hash text not null,
      taken integer not null,
      refused integer not null,
      uploaded_at timestamptz not null,
      withdrawn_at timestamptz,
      primary key (ars, id),
      unique (ars, plan_id, file_hash),
      foreign key (ars, plan_id) references parking.pilot_plan (ars, id) on update cascade
    );
    -- One measured drive: when, in which of the two districts, how long the search took. Nobody's name, plate or track.
    create table parking.pilot_drive (
      ars text not null,
      upload_id uuid not null,
      line integer not null,
      day date not null,
      hour smallint not null check (hour between 0 and 23),
      is_pilot boolean not null,
      seconds integer not null check (seconds between 0 and 7200),
      primary key (ars, upload_id, line),
      foreign key (ars, upload_id) references parking.pilot_upload (ars, id) on update cascade on delete cascade
    );
  `,
};
