export type Account = 'driver' | 'host' | 'fee' | 'vat' | 'provider' | 'town' | 'bank';

/** Positive is debit, negative is credit. */
export type Posting = { account: Account; hostId?: string; cents: number };

export type TransactionKind = 'charge' | 'capture' | 'refund' | 'payOut' | 'paid' | 'correction';

/** The same key is booked once. */
export type LedgerTransaction = {
  ars: string;
  id: string;
  key: string;
  kind: TransactionKind;
  bookingId: string | null;
  at: Date;
  postings: Posting[];
};

export const sumOf = (postings: readonly Posting[]): number =>
  postings.reduce((total, { cents }) => total + cents, 0);

const withoutEmpty = (postings: Posting[]): Posting[] => postings.filter(({ cents }) => cents !== 0);

/** A driver owes a host, and the platform its fee out of it. */
export const hostCharge = (hostId: string, cents: number, feeCents: number): Posting[] =>
  withoutEmpty([
    { account: 'driver', cents },
    { account: 'host', hostId, cents: feeCents - cents },
    { account: 'fee', cents: -feeCents },
  ]);

/** A driver owes the town; the tax in it is owed on. */
export const townCharge = (cents: number, vatCents: number): Posting[] =>
  withoutEmpty([
    { account: 'driver', cents },
    { account: 'town', cents: vatCents - cents },
    { account: 'vat', cents: -vatCents },
  ]);

/** The provider has taken the money; it lies there. */
export const captured = (cents: number): Posting[] => [
  { account: 'provider', cents },
  { account: 'driver', cents: -cents },
];

/** Who owes the town has paid. */
export const paidToTown = (cents: number): Posting[] => [
  { account: 'bank', cents },
  { account: 'driver', cents: -cents },
];

/** The provider has sent a host's balance to the host's bank. */
export const paidOut = (hostId: string, cents: number): Posting[] => [
  { account: 'host', hostId, cents },
  { account: 'provider', cents: -cents },
];

/** What was booked, the other way round. */
export const reversed = (postings: readonly Posting[]): Posting[] =>
  postings.map((posting) => ({ ...posting, cents: -posting.cents }));
