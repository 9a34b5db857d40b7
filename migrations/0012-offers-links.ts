import type { Migration } from '../src/foundation/database/migrate.ts';

// What became of the links that an organisation's offers carry, keyed by who publishes them and so can mend them.
export const offersLinks: Migration = {
  name: '0012-offers-links',
  sql: `
    create table offers.link_check (
      ars text not null,
      url text not null,
      checked_at timestamptz not null,
      next_at timestamptz not null,
      -- Failed checks in a row.
      failures integer not null,
      failed_since timestamptz,
      reason text,
      primary key (ars, url),
      check ((failures > 0) = (failed_since is not null))
    );
  `,
};
