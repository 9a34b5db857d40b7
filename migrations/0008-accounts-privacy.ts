import type { Migration } from '../src/foundation/database/migrate.ts';

// What somebody typed into a form after their session had ended, kept for them alone and for hours only.
export const accountsPrivacy: Migration = {
  name: '0008-accounts-privacy',
  sql: `
    create table accounts.kept_form (
      id uuid primary key,
      person_id uuid not null references accounts.person (id) on delete cascade,
      path text not null check (path like '/%' and path not like '//%'),
      -- Pairs of name and text, in their order; a name may come more than once.
      fields jsonb not null,
      kept_at timestamptz not null,
      expires_at timestamptz not null
    );
    create index kept_form_person on accounts.kept_form (person_id, kept_at);
    create index kept_form_expires on accounts.kept_form (expires_at);

    -- "What does the log say that I did?" is asked across all municipalities.
    create index audit_of_person on accounts.audit_entry (person_id) where person_id is not null;
  `,
};
