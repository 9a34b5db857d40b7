import { formatDate, formatEuro, formatNumber, formatTime } from '../../../../foundation/i18n/format.ts';
import type { Language } from '../../../../foundation/i18n/language.ts';
import type { Letter } from '../../../../foundation/text/write-letter.ts';
import { documentMessages } from '../../web/index.ts';
import { vatIn } from '../payment.ts';
import { addressLine, nameOf, type TaxFacts, VAT_PERCENT, type VatKind } from '../tax/tax-facts.ts';
import type { DocumentKind } from './money-document.ts';

export type Stay = { property: string; from: Date; to: Date; cents: number; feeCents: number };

type Head = { language: Language; kind: DocumentKind; number: string; at: Date; isTest: boolean };

/** Who supplies: as much as the tax asks to be named, and no more of a private person. */
export type Supplier =
  | { kind: 'host'; vat: VatKind; facts: TaxFacts | undefined }
  | { kind: 'town'; name: string; address: string; taxNumber: string; vatPercent: number };

const percentOf = (supplier: Supplier): number =>
  supplier.kind === 'host' ? VAT_PERCENT[supplier.vat] : supplier.vatPercent;

const sender = (supplier: Supplier, language: Language): string => {
  const t = documentMessages(language);
  return supplier.kind === 'town' ? supplier.name : t.platform(t.house);
};

const supplierFacts = (supplier: Supplier, language: Language): Letter['facts'] => {
  const t = documentMessages(language);
  if (supplier.kind === 'town')
    return [
      [t.supplier, [supplier.name, supplier.address].filter((part) => part !== '').join(', ')],
      ...(supplier.taxNumber === '' ? [] : [[t.taxNumber, supplier.taxNumber] as [string, string]]),
    ];
  const { facts, vat } = supplier;
  // A private person is not named to drivers; who is in business must be (§ 14 (4) UStG).
  if (!facts || (vat === 'none' && facts.person)) return [[t.supplier, t.privateHost]];
  return [
    [t.supplier, `${nameOf(facts)}, ${addressLine(facts)}`],
    facts.vatId === '' ? [t.taxNumber, facts.taxId] : [t.vatId, facts.vatId],
  ];
};

const vatText = (supplier: Supplier, language: Language): string[] => {
  const t = documentMessages(language);
  if (percentOf(supplier) > 0) return [];
  if (supplier.kind === 'town') return [t.vatTown];
  return [supplier.vat === 'small' ? t.vatSmall : t.vatNone];
};

const sumRows = (supplier: Supplier, cents: number, language: Language): [string, string][] => {
  const t = documentMessages(language);
  const percent = percentOf(supplier);
  const vat = vatIn(cents, percent);
  return [
    [t.gross, formatEuro(language, cents)],
    ...(percent === 0
      ? []
      : ([
          [t.net, formatEuro(language, cents - vat)],
          [t.vat(formatNumber(language, percent)), formatEuro(language, vat)],
        ] as [string, string][])),
  ];
};

const moment = (language: Language, at: Date): string =>
  `${formatDate(language, at)}, ${formatTime(language, at)}`;

const headOf = ({ language, kind, number, at, isTest }: Head, supplier: Supplier) => {
  const t = documentMessages(language);
  return {
    lang: language,
    sender: sender(supplier, language),
    title: t.title(t.kinds[kind], number),
    note: isTest ? t.test : null,
    facts: [
      [t.number, number],
      [t.date, formatDate(language, at)],
    ] as Letter['facts'],
  };
};

/** For a driver: a receipt or an invoice of one stay. `how` says in which way it is paid. */
export const stayLetter = (
  head: Head,
  { supplier, stay, customer, how }: { supplier: Supplier; stay: Stay; customer: string; how: string },
): Letter => {
  const { language } = head;
  const t = documentMessages(language);
  const base = headOf(head, supplier);
  return {
    ...base,
    facts: [
      ...base.facts,
      ...supplierFacts(supplier, language),
      ...(customer === '' ? [] : [[t.customer, customer] as [string, string]]),
    ],
    paragraphs: [how, ...vatText(supplier, language)],
    groups: [
      {
        title: t.service,
        rows: [
          [t.service, t.letting],
          [t.space, stay.property],
          [t.time, t.stay(moment(language, stay.from), moment(language, stay.to))],
        ],
      },
      { title: t.sums, rows: sumRows(supplier, stay.cents, language) },
    ],
  };
};

/** For a host: everything that a month brought, in one document. */
export const creditNoteLetter = (
  head: Head,
  { facts, vat, month, stays }: { facts: TaxFacts | undefined; vat: VatKind; month: string; stays: Stay[] },
): Letter => {
  const { language } = head;
  const t = documentMessages(language);
  const supplier: Supplier = { kind: 'host', vat, facts };
  const base = headOf(head, supplier);
  const total = stays.reduce((sum, { cents }) => sum + cents, 0);
  const fee = stays.reduce((sum, { feeCents }) => sum + feeCents, 0);
  return {
    ...base,
    facts: [
      ...base.facts,
      ...(facts ? ([[t.customer, `${nameOf(facts)}, ${addressLine(facts)}`]] as Letter['facts']) : []),
      ...(facts && vat !== 'none' ? [[t.taxNumber, facts.vatId || facts.taxId] as [string, string]] : []),
      [t.period, month],
    ],
    paragraphs: [t.creditNote, ...vatText(supplier, language)],
    groups: [
      {
        title: t.sums,
        rows: [
          ...sumRows(supplier, total, language),
          [t.fee, formatEuro(language, fee)],
          [t.payout, formatEuro(language, total - fee)],
        ],
      },
      {
        title: t.bookings,
        rows: stays.map((stay) => [
          `${t.stay(moment(language, stay.from), moment(language, stay.to))}, ${stay.property}`,
          formatEuro(language, stay.cents),
        ]),
      },
    ],
  };
};

/** A document is never changed: a second one takes it back, with the same lines. */
export const cancellationLetter = (head: Head, before: Letter, beforeNumber: string): Letter => {
  const t = documentMessages(head.language);
  return {
    ...before,
    title: t.title(t.kinds.cancellation, head.number),
    facts: [[t.number, head.number], [t.date, formatDate(head.language, head.at)], ...before.facts.slice(2)],
    paragraphs: [t.cancels(beforeNumber), t.refunded],
  };
};
