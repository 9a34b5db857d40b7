import type { Migration } from '../src/foundation/database/migrate.ts';

// Events are few among many places: paging through them by key would otherwise walk past every place.
export const offersEventsInOrder: Migration = {
  name: '0004-offers-events-in-order',
  sql: `create index offer_events on offers.offer (ars, id) where kind = 'event' and withdrawn_at is null;`,
};
