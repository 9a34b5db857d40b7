import type { Migration } from '../src/foundation/database/migrate.ts';

// Where the applications of a town go, and what became of each that went elsewhere. What somebody wrote stays sealed in
// the application and is opened in memory only while it is handed over.
export const publicServicesHandOver: Migration = {
  name: '0020-public-services-hand-over',
  sql: `
    create table public_services.delivery_choice (
      ars text not null references municipalities.municipality (ars),
      -- Empty: all forms for which nothing else was chosen.
      form_id text not null check (form_id = '' or form_id ~ '^[a-z][a-z0-9-]{1,60}$'),
      way text not null check (way in ('inbox', 'mail', 'fitConnect')),
      mail text,
      -- PEM; a certificate is public.
      certificate text,
      -- Null: found by routing each time.
      destination_id uuid,
      schema_uri text,
      chosen_at timestamptz not null,
      primary key (ars, form_id),
      check ((way = 'mail') = (mail is not null and certificate is not null)),
      check ((way = 'fitConnect') = (schema_uri is not null)),
      check (way = 'fitConnect' or destination_id is null)
    );

    create table public_services.delivery (
      ars text not null,
      application_id uuid not null,
      id uuid not null,
      way text not null check (way in ('mail', 'fitConnect')),
      state text not null default 'waiting'
        check (state in ('waiting', 'handedOver', 'accepted', 'rejected', 'failed')),
      tries integer not null default 0,
      -- Words of closed lists, never what a stranger's system wrote.
      reasons text[] not null default '{}',
      asked_at timestamptz not null,
      changed_at timestamptz not null,
      -- When it is tried or looked at next; null: never again.
      due_at timestamptz,
      -- How far it came at FIT-Connect: ids, and the authentication tags of all that was encrypted for it, to know our
      -- own submission again.
      progress jsonb,
      refused_events text[] not null default '{}',
      primary key (ars, application_id, id),
      foreign key (ars, application_id) references public_services.application (ars, id) on delete cascade
    );
    create index delivery_due on public_services.delivery (due_at) where due_at is not null;
    create index delivery_changed on public_services.delivery (changed_at);
  `,
};
