import type { Migration } from '../src/foundation/database/migrate.ts';

// What was read once more without a change is said of the source in one row: saying it of every offer would write
// a million rows and all their indexes at each reading.
export const offersReadBySource: Migration = {
  name: '0005-offers-read-by-source',
  sql: `alter table offers.source add column read_at timestamptz;`,
};
