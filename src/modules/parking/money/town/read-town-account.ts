import type { Typed } from '../../../../foundation/http/typed-body.ts';
import { readCreditorId } from '../bank/check-digits.ts';
import { formReader, hasFaults, type MoneyFaults } from '../form-reader.ts';
import type { TownAccount } from './town-account-store.ts';

/** What stands on the town's invoices and debits, as typed. Without a creditor identifier nothing is debited. */
export const readTownAccount = (
  typed: Typed,
  ars: string,
): { account: TownAccount } | { faults: MoneyFaults } => {
  const reader = formReader(typed);
  const { text, wrong } = reader;
  const typedId = text('glaeubiger', { isNeeded: false });
  const creditorId = typedId === '' ? '' : readCreditorId(typedId);
  if (creditorId === undefined) wrong('glaeubiger', 'not-a-creditor');
  const account: TownAccount = {
    ars,
    name: text('name', { longest: 70 }),
    address: text('anschrift'),
    iban: reader.iban('iban'),
    creditorId: creditorId ?? '',
    vatPercent: Number(reader.choice('ust', ['0', '19'])),
    taxNumber: text('steuernummer', { isNeeded: false, longest: 30 }),
  };
  return hasFaults(reader) ? { faults: reader.faults } : { account };
};
