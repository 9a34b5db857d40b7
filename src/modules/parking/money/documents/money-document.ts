/** A receipt for a driver, an invoice of a town, a credit note for a host, and what takes one of them back. */
export type DocumentKind = 'receipt' | 'invoice' | 'creditNote' | 'cancellation';

export type MoneyDocument = {
  ars: string;
  id: string;
  kind: DocumentKind;
  year: number;
  number: number;
  bookingId: string | null;
  hostId: string | null;
  /** The first day of the month that a credit note is for. */ month: string | null;
  /** What it takes back. */ cancels: string | null;
  grossCents: number;
  vatCents: number;
  /** Sealed: the letter as it was issued. */ content: string;
  issuedAt: Date;
};

const SIGNS: Record<DocumentKind, string> = {
  receipt: 'Q',
  invoice: 'R',
  creditNote: 'G',
  cancellation: 'S',
};
const DIGITS = 6;

/** One of its kind in a municipality and a year, counted without a gap (§ 14 (4) UStG). */
export const numberText = ({
  ars,
  kind,
  year,
  number,
}: Pick<MoneyDocument, 'ars' | 'kind' | 'year' | 'number'>): string =>
  `${SIGNS[kind]}-${ars}-${year}-${String(number).padStart(DIGITS, '0')}`;
