import { berlinDay } from '../../../foundation/time/zone.ts';
import { openText, sealText } from '../seal.ts';
import type { ParkingSetting } from '../setting.ts';
import { insertMandate, listMandatesOf, type Mandate } from './bank/mandate-store.ts';
import type { Payer } from './payment.ts';
import { changePayment, type PaymentKey } from './payment-store.ts';
import { sealPayer } from './seal-payer.ts';

type Setting = Pick<ParkingSetting, 'database' | 'clock' | 'newId' | 'secret'>;

const aboutOf = ({ ars, id }: Pick<Mandate, 'ars' | 'id'>): string => `parking mandate ${ars} ${id}`;

export type Holder = { name: string; iban: string };

export const openHolder = async (
  { secret }: Pick<Setting, 'secret'>,
  mandate: Pick<Mandate, 'ars' | 'id' | 'holder'>,
): Promise<Holder> => JSON.parse(await openText(secret(), aboutOf(mandate), mandate.holder)) as Holder;

/** Somebody with an account gives each town one mandate for each bank account; without an account each booking has its own. */
const knownMandate = async (
  setting: Setting,
  { ars, personId, iban }: { ars: string; personId: string | null; iban: string },
): Promise<string | undefined> => {
  if (personId === null) return undefined;
  for (const mandate of await listMandatesOf(setting.database, { ars, personId }))
    if ((await openHolder(setting, mandate)).iban === iban) return mandate.id;
  return undefined;
};

const mandateFor = async (
  setting: Setting,
  ars: string,
  personId: string | null,
  holder: Holder,
): Promise<string> => {
  const known = await knownMandate(setting, { ars, personId, iban: holder.iban });
  if (known !== undefined) return known;
  const { database, clock, newId, secret } = setting;
  const [id, now] = [newId(), clock()];
  const sealed = await sealText(secret(), aboutOf({ ars, id }), JSON.stringify(holder));
  // Hyphens count among the 35 signs that a reference may have.
  const reference = `P${id.replaceAll('-', '').toUpperCase()}`;
  const mandate = { ars, id, reference, personId, holder: sealed, signedOn: berlinDay(now), uses: 0 };
  await insertMandate(database, mandate, now);
  return id;
};

/** How the town gets its money is agreed. Call it inside the transaction that holds the booking. */
export const agreeWithTown = async (
  setting: Setting,
  { ars, bookingId }: PaymentKey,
  payer: Payer,
  personId: string | null,
): Promise<void> => {
  const { iban } = payer;
  const mandateId =
    payer.way === 'debit' && iban !== undefined
      ? await mandateFor(setting, ars, personId, { name: payer.name, iban })
      : undefined;
  await changePayment(
    setting.database,
    { ars, bookingId },
    {
      state: 'secured',
      way: payer.way,
      payer: await sealPayer(setting, { ars, bookingId }, payer),
      secured_at: setting.clock(),
      ...(mandateId !== undefined && { mandate_id: mandateId }),
    },
  );
};
