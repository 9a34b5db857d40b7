import type { Migration } from '../src/foundation/database/migrate.ts';

const TOPICS =
  "('account', 'review', 'suggestions', 'publishing', 'links', 'applications', 'parking', 'network', 'agenda')";
const CHOSEN = TOPICS.replace("'account', ", '');

export const strategy: Migration = {
  name: '0051-strategy',
  sql: `
    create schema strategy;

    -- The digital agenda of a unit of the register: one each, kept under its own key.
    create table strategy.agenda (
      ars text primary key,
      vision text not null default '' check (length(vision) <= 4000),
      from_year integer not null check (from_year between 2000 and 2100),
      to_year integer not null check (to_year between from_year and from_year + 14),
      own_fields jsonb not null default '[]',
      revision integer not null default 1,
      -- The version that everybody sees; null is none yet.
      version integer,
      published_at timestamptz,
      demonstration boolean not null default false,
      changed_at timestamptz not null,
      foreign key (ars, ars) references accounts.organisation (ars, id) on update cascade
    );

    create table strategy.goal (
      ars text not null references strategy.agenda (ars) on update cascade on delete cascade,
      id uuid not null,
      title text not null check (length(title) between 1 and 200),
      text text not null default '' check (length(text) <= 2000),
      field text not null,
      position integer not null,
      changed_at timestamptz not null,
      primary key (ars, id)
    );

    -- What was decided once stays as it was, so that it can be cited.
    create table strategy.agenda_version (
      ars text not null references strategy.agenda (ars) on update cascade on delete cascade,
      version integer not null check (version > 0),
      content jsonb not null,
      published_at timestamptz not null,
      primary key (ars, version)
    );
    create function strategy.keep_version() returns trigger language plpgsql as $$
    begin
      if (to_jsonb(new) - 'ars') is distinct from (to_jsonb(old) - 'ars') then
        raise exception 'a published version does not change' using errcode = 'restrict_violation';
      end if;
      return new;
    end $$;
    create trigger keep_version before update on strategy.agenda_version
      for each row execute function strategy.keep_version();

    create table strategy.measure (
      ars text not null references strategy.agenda (ars) on update cascade on delete cascade,
      id uuid not null,
      facts jsonb not null,
      state text not null check (state in ('idea', 'planned', 'running', 'paused', 'done', 'stopped')),
      is_public boolean not null default false,
      -- Who answers for it. Where the person is gone nobody does, and the measure says so.
      lead_id uuid references accounts.person (id) on delete set null,
      substitute_id uuid references accounts.person (id) on delete set null,
      -- When somebody last said how it stands, and when that was last asked.
      confirmed_at timestamptz,
      asked_at timestamptz,
      -- Of one that was taken from an entry of the library.
      origin jsonb,
      reuse_id uuid,
      revision integer not null default 1,
      demonstration boolean not null default false,
      created_at timestamptz not null,
      changed_at timestamptz not null,
      primary key (ars, id),
      unique (ars, reuse_id)
    );
    create index measure_by_id on strategy.measure (id);
    create index measure_of_lead on strategy.measure (lead_id);

    -- How it went, word by word; nothing is overwritten.
    create table strategy.measure_update (
      ars text not null,
      measure_id uuid not null,
      id uuid not null,
      state text not null,
      text text not null check (length(text) <= 2000),
      at timestamptz not null,
      primary key (ars, measure_id, id),
      foreign key (ars, measure_id) references strategy.measure (ars, id) on update cascade on delete cascade
    );

    -- A link in a mail by which one answers without signing in.
    create table strategy.heartbeat_link (
      ars text not null,
      measure_id uuid not null,
      token_hash text not null,
      person_id uuid not null references accounts.person (id) on delete cascade,
      sent_at timestamptz not null,
      expires_at timestamptz not null,
      used_at timestamptz,
      primary key (ars, measure_id, token_hash),
      foreign key (ars, measure_id) references strategy.measure (ars, id) on update cascade on delete cascade
    );
    create index heartbeat_link_by_token on strategy.heartbeat_link (token_hash);

    alter table accounts.notice drop constraint notice_topic_check, add constraint notice_topic_check check (topic in ${TOPICS});
    alter table accounts.notice_pace drop constraint notice_pace_topic_check,
      add constraint notice_pace_topic_check check (topic in ${CHOSEN});
    alter table accounts.unsubscribe_link drop constraint unsubscribe_link_topic_check,
      add constraint unsubscribe_link_topic_check check (topic in ${CHOSEN});
  `,
};
