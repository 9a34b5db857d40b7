/** Five minutes, counted since 1970: neither midnight nor the change of clocks is special. */
export type Slot = number;

export const SLOT_MINUTES = 5;
const SLOT_MILLISECONDS = SLOT_MINUTES * 60_000;
export const SLOTS_AN_HOUR = 60 / SLOT_MINUTES;

export const slotAt = (instant: Date): Slot => Math.floor(instant.getTime() / SLOT_MILLISECONDS);

/** The first slot that begins at the instant or after it. */
export const slotFrom = (instant: Date): Slot => Math.ceil(instant.getTime() / SLOT_MILLISECONDS);

export const instantOf = (slot: Slot): Date => new Date(slot * SLOT_MILLISECONDS);

/** A half-open run of slots. */
export type Span = { from: Slot; to: Slot };
