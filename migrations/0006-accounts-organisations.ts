import type { Migration } from '../src/foundation/database/migrate.ts';

// A role is held in one organisation. The municipality and every level above it are organisations under their own key;
// firms and clubs stand below the municipality in which they are.
export const accountsOrganisations: Migration = {
  name: '0006-accounts-organisations',
  sql: `
    create table accounts.organisation (
      ars text not null references municipalities.municipality (ars),
      id text not null,
      kind text not null check (kind in
        ('municipality', 'association', 'district', 'region', 'state', 'firm', 'club', 'network')),
      name text not null check (length(name) between 1 and 200),
      created_at timestamptz not null,
      primary key (ars, id),
      check ((kind in ('firm', 'club', 'network')) = (id <> ars))
    );

    create table accounts.role (
      ars text not null,
      organisation_id text not null,
      person_id uuid not null references accounts.person (id) on delete cascade,
      role text not null check (role in
        ('host', 'editor', 'caseWorker', 'digitalOfficer', 'networkModerator', 'administrator')),
      granted_at timestamptz not null,
      granted_by uuid,
      primary key (ars, organisation_id, person_id, role),
      foreign key (ars, organisation_id) references accounts.organisation (ars, id) on update cascade
    );
    create index role_person on accounts.role (person_id);

    -- Whoever holds the role in the other organisation may act in this one, for the period.
    create table accounts.delegation (
      ars text not null,
      organisation_id text not null,
      id uuid not null,
      role text not null check (role in ('editor', 'caseWorker', 'digitalOfficer')),
      to_ars text not null,
      to_organisation_id text not null,
      during tstzrange not null check (not isempty(during) and not upper_inf(during)),
      granted_by uuid,
      granted_at timestamptz not null,
      ended_at timestamptz,
      primary key (ars, id),
      foreign key (ars, organisation_id) references accounts.organisation (ars, id) on update cascade,
      check (to_ars <> ars or to_organisation_id <> organisation_id)
    );
    create index delegation_to on accounts.delegation (to_ars, to_organisation_id);

    create table accounts.invitation (
      ars text not null,
      organisation_id text not null,
      id uuid not null,
      mail text not null check (mail = lower(mail)),
      role text not null check (role in
        ('host', 'editor', 'caseWorker', 'digitalOfficer', 'networkModerator', 'administrator')),
      token_hash text not null,
      invited_by uuid,
      invited_at timestamptz not null,
      expires_at timestamptz not null,
      primary key (ars, id),
      foreign key (ars, organisation_id) references accounts.organisation (ars, id) on update cascade
    );
    create index invitation_token on accounts.invitation (ars, token_hash);

    -- A change of who administers waits here for a second administrator.
    create table accounts.administrator_change (
      ars text not null,
      organisation_id text not null,
      id uuid not null,
      change text not null check (change in ('grant', 'remove')),
      person_id uuid not null references accounts.person (id) on delete cascade,
      proposed_by uuid not null,
      proposed_at timestamptz not null,
      expires_at timestamptz not null,
      primary key (ars, id),
      unique (ars, organisation_id, change, person_id),
      foreign key (ars, organisation_id) references accounts.organisation (ars, id) on update cascade
    );

    -- Append-only: each line carries the hash of the one before it.
    create table accounts.audit_entry (
      ars text not null,
      seq bigint not null,
      at timestamptz not null,
      person_id uuid,
      organisation_id text not null,
      through text,
      act text not null,
      record_type text not null,
      record_id text not null,
      detail jsonb not null,
      previous_hash text not null,
      hash text not null,
      primary key (ars, seq)
    );
    create index audit_of_organisation on accounts.audit_entry (ars, organisation_id, seq);
    create index audit_of_record on accounts.audit_entry (ars, record_type, record_id, seq);
    create table accounts.audit_head (
      ars text primary key,
      seq bigint not null,
      hash text not null
    );

    create function accounts.refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception 'the log is append-only' using errcode = 'insufficient_privilege';
      end $$;
    create trigger audit_is_append_only before update or delete on accounts.audit_entry
      for each row execute function accounts.refuse_change();
  `,
};
