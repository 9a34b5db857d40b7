import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';

/** Payments that no law keeps any more, and what was asked of the provider then. @returns how many payments went. */
export const deletePayments = (database: Database, before: Date): Promise<number> =>
  database.transaction().execute(async (inside) => {
    await sql`delete from parking.payment_order where coalesce(done_at, made_at) < ${before}`.execute(inside);
    const { numAffectedRows } = await sql`
      delete from parking.payment where coalesce(settled_at, opened_at) < ${before}`.execute(inside);
    return Number(numAffectedRows ?? 0);
  });

/** Who paid the town, once it is long paid: the invoice says it as long as the law wants it. @returns how many went. */
export const forgetPayers = async (database: Database, before: Date): Promise<number> =>
  Number(
    (
      await sql`
        update parking.payment set payer = null
        where payer is not null and state in ('paid', 'released', 'refunded')
          and coalesce(paid_at, settled_at) < ${before}`.execute(database)
    ).numAffectedRows ?? 0,
  );

export type MoneyRow = {
  ars: string;
  way: string | null;
  state: string;
  cents: number | null;
  openedAt: Date;
};

/** What a person agreed to pay for their bookings. */
export const listPaymentsOfPerson = async (database: Database, personId: string): Promise<MoneyRow[]> =>
  (
    await sql<{
      ars: string;
      way: string | null;
      state: string;
      charged_cents: number | null;
      opened_at: Date;
    }>`
      select p.ars, p.way, p.state, p.charged_cents, p.opened_at from parking.payment p
      join parking.booking b on b.ars = p.ars and b.id = p.booking_id
      where b.person_id = ${personId} order by p.opened_at, p.booking_id limit 1000`.execute(database)
  ).rows.map(({ ars, way, state, charged_cents, opened_at }) => ({
    ars,
    way,
    state,
    cents: charged_cents,
    openedAt: opened_at,
  }));

export type TaxRow = { ars: string; askedAt: Date; completeAt: Date | null; blockedAt: Date | null };

/** Whether a person was asked for tax facts, and told them; the facts themselves are sealed and shown on their page. */
export const listTaxOfPerson = async (database: Database, personId: string): Promise<TaxRow[]> =>
  (
    await sql<{ ars: string; asked_at: Date; complete_at: Date | null; blocked_at: Date | null }>`
      select t.ars, t.asked_at, t.complete_at, t.blocked_at from parking.host_tax t
      join parking.host h on h.ars = t.ars and h.id = t.host_id
      where h.person_id = ${personId} order by t.asked_at limit 100`.execute(database)
  ).rows.map(({ ars, asked_at, complete_at, blocked_at }) => ({
    ars,
    askedAt: asked_at,
    completeAt: complete_at,
    blockedAt: blocked_at,
  }));

export type MandateRow = { ars: string; reference: string; signedOn: string; usedAt: Date };

export const listMandatesOfPerson = async (database: Database, personId: string): Promise<MandateRow[]> =>
  (
    await sql<{ ars: string; reference: string; signed_on: string; used_at: Date }>`
      select ars, reference, signed_on::text as signed_on, used_at from parking.mandate where person_id = ${personId}
      order by signed_on, reference limit 100`.execute(database)
  ).rows.map(({ ars, reference, signed_on, used_at }) => ({
    ars,
    reference,
    signedOn: signed_on,
    usedAt: used_at,
  }));
