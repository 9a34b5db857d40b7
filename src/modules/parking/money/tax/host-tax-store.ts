import { sql } from 'kysely';
import type { Database } from '../../../../foundation/database/context.ts';
import type { VatKind } from './tax-facts.ts';

export type HostKey = { ars: string; hostId: string };

export type HostTax = HostKey & {
  sealedFacts: string | null;
  vat: VatKind;
  askedAt: Date;
  reminded: number;
  completeAt: Date | null;
  blockedAt: Date | null;
};

type HostTaxRow = {
  ars: string;
  host_id: string;
  facts: string | null;
  vat: VatKind;
  asked_at: Date;
  reminded: number;
  complete_at: Date | null;
  blocked_at: Date | null;
};

const hostTaxOf = (row: HostTaxRow): HostTax => ({
  ars: row.ars,
  hostId: row.host_id,
  sealedFacts: row.facts,
  vat: row.vat,
  askedAt: row.asked_at,
  reminded: row.reminded,
  completeAt: row.complete_at,
  blockedAt: row.blocked_at,
});

/** A host has earned something: from the first time on the days of § 23 PStTG count. */
export const noteEarned = async (database: Database, { ars, hostId }: HostKey, now: Date): Promise<void> => {
  await sql`
    insert into parking.host_tax (ars, host_id, asked_at, used_at) values (${ars}, ${hostId}, ${now}, ${now})
    on conflict (ars, host_id) do update set used_at = excluded.used_at`.execute(database);
};

export const findHostTax = async (
  database: Database,
  { ars, hostId }: HostKey,
): Promise<HostTax | undefined> => {
  const [row] = (
    await sql<HostTaxRow>`select * from parking.host_tax where ars = ${ars} and host_id = ${hostId}`.execute(
      database,
    )
  ).rows;
  return row && hostTaxOf(row);
};

/** What a host told, whole; whoever was blocked is paid again. */
export const saveFacts = async (
  database: Database,
  { ars, hostId }: HostKey,
  { sealedFacts, vat, now }: { sealedFacts: string; vat: VatKind; now: Date },
): Promise<void> => {
  await sql`
    insert into parking.host_tax (ars, host_id, facts, vat, asked_at, complete_at, used_at)
    values (${ars}, ${hostId}, ${sealedFacts}, ${vat}, ${now}, ${now}, ${now})
    on conflict (ars, host_id) do update set facts = excluded.facts, vat = excluded.vat,
      complete_at = coalesce(host_tax.complete_at, excluded.complete_at), blocked_at = null,
      used_at = greatest(host_tax.used_at, excluded.used_at)`.execute(database);
};

export type Unanswered = HostTax & { personId: string | null };

/** Hosts who have earned and not told everything, of all municipalities. */
export const listUnanswered = async (database: Database): Promise<Unanswered[]> =>
  (
    await sql<HostTaxRow & { person_id: string | null }>`
      select t.*, h.person_id from parking.host_tax t join parking.host h on h.ars = t.ars and h.id = t.host_id
      where t.complete_at is null and t.blocked_at is null order by t.asked_at, t.ars, t.host_id limit 10000`.execute(
      database,
    )
  ).rows.map((row) => ({ ...hostTaxOf(row), personId: row.person_id }));

export const setReminded = async (
  database: Database,
  { ars, hostId }: HostKey,
  reminded: number,
): Promise<void> => {
  await sql`
    update parking.host_tax set reminded = ${reminded} where ars = ${ars} and host_id = ${hostId}`.execute(
    database,
  );
};

export const setBlocked = async (database: Database, { ars, hostId }: HostKey, now: Date): Promise<void> => {
  await sql`
    update parking.host_tax set blocked_at = ${now}
    where ars = ${ars} and host_id = ${hostId} and complete_at is null`.execute(database);
};

export type Payable = HostKey & { cents: number };

/** What lies at the provider for hosts who have told everything, of all municipalities; what is on its way is left out. */
export const listPayable = async (database: Database, leastCents: number): Promise<Payable[]> =>
  (
    await sql<{ ars: string; host_id: string; cents: string }>`
      select t.ars, t.host_id, paid.cents - coalesce(gone.cents, 0) as cents
      from parking.host_tax t
      cross join lateral (select sum(p.charged_cents - p.fee_cents) as cents from parking.payment p
        where p.ars = t.ars and p.host_id = t.host_id and p.payee = 'host' and p.state = 'paid') paid
      cross join lateral (select sum(o.cents) as cents from parking.payment_order o
        where o.ars = t.ars and o.host_id = t.host_id and o.purpose = 'payOut' and o.state <> 'refused') gone
      where t.complete_at is not null and t.blocked_at is null
        and paid.cents - coalesce(gone.cents, 0) >= ${leastCents}
        and not exists (select from parking.payment_order o where o.ars = t.ars and o.host_id = t.host_id
          and o.purpose = 'refund' and o.state = 'waiting')
      order by t.ars, t.host_id limit 10000`.execute(database)
  ).rows.map(({ ars, host_id, cents }) => ({ ars, hostId: host_id, cents: Number(cents) }));

/** Tax facts of hosts who have earned nothing since. @returns how many went. */
export const deleteTaxFacts = async (database: Database, before: Date): Promise<number> =>
  Number(
    (await sql`delete from parking.host_tax where used_at < ${before}`.execute(database)).numAffectedRows ??
      0,
  );
