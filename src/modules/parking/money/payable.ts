import type { Channel } from '../bookings/booking.ts';
import type { ParkingSetting } from '../setting.ts';
import type { Pool } from '../spaces/pool.ts';
import { listPayees } from './payee-store.ts';
import { type PaymentPlan, planFor } from './payment.ts';

/** Pools that somebody may be promised, each with how it is paid for. */
export const payablePools = async <Fitting extends { pool: Pool }>(
  { database, payments }: Pick<ParkingSetting, 'database' | 'payments'>,
  fitting: readonly Fitting[],
  channel: Channel,
): Promise<(Fitting & { plan: PaymentPlan })[]> => {
  const payees = await listPayees(
    database,
    fitting.map(({ pool }) => pool),
  );
  const about = { hasProvider: payments !== undefined, channel };
  return fitting.flatMap((one) => {
    const payee = payees.get(one.pool.id);
    const plan = payee && planFor(one.pool.facts.centsPerHour, payee, about);
    return plan ? [{ ...one, plan }] : [];
  });
};
