import type { Migration } from '../src/foundation/database/migrate.ts';

// What people write into a form is sealed before it comes here. A row names the key it is sealed with: as long as one
// does, that key cannot be deleted, whatever a rotation that was killed left behind.
export const publicServicesForms: Migration = {
  name: '0015-public-services-forms',
  sql: `
    create table public_services.form (
      ars text not null references municipalities.municipality (ars),
      id text not null check (id ~ '^[a-z][a-z0-9-]{1,60}$'),
      version integer not null,
      service_key text,
      demonstration boolean not null default false,
      definition jsonb not null,
      published_at timestamptz not null,
      primary key (ars, id, version)
    );

    create table public_services.data_key (
      ars text not null references municipalities.municipality (ars),
      number integer not null,
      wrapped bytea not null,
      created_at timestamptz not null,
      primary key (ars, number)
    );

    create table public_services.application (
      ars text not null,
      id uuid not null,
      form_id text not null,
      form_version integer not null,
      -- Of the secret that opens it without an account.
      secret_hash text not null,
      person_id uuid references accounts.person (id) on delete set null,
      receipt_number text,
      state text not null default 'draft'
        check (state in ('draft', 'submitted', 'inWork', 'inQuestion', 'granted', 'refused', 'withdrawn')),
      -- Whose desk it lies on; another one than its own municipality's where it was handed over.
      organisation_ars text not null,
      organisation_id text not null,
      assigned_to uuid references accounts.person (id) on delete set null,
      key_number integer not null,
      answers bytea not null,
      started_at timestamptz not null,
      changed_at timestamptz not null,
      submitted_at timestamptz,
      due_on date,
      asked_at timestamptz,
      closed_at timestamptz,
      kept_days integer not null default 180 check (kept_days between 30 and 3650),
      primary key (ars, id),
      unique (ars, secret_hash),
      unique (ars, receipt_number),
      foreign key (ars, form_id, form_version) references public_services.form (ars, id, version),
      foreign key (ars, key_number) references public_services.data_key (ars, number),
      check ((state = 'draft') = (submitted_at is null)),
      check ((state in ('granted', 'refused', 'withdrawn')) = (closed_at is not null))
    );
    create index application_inbox on public_services.application (organisation_ars, organisation_id, due_on)
      where state in ('submitted', 'inWork', 'inQuestion');
    create index application_on_desk on public_services.application (organisation_ars, organisation_id, id);
    create index application_of_person on public_services.application (person_id);
    create index application_assigned on public_services.application (assigned_to);
    create index application_closed on public_services.application (closed_at);
    create index application_key on public_services.application (ars, key_number);

    create table public_services.application_message (
      ars text not null,
      application_id uuid not null,
      id uuid not null,
      written_by text not null check (written_by in ('applicant', 'office')),
      kind text not null check (kind in ('message', 'question', 'answer', 'decision')),
      key_number integer not null,
      content bytea not null,
      written_at timestamptz not null,
      primary key (ars, application_id, id),
      foreign key (ars, application_id) references public_services.application (ars, id) on delete cascade,
      foreign key (ars, key_number) references public_services.data_key (ars, number)
    );
    create index application_message_key on public_services.application_message (ars, key_number);

    create table public_services.application_file (
      ars text not null,
      application_id uuid not null,
      id uuid not null,
      -- The field of the form that it answers; empty: added later.
      field text not null,
      kind text not null check (kind in ('pdf', 'png', 'jpeg')),
      bytes integer not null,
      key_number integer not null,
      content bytea not null,
      added_at timestamptz not null,
      primary key (ars, application_id, id),
      foreign key (ars, application_id) references public_services.application (ars, id) on delete cascade,
      foreign key (ars, key_number) references public_services.data_key (ars, number)
    );
    create index application_file_key on public_services.application_file (ars, key_number);
  `,
};
