import type { Migration } from '../src/foundation/database/migrate.ts';

export const publicServicesLanguage: Migration = {
  name: '0025-public-services-language',
  sql: `
    -- In which language it was sent: news of it go out in the same one.
    alter table public_services.application add column language text not null default 'de'
      check (language in ('de', 'en'));
  `,
};
