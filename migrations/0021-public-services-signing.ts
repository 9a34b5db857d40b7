import type { Migration } from '../src/foundation/database/migrate.ts';

// A form may ask for a second signature: until it is there the application waits and is seen by no office. Who has
// signed what lies sealed; of the links that open it for the second person only hashes are stored.
export const publicServicesSigning: Migration = {
  name: '0021-public-services-signing',
  sql: `
    alter table public_services.application
      drop constraint application_state_check,
      drop constraint application_check,
      add constraint application_state_check check (state in
        ('draft', 'inSigning', 'submitted', 'inWork', 'inQuestion', 'granted', 'refused', 'withdrawn')),
      add constraint application_sent_check check ((state in ('draft', 'inSigning')) = (submitted_at is null));

    create table public_services.application_signing (
      ars text not null,
      -- Of the application: it has one at most.
      id uuid not null,
      -- Of the link that was told, and of the one that was mailed; absent: there is none.
      link_hash text,
      mailed_link_hash text,
      key_number integer not null,
      content bytea not null,
      primary key (ars, id),
      unique (ars, link_hash),
      unique (ars, mailed_link_hash),
      foreign key (ars, id) references public_services.application (ars, id) on delete cascade,
      foreign key (ars, key_number) references public_services.data_key (ars, number)
    );
    create index application_signing_key on public_services.application_signing (ars, key_number);

    alter table public_services.application_mail
      drop constraint application_mail_kind_check,
      add constraint application_mail_kind_check check (kind in ('received', 'news', 'toSign', 'declined'));
  `,
};
