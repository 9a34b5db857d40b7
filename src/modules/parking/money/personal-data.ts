import type { PersonalDataSource } from '../../../foundation/database/personal-data.ts';
import { moneyMessages } from '../web/index.ts';
import { paymentStates } from './payment.ts';
import { listMandatesOfPerson, listPaymentsOfPerson, listTaxOfPerson } from './payment-end-store.ts';

const TOWN = { de: 'Gemeinde (Schlüssel)', en: 'Municipality (key)' };
const words = <Key extends string>(
  keys: readonly Key[],
  of: (t: ReturnType<typeof moneyMessages>) => Record<Key, string>,
) =>
  Object.fromEntries(
    keys.map((key) => [key, { de: of(moneyMessages('de'))[key], en: of(moneyMessages('en'))[key] }]),
  );

/** What is known of a person about money. What is sealed is named, and shown on the page where it was typed. */
export const moneyPersonalData: PersonalDataSource = async ({ database }, personId) => [
  {
    name: 'parking-payment',
    title: { de: 'Ihre Zahlungen fürs Parken', en: 'Your payments for parking' },
    fields: {
      ars: TOWN,
      way: {
        de: 'Zahlungsart',
        en: 'How you pay',
        words: words(['provider', 'invoice', 'debit', 'counter'], (t) => t.booking.ways),
      },
      state: { de: 'Stand', en: 'State', words: words(paymentStates, (t) => t.booking.states) },
      cents: { de: 'Betrag (Cent)', en: 'Amount (cents)' },
      opened_at: { de: 'seit', en: 'since' },
    },
    rows: (await listPaymentsOfPerson(database, personId)).map(({ openedAt, ...row }) => ({
      ...row,
      opened_at: openedAt,
    })),
  },
  {
    name: 'parking-mandate',
    title: {
      de: 'Ihre Erlaubnis zur Lastschrift (Konto verschlüsselt)',
      en: 'Your direct debit mandates (account encrypted)',
    },
    fields: {
      ars: TOWN,
      reference: { de: 'Mandat', en: 'Mandate' },
      signed_on: { de: 'gegeben am', en: 'given on' },
      used_at: { de: 'zuletzt genutzt', en: 'last used' },
    },
    rows: (await listMandatesOfPerson(database, personId)).map(({ ars, reference, signedOn, usedAt }) => ({
      ars,
      reference,
      signed_on: signedOn,
      used_at: usedAt,
    })),
  },
  {
    name: 'parking-tax',
    title: {
      de: 'Ihre Angaben für das Finanzamt (verschlüsselt; Sie lesen sie unter »Stellplatz teilen«)',
      en: 'Your facts for the tax office (encrypted; you read them under "Share a space")',
    },
    fields: {
      ars: TOWN,
      asked_at: { de: 'gefragt', en: 'asked' },
      complete_at: { de: 'vollständig seit', en: 'complete since' },
      blocked_at: { de: 'Auszahlung gesperrt seit', en: 'payouts stopped since' },
    },
    rows: (await listTaxOfPerson(database, personId)).map(({ ars, askedAt, completeAt, blockedAt }) => ({
      ars,
      asked_at: askedAt,
      complete_at: completeAt,
      blocked_at: blockedAt,
    })),
  },
];
