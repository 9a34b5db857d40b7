import { SLOT_MINUTES, type Slot } from '../slot.ts';

// In whole cents, rounded once. No price rises with demand: what an hour is worth to others decides who is promised it,
// never what it costs.

const SLOTS_A_QUARTER = 15 / SLOT_MINUTES;
const OVERSTAY_FACTOR = 1.5;

export const centsFor = (centsPerHour: number, from: Slot, to: Slot): number =>
  Math.round((centsPerHour * (to - from) * SLOT_MINUTES) / 60);

export type Ending =
  | { kind: 'cancelled'; at: Slot; isFixed: boolean }
  | { kind: 'noShow' }
  | { kind: 'left'; at: Slot }
  | { kind: 'failed' };

type Priced = { centsPerHour: number; quotedCents: number; from: Slot; to: Slot };

const firstHour = ({ centsPerHour, quotedCents }: Priced): number => Math.min(quotedCents, centsPerHour);

/**
 * What is charged at the end, in cents. The quote of the promise is never exceeded but by staying on: each quarter of an
 * hour that begins after the end costs one and a half times.
 */
export const chargeOf = (booking: Priced, ending: Ending): number => {
  const { centsPerHour, quotedCents, from, to } = booking;
  if (ending.kind === 'failed') return 0;
  if (ending.kind === 'noShow') return firstHour(booking);
  if (ending.kind === 'cancelled') {
    if (!ending.isFixed) return 0;
    return ending.at >= from ? firstHour(booking) : Math.round(quotedCents / 2);
  }
  if (ending.at <= to) return quotedCents;
  const quarters = Math.ceil((ending.at - to) / SLOTS_A_QUARTER);
  return quotedCents + Math.round(quarters * (centsPerHour / 4) * OVERSTAY_FACTOR);
};
