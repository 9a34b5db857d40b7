import type { LonLat } from '../../../foundation/geo/point.ts';
import type { Language } from '../../../foundation/i18n/language.ts';
import type { Slot } from '../slot.ts';

export const bookingStates = [
  'requested',
  'promised',
  'fixed',
  'arrived',
  'overstaying',
  'left',
  'noShow',
  'cancelled',
  'failed',
] as const;
export type BookingState = (typeof bookingStates)[number];

/** What the driver, the host and time itself do with a booking. */
export type BookingAct =
  | 'pay'
  | 'fix'
  | 'arrive'
  | 'extend'
  | 'reportTaken'
  | 'leave'
  | 'cancel'
  | 'runOver'
  | 'missOut'
  | 'fail';

type Rule = Partial<Record<BookingState, BookingState>>;

/** From which state an act leads to which; what is missing is not possible. Nothing leads out of an end. */
const rules: Record<BookingAct, Rule> = {
  pay: { requested: 'promised' },
  fix: { promised: 'fixed' },
  arrive: { fixed: 'arrived' },
  extend: { promised: 'promised', fixed: 'fixed', arrived: 'arrived', overstaying: 'arrived' },
  reportTaken: { fixed: 'fixed', arrived: 'fixed' },
  leave: { arrived: 'left', overstaying: 'left' },
  cancel: { requested: 'cancelled', promised: 'cancelled', fixed: 'cancelled' },
  runOver: { arrived: 'overstaying' },
  missOut: { fixed: 'noShow' },
  fail: { promised: 'failed', fixed: 'failed', arrived: 'failed' },
};

export const stateAfter = (state: BookingState, act: BookingAct): BookingState | undefined =>
  rules[act][state];

export type Needs = {
  vehicleSize: 'small' | 'car' | 'van';
  heightCm?: number | undefined;
  isCovered?: boolean | undefined;
  isStepFree?: boolean | undefined;
  hasCharging?: boolean | undefined;
  /** Groups the driver belongs to. */ belongsTo: ('neighbours' | 'disabled' | 'cargoBike')[];
};

export type Channel = 'web' | 'phone' | 'desk';

export type BookingKey = { ars: string; id: string };

export type Booking = {
  ars: string;
  id: string;
  personId: string | null;
  state: BookingState;
  /** By phone: nobody presses a button, time is taken at its word. */ channel: Channel;
  poolId: string;
  unit: number | null;
  destination: LonLat;
  label: string;
  from: Slot;
  to: Slot;
  /** With the buffer behind it; it ends with the window of the pool. */ heldTo: Slot;
  walkLimit: number;
  needs: Needs;
  centsPerHour: number;
  quotedCents: number;
  plateHash: string | null;
  language: Language;
  askedAt: Date;
  fixedAt: Date | null;
  arrivedAt: Date | null;
  leftAt: Date | null;
  endedAt: Date | null;
  chargedCents: number | null;
};

export const LONGEST_STAY_SLOTS = 12 * 72;
export const LATEST_BEGIN_DAYS = 60;
