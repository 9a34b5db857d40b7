import type { Migration } from '../src/foundation/database/migrate.ts';

// Mails to applicants without an account wait here with the change that they tell of. The address stays sealed in the
// application and is opened only to send.
export const publicServicesMails: Migration = {
  name: '0019-public-services-mails',
  sql: `
    create table public_services.application_mail (
      ars text not null,
      application_id uuid not null,
      id uuid not null,
      kind text not null check (kind in ('received', 'news')),
      language text not null check (language in ('de', 'en')),
      asked_at timestamptz not null,
      due_at timestamptz not null,
      primary key (ars, application_id, id),
      foreign key (ars, application_id) references public_services.application (ars, id) on delete cascade
    );
    create index application_mail_due on public_services.application_mail (due_at);
  `,
};
