import { centsFor } from '../bookings/price.ts';
import { SLOTS_AN_HOUR } from '../slot.ts';
import type { HostKind } from '../spaces/pool.ts';

export const paymentStates = ['requested', 'secured', 'due', 'paid', 'released', 'refunded'] as const;
export type PaymentState = (typeof paymentStates)[number];
export type PaymentWay = 'provider' | 'invoice' | 'debit' | 'counter';

/** Who pays for a space of the town. */
export type Payer = {
  way: 'invoice' | 'debit';
  name: string;
  street: string;
  postcode: string;
  city: string;
  /** For a direct debit. */ iban?: string | undefined;
};

export type Payment = {
  ars: string;
  bookingId: string;
  payee: 'host' | 'town';
  way: PaymentWay | null;
  state: PaymentState;
  hostId: string;
  poolId: string;
  reference: string | null;
  reservedCents: number;
  chargedCents: number | null;
  feeCents: number;
  vatCents: number;
  sealedPayer: string | null;
  mandateId: string | null;
  debitRunId: string | null;
  property: string;
  stayFrom: Date | null;
  stayTo: Date | null;
  openedAt: Date;
  expiresAt: Date;
  settledAt: Date | null;
  paidAt: Date | null;
};

/** So long a space is held for somebody who has not paid yet. */
export const PAY_MINUTES = 15;

/** What the platform keeps of each charge: nothing. */
const FEE_PERCENT = 0;
export const feeOf = (cents: number): number => Math.round((cents * FEE_PERCENT) / 100);

/** Prices are gross: the tax is in them. */
export const vatIn = (grossCents: number, percent: number): number =>
  grossCents - Math.round((grossCents * 100) / (100 + percent));

/** Two hours more than quoted: staying longer and staying on are paid from it. More than this is never taken. */
export const reserveFor = (quotedCents: number, centsPerHour: number): number =>
  quotedCents + centsFor(centsPerHour, 0, 2 * SLOTS_AN_HOUR);

/** Whom a driver pays for a pool, and whether it may be done. */
export type Payee = { hostKind: HostKind; isBlocked: boolean };

/** `free` asks nothing, `host` goes through the provider, `town` is the town's own claim. */
export type PaymentPlan = 'free' | 'host' | 'town';

/**
 * How a space is paid for; undefined: nobody can be promised it. Without a provider a private host shares free of charge
 * only, and on the phone nobody can agree on a provider's page.
 */
export const planFor = (
  centsPerHour: number,
  { hostKind, isBlocked }: Payee,
  { hasProvider, channel }: { hasProvider: boolean; channel: 'web' | 'phone' | 'desk' },
): PaymentPlan | undefined => {
  if (centsPerHour === 0) return 'free';
  if (hostKind === 'municipal') return 'town';
  return hasProvider && !isBlocked && channel === 'web' ? 'host' : undefined;
};

/** Where a promise may move to without asking the driver for money anew: to the same kind of payee, or for nothing. */
export const mayMoveTo = (from: PaymentPlan, to: PaymentPlan | undefined): boolean =>
  to === from || to === 'free';
