import type { Migration } from '../src/foundation/database/migrate.ts';

export const pilots: Migration = {
  name: '0067-pilots',
  sql: `
    create schema pilots;

    -- A trial with its effect: the plan is free until it is frozen, and stays as it was from then on.
    create table pilots.pilot (
      ars text not null,
      id uuid not null,
      plan jsonb not null,
      state text not null default 'draft' check (state in ('draft', 'frozen', 'evaluated', 'published')),
      revision integer not null default 1,
      plan_hash text check (plan_hash ~ '^[0-9a-f]{64}$'),
      frozen_at timestamptz,
      result jsonb,
      evaluated_at timestamptz,
      recommendation jsonb,
      published_at timestamptz,
      demonstration boolean not null default false,
      created_at timestamptz not null,
      changed_at timestamptz not null,
      primary key (ars, id),
      foreign key (ars, ars) references accounts.organisation (ars, id) on update cascade,
      check ((frozen_at is null) = (plan_hash is null)),
      check ((state = 'draft') = (frozen_at is null)),
      check ((state in ('evaluated', 'published')) = (result is not null)),
      check ((state = 'published') = (published_at is not null)),
      check (state <> 'published' or recommendation is not null)
    );
    create index pilot_published on pilots.pilot (published_at desc) where state = 'published';

    create function pilots.keep_plan() returns trigger language plpgsql as $$
    begin
      if old.frozen_at is not null and (new.plan, new.plan_hash, new.frozen_at)
          is distinct from (old.plan, old.plan_hash, old.frozen_at) then
        raise exception 'a frozen plan does not change' using errcode = 'restrict_violation';
      end if;
      if old.published_at is not null and (new.result, new.recommendation, new.published_at)
          is distinct from (old.result, old.recommendation, old.published_at) then
        raise exception 'a published effect does not change' using errcode = 'restrict_violation';
      end if;
      return new;
    end $$;
    create trigger keep_plan before update on pilots.pilot for each row execute function pilots.keep_plan();

    -- What was measured before the start: copied once, hashed, never touched again.
    create table pilots.baseline (
      ars text not null,
      pilot_id uuid not null,
      content jsonb not null,
      hash text not null check (hash ~ '^[0-9a-f]{64}$'),
      frozen_at timestamptz not null,
      primary key (ars, pilot_id),
      foreign key (ars, pilot_id) references pilots.pilot (ars, id) on update cascade on delete cascade
    );
    create function pilots.keep_baseline() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' then
        -- With its pilot it may go; by itself it may not.
        if exists (select from pilots.pilot where ars = old.ars and id = old.pilot_id) then
          raise exception 'a frozen baseline does not change' using errcode = 'restrict_violation';
        end if;
        return old;
      end if;
      if (to_jsonb(new) - 'ars') is distinct from (to_jsonb(old) - 'ars') then
        raise exception 'a frozen baseline does not change' using errcode = 'restrict_violation';
      end if;
      return new;
    end $$;
    create trigger keep_baseline before update or delete on pilots.baseline
      for each row execute function pilots.keep_baseline();

    -- Daily values that the town brings itself.
    create table pilots.own_series (
      ars text not null,
      pilot_id uuid not null,
      id uuid not null,
      name text not null check (length(name) between 1 and 120),
      unit text not null default '' check (length(unit) <= 40),
      source text not null check (length(source) between 1 and 300),
      days jsonb not null,
      changed_at timestamptz not null,
      primary key (ars, pilot_id, id),
      unique (ars, pilot_id, name),
      foreign key (ars, pilot_id) references pilots.pilot (ars, id) on update cascade on delete cascade
    );

    -- What happened on the way.
    create table pilots.run_event (
      ars text not null,
      pilot_id uuid not null,
      id uuid not null,
      day date not null,
      text text not null check (length(text) between 1 and 500),
      noted_at timestamptz not null,
      primary key (ars, pilot_id, id),
      foreign key (ars, pilot_id) references pilots.pilot (ars, id) on update cascade on delete cascade
    );
  `,
};
