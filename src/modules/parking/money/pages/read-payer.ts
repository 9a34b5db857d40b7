import type { Typed } from '../../../../foundation/http/typed-body.ts';
import { formReader, hasFaults, type MoneyFaults } from '../form-reader.ts';
import type { Payer } from '../payment.ts';

/** Who pays for a space of the town, as typed. Without a creditor identifier a town cannot debit. */
export const readPayer = (
  typed: Typed,
  { mayDebit }: { mayDebit: boolean },
): { payer: Payer } | { faults: MoneyFaults } => {
  const reader = formReader(typed);
  const way = mayDebit ? reader.choice('art', ['invoice', 'debit']) : 'invoice';
  const payer: Payer = {
    way,
    name: reader.text('name', { longest: 70 }),
    street: reader.text('strasse'),
    postcode: reader.postcode('plz'),
    city: reader.text('ort'),
    ...(way === 'debit' && { iban: reader.iban('iban') }),
  };
  if (way === 'debit' && (typed.mandat ?? '') === '') reader.wrong('mandat', 'no-mandate');
  return hasFaults(reader) ? { faults: reader.faults } : { payer };
};
