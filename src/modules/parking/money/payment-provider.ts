import type { Language } from '../../../foundation/i18n/language.ts';

/** What the provider says of an authorisation. */
export type ProviderState = 'open' | 'authorised' | 'declined' | 'captured' | 'cancelled';

/** Done, at the provider's own time; or a no that trying again does not change. A fault that may pass throws. */
export type ProviderAnswer = { doneAt: Date } | { refused: string };

export type MovementKind = 'capture' | 'refund' | 'payOut';

/** One line of the provider's books; `key` is the one that we asked with. */
export type Movement = { key: string; kind: MovementKind; cents: number; feeCents: number };

/**
 * A licensed provider that holds drivers' money and splits it (ZAG): nothing of it ever lies with us. Every order carries
 * a key; the same key asked again does nothing anew and answers the same. `ars` names the merchant: each municipality has
 * its own books. A host is known by an id of ours; who it is in law is between the host and the provider.
 */
export type PaymentProvider = {
  /** As residents read it. */ name: string;
  /** No money moves: every page and document says so. */ isTest: boolean;
  /** Reserves money once the driver has agreed on the provider's own page. */
  open: (order: {
    ars: string;
    key: string;
    cents: number;
    /** A path of ours that the driver comes back to. */ returnTo: string;
    language: Language;
  }) => Promise<{ reference: string; page: string }>;
  look: (ars: string, reference: string) => Promise<ProviderState>;
  /** Takes a part of what is reserved, once for each key; the host gets it but for the fee. */
  capture: (order: {
    ars: string;
    key: string;
    reference: string;
    cents: number;
    feeCents: number;
    host: string;
  }) => Promise<ProviderAnswer>;
  /** Nothing more is taken: what is left of the reservation is free again, and the driver can no longer agree. */
  cancel: (order: { ars: string; key: string; reference: string }) => Promise<ProviderAnswer>;
  /** Back to the driver, from the host's balance and the fee. */
  refund: (order: {
    ars: string;
    key: string;
    reference: string;
    cents: number;
    feeCents: number;
    host: string;
  }) => Promise<ProviderAnswer>;
  /** From the host's balance to the host's bank account. */
  payOut: (order: {
    ars: string;
    key: string;
    host: string;
    cents: number;
    iban: string;
    holder: string;
  }) => Promise<ProviderAnswer>;
  /** What the provider holds for a host, in cents. */
  balanceOf: (ars: string, host: string) => Promise<number>;
  /** What moved on a day in Berlin. */
  movementsOf: (ars: string, day: string) => Promise<Movement[]>;
  /** Which authorisation a notice is about; undefined: not signed by the provider, or too old. */
  readNotice: (body: string, signature: string) => { ars: string; reference: string } | undefined;
};
