import { berlinDay } from '../../../foundation/time/zone.ts';
import type { ParkingSetting } from '../setting.ts';
import { addOrder } from './order-store.ts';
import { listPayable } from './tax/host-tax-store.ts';

/** Below this a bank transfer is not worth it. */
const LEAST_CENTS = 100;

/** Once a night: hosts who have told everything get what lies for them at the provider. @returns how many. */
export const payOut = async ({
  database,
  clock,
}: Pick<ParkingSetting, 'database' | 'clock'>): Promise<number> => {
  const now = clock();
  const payable = await listPayable(database, LEAST_CENTS);
  for (const { ars, hostId, cents } of payable)
    await addOrder(
      database,
      {
        ars,
        key: `${hostId}/pay-out/${berlinDay(now)}`,
        purpose: 'payOut',
        bookingId: null,
        hostId,
        cents,
        feeCents: 0,
      },
      now,
    );
  return payable.length;
};
