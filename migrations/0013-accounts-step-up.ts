import type { Migration } from '../src/foundation/database/migrate.ts';

// A sign-in that began because an act asks for more trust remembers how much.
export const accountsStepUp: Migration = {
  name: '0013-accounts-step-up',
  sql: `alter table accounts.provider_round add column needs text check (needs in ('low', 'substantial', 'high'))`,
};
