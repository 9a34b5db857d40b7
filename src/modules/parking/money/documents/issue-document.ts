import type { Language } from '../../../../foundation/i18n/language.ts';
import type { Letter } from '../../../../foundation/text/write-letter.ts';
import { berlinDay } from '../../../../foundation/time/zone.ts';
import { lockBooking } from '../../bookings/booking-store.ts';
import { openText, sealText } from '../../seal.ts';
import type { ParkingSetting } from '../../setting.ts';
import { documentMessages } from '../../web/index.ts';
import { findMandate } from '../bank/mandate-store.ts';
import type { Payment } from '../payment.ts';
import { findPayment } from '../payment-store.ts';
import { openPayer } from '../seal-payer.ts';
import { findHostTax } from '../tax/host-tax-store.ts';
import { openTaxFacts } from '../tax/keep-tax-facts.ts';
import { findTownAccount } from '../town/town-account-store.ts';
import { insertDocument, listOfBooking, nextNumber } from './document-store.ts';
import { type DocumentKind, type MoneyDocument, numberText } from './money-document.ts';
import { cancellationLetter, type Supplier, stayLetter } from './write-content.ts';

export type DocumentSetting = Pick<ParkingSetting, 'database' | 'clock' | 'newId' | 'secret' | 'payments'>;

const aboutOf = (ars: string, id: string): string => `parking document ${ars} ${id}`;

export const openDocument = async (
  { secret }: Pick<DocumentSetting, 'secret'>,
  { ars, id, content }: Pick<MoneyDocument, 'ars' | 'id' | 'content'>,
): Promise<Letter> => JSON.parse(await openText(secret(), aboutOf(ars, id), content)) as Letter;

type Issue = Pick<
  MoneyDocument,
  'ars' | 'kind' | 'bookingId' | 'hostId' | 'month' | 'cancels' | 'grossCents' | 'vatCents'
>;

/** Numbered and kept as it is. Call it with the transaction of what it is about: neither stands without the other. */
export const issue = async (
  { database, clock, newId, secret, payments }: DocumentSetting,
  document: Issue,
  language: Language,
  write: (head: {
    language: Language;
    kind: DocumentKind;
    number: string;
    at: Date;
    isTest: boolean;
  }) => Letter,
): Promise<void> => {
  const { ars, kind } = document;
  const issuedAt = clock();
  const year = Number(berlinDay(issuedAt).slice(0, 4));
  const number = await nextNumber(database, { ars, kind, year });
  const isTest = payments?.isTest === true;
  const letter = write({
    language,
    kind,
    number: numberText({ ars, kind, year, number }),
    at: issuedAt,
    isTest,
  });
  const id = newId();
  const content = await sealText(secret(), aboutOf(ars, id), JSON.stringify(letter));
  await insertDocument(database, { ...document, id, year, number, content, issuedAt });
};

const supplierOf = async (setting: DocumentSetting, payment: Payment): Promise<Supplier> => {
  const { ars, hostId } = payment;
  if (payment.payee === 'host') {
    const tax = await findHostTax(setting.database, { ars, hostId });
    return { kind: 'host', vat: tax?.vat ?? 'none', facts: await openTaxFacts(setting, { ars, hostId }) };
  }
  const town = await findTownAccount(setting.database, ars);
  const { name = '', address = '', taxNumber = '', vatPercent = 0 } = town ?? {};
  return { kind: 'town', name, address, taxNumber, vatPercent };
};

/** In which way it is paid, as the document says it. */
const howOf = async (setting: DocumentSetting, payment: Payment, language: Language, number: string) => {
  const t = documentMessages(language);
  if (payment.way === 'provider') return t.paid(setting.payments?.name ?? '');
  if (payment.way === 'counter') return t.payCounter;
  const town = await findTownAccount(setting.database, payment.ars);
  if (payment.way === 'debit' && payment.mandateId !== null) {
    const mandate = await findMandate(setting.database, { ars: payment.ars, id: payment.mandateId });
    return t.payDebit(mandate?.reference ?? '', town?.creditorId ?? '');
  }
  return town ? t.payInvoice(town.iban, town.name, number) : t.payAsked;
};

const NUMBER = '{number}';

/** The receipt of what the provider has taken, or the invoice of what a driver owes the town; once for each booking. */
export const issueForPayment = async (
  setting: DocumentSetting,
  { ars, bookingId }: Pick<Payment, 'ars' | 'bookingId'>,
): Promise<void> => {
  const { database } = setting;
  const payment = await findPayment(database, { ars, bookingId });
  const { chargedCents, stayFrom, stayTo } = payment ?? {};
  if (!payment || !chargedCents || !stayFrom || !stayTo) return;
  const language = (await lockBooking(database, { ars, id: bookingId }))?.language ?? 'de';
  const supplier = await supplierOf(setting, payment);
  const payer = await openPayer(setting, payment);
  const customer = payer ? `${payer.name}, ${payer.street}, ${payer.postcode} ${payer.city}` : '';
  const how = await howOf(setting, payment, language, NUMBER);
  const stay = { property: payment.property, from: stayFrom, to: stayTo, cents: chargedCents, feeCents: 0 };
  await issue(
    setting,
    {
      ars,
      kind: payment.payee === 'host' ? 'receipt' : 'invoice',
      bookingId,
      hostId: payment.hostId,
      month: null,
      cancels: null,
      grossCents: chargedCents,
      vatCents: payment.vatCents,
    },
    language,
    (head) => stayLetter(head, { supplier, stay, customer, how: how.replace(NUMBER, head.number) }),
  );
};

/** What was given back: a document of its own takes the first one back. */
export const cancelReceipt = async (
  setting: DocumentSetting,
  { ars, bookingId }: Pick<Payment, 'ars' | 'bookingId'>,
): Promise<void> => {
  const documents = await listOfBooking(setting.database, { ars, bookingId });
  const first = documents.find(({ kind }) => kind !== 'cancellation');
  if (!first || documents.some(({ cancels }) => cancels === first.id)) return;
  const letter = await openDocument(setting, first);
  await issue(
    setting,
    {
      ars,
      kind: 'cancellation',
      bookingId,
      hostId: first.hostId,
      month: null,
      cancels: first.id,
      grossCents: -first.grossCents,
      vatCents: -first.vatCents,
    },
    letter.lang,
    (head) => cancellationLetter(head, letter, numberText(first)),
  );
};
