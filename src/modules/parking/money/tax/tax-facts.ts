/** How the tax on what a host earns is shown: no business, a small one (§ 19 UStG), or 19 percent. */
export const vatKinds = ['none', 'small', 'full'] as const;
export type VatKind = (typeof vatKinds)[number];

export const VAT_PERCENT: Record<VatKind, number> = { none: 0, small: 0, full: 19 };

export type TaxAddress = { street: string; number: string; postcode: string; city: string };

/** What § 17 PStTG asks of a host, and the account that is paid to (German residents). */
export type TaxFacts = TaxAddress & {
  person?: { firstName: string; lastName: string; bornOn: string } | undefined;
  entity?: { name: string; registerNumber: string } | undefined;
  /** Of a person § 139b AO, of an entity its tax number or § 139c AO. */ taxId: string;
  vatId: string;
  vat: VatKind;
  iban: string;
  holder: string;
};

export const nameOf = ({ person, entity }: Pick<TaxFacts, 'person' | 'entity'>): string =>
  person ? `${person.firstName} ${person.lastName}` : (entity?.name ?? '');

export const addressLine = ({ street, number, postcode, city }: TaxAddress): string =>
  `${street} ${number}, ${postcode} ${city}`;

// § 23 PStTG: after two reminders, and not before sixty days, a host who says nothing is paid nothing more.
const REMINDER_DAYS = [20, 40] as const;
const BLOCK_DAYS = 60;
const DAY_MILLISECONDS = 86_400_000;

export type Asked = { askedAt: Date; reminded: number; completeAt: Date | null; blockedAt: Date | null };

/** What is due for a host who has not told everything; undefined: nothing. */
export const dueStep = (
  { askedAt, reminded, completeAt, blockedAt }: Asked,
  now: Date,
): 'remind' | 'block' | undefined => {
  if (completeAt || blockedAt) return undefined;
  const days = (now.getTime() - askedAt.getTime()) / DAY_MILLISECONDS;
  const next = REMINDER_DAYS[reminded];
  if (next !== undefined) return days >= next ? 'remind' : undefined;
  return days >= BLOCK_DAYS ? 'block' : undefined;
};
