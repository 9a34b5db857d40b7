import { sql } from 'kysely';

/** When offer `o` was last read: itself, or unchanged with the whole of a source that still shows it. */
export const READ_AT = sql<Date>`greatest(o.read_at, (
  select max(rs.read_at) from offers.sighting rg join offers.source rs on rs.ars = rg.source_ars and rs.id = rg.source_id
  where rg.ars = o.ars and rg.offer_id = o.id and rg.vanished_at is null))`;
