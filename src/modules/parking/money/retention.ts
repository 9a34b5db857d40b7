import { daysBefore, type RetentionRule } from '../../../foundation/database/retention.ts';
import { deleteMandates } from './bank/mandate-store.ts';
import { deleteDocuments } from './documents/document-store.ts';
import { deleteLedger } from './ledger/ledger-store.ts';
import { deletePayments, forgetPayers } from './payment-end-store.ts';
import { deleteTaxFacts } from './tax/host-tax-store.ts';
import { deleteDebitRuns } from './town/claim-store.ts';

// Eight years from the end of the year (§ 147 (3) AO), so nine at most; ten for the report to the tax office, so eleven.
const BOOKS_DAYS = 9 * 366;
const TAX_DAYS = 11 * 366;
const PAYER_DAYS = 400;
/** Thirteen months a debit may be disputed, and one more. */
const MANDATE_DAYS = 14 * 31;

const BOOKS = {
  keptDays: BOOKS_DAYS,
  kept: { de: '8 Jahre ab dem Ende des Jahres', en: '8 years from the end of the year' },
  why: {
    de: 'Aufbewahrung von Buchungsbelegen (§ 147 AO), auch wenn das Konto gelöscht ist',
    en: 'Keeping of accounting records (§ 147 AO), even when the account is deleted',
  },
};
const TAX = {
  keptDays: TAX_DAYS,
  kept: { de: '10 Jahre ab dem Ende des Jahres', en: '10 years from the end of the year' },
  why: {
    de: 'Meldung nach dem Plattformen-Steuertransparenzgesetz, auch wenn das Konto gelöscht ist',
    en: 'Report under the platform tax transparency act, even when the account is deleted',
  },
};

/** How long what belongs to money is kept: longer than anything else, since the law wants it. */
export const moneyRetention: RetentionRule[] = [
  {
    dataClass: 'parking-ledger',
    what: { de: 'Buchungssätze zum Parken, ohne Namen', en: 'Ledger entries of parking, without names' },
    ...BOOKS,
    prune: ({ database, clock }) => deleteLedger(database, daysBefore(clock(), BOOKS_DAYS)),
  },
  {
    dataClass: 'parking-documents',
    what: {
      de: 'Quittungen, Rechnungen und Gutschriften zum Parken, verschlüsselt',
      en: 'Receipts, invoices and credit notes of parking, encrypted',
    },
    ...BOOKS,
    prune: ({ database, clock }) => deleteDocuments(database, daysBefore(clock(), BOOKS_DAYS)),
  },
  {
    dataClass: 'parking-debit-files',
    what: {
      de: 'Lastschriftdateien einer Stadt, verschlüsselt',
      en: 'Direct debit files of a town, encrypted',
    },
    ...BOOKS,
    prune: ({ database, clock }) => deleteDebitRuns(database, daysBefore(clock(), BOOKS_DAYS)),
  },
  {
    dataClass: 'parking-payments',
    what: {
      de: 'Zahlungen zu Buchungen: Betrag, Zeit, Stellplatz',
      en: 'Payments of bookings: amount, time, space',
    },
    ...TAX,
    prune: ({ database, clock }) => deletePayments(database, daysBefore(clock(), TAX_DAYS)),
  },
  {
    dataClass: 'parking-tax-facts',
    what: {
      de: 'Angaben von Gastgebern für das Finanzamt, verschlüsselt',
      en: 'Facts of hosts for the tax office, encrypted',
    },
    ...TAX,
    prune: ({ database, clock }) => deleteTaxFacts(database, daysBefore(clock(), TAX_DAYS)),
  },
  {
    dataClass: 'parking-payers',
    what: {
      de: 'Name, Anschrift und Konto bei Zahlungen an die Stadt, verschlüsselt',
      en: 'Name, address and account of payments to the town, encrypted',
    },
    keptDays: PAYER_DAYS,
    kept: { de: '400 Tage nach der Zahlung', en: '400 days after the payment' },
    why: { de: 'Rückfragen zur Rechnung', en: 'Questions about the invoice' },
    prune: ({ database, clock }) => forgetPayers(database, daysBefore(clock(), PAYER_DAYS)),
  },
  {
    dataClass: 'parking-mandates',
    what: { de: 'Erlaubnis zur Lastschrift, verschlüsselt', en: 'Direct debit mandates, encrypted' },
    keptDays: MANDATE_DAYS,
    kept: { de: '14 Monate nach der letzten Nutzung', en: '14 months after the last use' },
    why: {
      de: 'So lange kann eine Lastschrift bestritten werden.',
      en: 'A debit can be disputed for so long.',
    },
    prune: ({ database, clock }) => deleteMandates(database, daysBefore(clock(), MANDATE_DAYS)),
  },
];
