/** Metres in any flat grid; walking is counted along streets: |dx| + |dy|. */
export type Point = { x: number; y: number };

/** Minutes of the day, half-open; a day may begin before 0 and end after 1440. */
export type Window = { from: number; to: number };

/** Interchangeable units at one entrance. */
export type Pool = {
  id: string;
  at: Point;
  capacity: number;
  windows: readonly Window[];
  /** Largest vehicle that fits; absent: any. */ size?: VehicleSize;
  /** What its units offer, such as `charging`. */ equipment?: readonly string[];
  /** Only who belongs to one of these may use it; absent: everybody. */ audience?: readonly string[];
  /** In cents for an hour; absent: free. */ price?: number;
};

export type VehicleSize = 'small' | 'medium' | 'large';

export type Request = {
  id: string;
  destination: Point;
  requestedAt: number;
  arrival: number;
  departure: number;
  walkLimit: number;
  /** Minutes of search avoided, his own and others'. */ value: number;
  size?: VehicleSize;
  needs?: readonly string[];
  belongsTo?: readonly string[];
  /** In cents for an hour. */ priceLimit?: number;
};

/** The measures of a day that hold for every pool. */
export type Rules = {
  slotMinutes: number;
  bufferMinutes: number;
  walkPenaltyPerMetre: number;
  /** From so many minutes before arrival the pool of a promise is fixed. */ fixedMinutesBefore: number;
};

export const RULES: Rules = {
  slotMinutes: 5,
  bufferMinutes: 10,
  walkPenaltyPerMetre: 1e-4,
  fixedMinutesBefore: 20,
};

export const walkBetween = (a: Point, b: Point): number => Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
