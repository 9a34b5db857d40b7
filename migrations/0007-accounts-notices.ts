import type { Migration } from '../src/foundation/database/migrate.ts';

// A notice belongs to a person, who acts in several municipalities: these tables are part of the directory of people.
export const accountsNotices: Migration = {
  name: '0007-accounts-notices',
  sql: `
    create table accounts.notice (
      id uuid primary key,
      person_id uuid not null references accounts.person (id) on delete cascade,
      topic text not null check (topic in
        ('account', 'review', 'suggestions', 'publishing', 'links', 'applications')),
      subject text not null check (length(subject) between 1 and 200),
      text text not null check (length(text) <= 5000),
      path text check (path like '/%' and path not like '//%'),
      created_at timestamptz not null,
      -- Null: no mail is to go out.
      due_at timestamptz,
      read_at timestamptz,
      sent_at timestamptz
    );
    create index notice_person on accounts.notice (person_id, created_at desc, id desc);
    create index notice_due on accounts.notice (due_at) where sent_at is null and due_at is not null;
    create index notice_old on accounts.notice ((coalesce(sent_at, created_at)));

    -- What a person chose; no row is the default.
    create table accounts.notice_pace (
      person_id uuid not null references accounts.person (id) on delete cascade,
      topic text not null check (topic in ('review', 'suggestions', 'publishing', 'links', 'applications')),
      pace text not null check (pace in ('atOnce', 'daily', 'never')),
      primary key (person_id, topic)
    );
    create table accounts.quiet_hours (
      person_id uuid primary key references accounts.person (id) on delete cascade,
      -- Both null: mails may come at any time.
      quiet_from text check (quiet_from ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
      quiet_to text check (quiet_to ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
      check ((quiet_from is null) = (quiet_to is null)),
      check (quiet_from <> quiet_to)
    );

    -- One link of a mail may stand for the several topics that the mail is about.
    create table accounts.unsubscribe_link (
      token_hash text not null,
      person_id uuid not null references accounts.person (id) on delete cascade,
      topic text not null check (topic in ('review', 'suggestions', 'publishing', 'links', 'applications')),
      created_at timestamptz not null,
      primary key (token_hash, topic)
    );
    create index unsubscribe_person on accounts.unsubscribe_link (person_id);
    create index unsubscribe_created on accounts.unsubscribe_link (created_at);
  `,
};
