import type { Migration } from '../src/foundation/database/migrate.ts';

const TOPICS =
  "('account', 'review', 'suggestions', 'publishing', 'links', 'applications', 'parking', 'network')";
const CHOSEN = TOPICS.replace("'account', ", '');

export const eventsAndReuse: Migration = {
  name: '0045-events-and-reuse',
  sql: `
    create schema events;

    -- What one module tells the others: written with the change itself, handed on afterwards, once.
    create table events.domain_event (
      ars text not null,
      id uuid not null,
      type text not null check (type ~ '^[a-z]+(-[a-z]+)+$'),
      payload jsonb not null,
      at timestamptz not null,
      attempts integer not null default 0,
      delivered_at timestamptz,
      primary key (ars, id)
    );
    create index domain_event_waiting on events.domain_event (at, id) where delivered_at is null;

    -- An entry that another municipality plans by, and what became of it there.
    create table knowledge.reuse (
      ars text not null,
      organisation_id text not null,
      id uuid not null,
      -- The entry lies in the rows of another municipality: no foreign key, it may be gone one day.
      entry_ars text not null,
      entry_organisation_id text not null,
      entry_id uuid not null,
      entry_version integer not null,
      entry_title text not null,
      field text,
      draft jsonb not null,
      state text not null default 'planned' check (state in ('planned', 'running', 'finished', 'stopped', 'dropped')),
      is_named boolean not null default false,
      result text not null default '' check (length(result) <= 2000),
      revision integer not null default 1,
      demonstration boolean not null default false,
      created_at timestamptz not null,
      changed_at timestamptz not null,
      primary key (ars, id),
      foreign key (ars, organisation_id) references accounts.organisation (ars, id) on update cascade,
      unique (ars, organisation_id, entry_id)
    );
    create index reuse_of_entry on knowledge.reuse (entry_id);
    create index reuse_of_origin on knowledge.reuse (entry_ars, entry_organisation_id);

    alter table accounts.notice drop constraint notice_topic_check, add constraint notice_topic_check check (topic in ${TOPICS});
    alter table accounts.notice_pace drop constraint notice_pace_topic_check,
      add constraint notice_pace_topic_check check (topic in ${CHOSEN});
    alter table accounts.unsubscribe_link drop constraint unsubscribe_link_topic_check,
      add constraint unsubscribe_link_topic_check check (topic in ${CHOSEN});
  `,
};
