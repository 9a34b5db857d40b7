import type { Migration } from '../src/foundation/database/migrate.ts';

// A person acts in several municipalities, and at sign-in it is not known in which: this directory belongs to none.
// Secrets that a browser or a mail holds (session, device, link, provider round) are stored as SHA-256 only.
export const accounts: Migration = {
  name: '0005-accounts',
  sql: `
    create schema accounts;

    create table accounts.person (
      id uuid primary key,
      name text,
      -- Lower case; only local accounts sign in by mail, a provider's mail address is not kept.
      mail text unique check (mail = lower(mail)),
      created_at timestamptz not null
    );

    create table accounts.credential (
      person_id uuid primary key references accounts.person (id) on delete cascade,
      hash text not null,
      changed_at timestamptz not null
    );

    create table accounts.identity (
      issuer text not null,
      subject text not null,
      person_id uuid not null references accounts.person (id) on delete cascade,
      level text not null check (level in ('low', 'substantial', 'high')),
      seen_at timestamptz not null,
      primary key (issuer, subject)
    );
    create index identity_person on accounts.identity (person_id);

    create table accounts.session (
      token_hash text primary key,
      id uuid not null unique,
      person_id uuid not null references accounts.person (id) on delete cascade,
      method text not null check (method in ('password', 'mailLink', 'provider')),
      level text not null check (level in ('low', 'substantial', 'high')),
      issuer text,
      subject text,
      provider_session text,
      user_agent text not null,
      created_at timestamptz not null,
      last_seen_at timestamptz not null,
      expires_at timestamptz not null
    );
    create index session_person on accounts.session (person_id);
    create index session_expires on accounts.session (expires_at);
    create index session_provider on accounts.session (issuer, subject) where issuer is not null;

    create table accounts.device (
      token_hash text primary key,
      person_id uuid not null references accounts.person (id) on delete cascade,
      expires_at timestamptz not null
    );
    create index device_person on accounts.device (person_id);

    create table accounts.attempt (
      key_hash text primary key,
      failures integer not null,
      last_at timestamptz not null
    );
    create index attempt_last on accounts.attempt (last_at);

    create table accounts.mail_link (
      token_hash text primary key,
      person_id uuid not null references accounts.person (id) on delete cascade,
      expires_at timestamptz not null
    );
    create index mail_link_person on accounts.mail_link (person_id);

    create table accounts.provider_round (
      token_hash text primary key,
      state text not null,
      nonce text not null,
      verifier text not null,
      return_path text not null,
      expires_at timestamptz not null
    );
  `,
};
