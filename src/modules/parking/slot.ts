/** Five minutes, counted since 1970: neither midnight nor the change of clocks is special. */
export type Slot = number;

export const SLOT_MINUTES = 5;
const SLOT_MILLISECONDS = SLOT_MINUTES * 60_000;
export const SLOTS_AN_HOUR = 60 / SLOT_MINUTES;
export const SLOTS_A_DAY = 24 * SLOTS_AN_HOUR;

export const slotAt = (instant: Date): Slot => Math.floor(instant.getTime() / SLOT_MILLISECONDS);

/** The first slot that begins at the instant or after it. */
export const slotFrom = (instant: Date): Slot => Math.ceil(instant.getTime() / SLOT_MILLISECONDS);

export const instantOf = (slot: Slot): Date => new Date(slot * SLOT_MILLISECONDS);

/** A half-open run of slots. */
export type Span = { from: Slot; to: Slot };

/** So long before a stay begins its unit is named. */
export const FIXED_MINUTES_BEFORE = 20;
/** A stay holds its unit so much longer: who is late and who stays late never meet. */
export const BUFFER_SLOTS = 2;
/** So long a unit waits for who does not come. */
export const GRACE_SLOTS = 3;
