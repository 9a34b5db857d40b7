import { openText, sealText } from '../seal.ts';
import type { ParkingSetting } from '../setting.ts';
import type { Payer, Payment } from './payment.ts';

type Key = Pick<Payment, 'ars' | 'bookingId'>;
const aboutOf = ({ ars, bookingId }: Key): string => `parking payer ${ars} ${bookingId}`;

export const sealPayer = (
  { secret }: Pick<ParkingSetting, 'secret'>,
  key: Key,
  payer: Payer,
): Promise<string> => sealText(secret(), aboutOf(key), JSON.stringify(payer));

/** Who pays for a space of the town; undefined: the provider knows, or the counter. */
export const openPayer = async (
  { secret }: Pick<ParkingSetting, 'secret'>,
  payment: Key & Pick<Payment, 'sealedPayer'>,
): Promise<Payer | undefined> =>
  payment.sealedPayer === null
    ? undefined
    : (JSON.parse(await openText(secret(), aboutOf(payment), payment.sealedPayer)) as Payer);
