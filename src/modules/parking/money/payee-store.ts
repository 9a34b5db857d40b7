import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { HostKind } from '../spaces/pool.ts';
import type { Payee } from './payment.ts';

/** Whom drivers pay for some pools, by pool. */
export const listPayees = async (
  database: Database,
  pools: readonly { ars: string; id: string }[],
): Promise<Map<string, Payee>> => {
  const { rows } = await sql<{ id: string; kind: HostKind; is_blocked: boolean }>`
    select p.id, h.kind, t.blocked_at is not null as is_blocked
    from parking.pool p join parking.host h on h.ars = p.ars and h.id = p.host_id
    left join parking.host_tax t on t.ars = h.ars and t.host_id = h.id
    where p.ars = any(${[...new Set(pools.map(({ ars }) => ars))]}::text[])
      and p.id = any(${pools.map(({ id }) => id)}::uuid[])`.execute(database);
  return new Map(rows.map(({ id, kind, is_blocked }) => [id, { hostKind: kind, isBlocked: is_blocked }]));
};
