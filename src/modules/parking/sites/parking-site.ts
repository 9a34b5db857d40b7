import type { LonLat } from '../../../foundation/geo/point.ts';
import type { Message } from '../../../foundation/i18n/message.ts';
import type { SiteKind } from './contract.ts';

export { type SiteKind, siteKinds } from './contract.ts';

export const purposes = ['car', 'bike'] as const;
export type Purpose = (typeof purposes)[number];

export const audiences = [
  'disabled',
  'women',
  'family',
  'charging',
  'carsharing',
  'truck',
  'bus',
  'motorcycle',
  'cargoBike',
] as const;
export type Audience = (typeof audiences)[number];

export const countQualities = ['plausible', 'negative', 'overCapacity'] as const;

/**
 * How full it is, as the source said it and when: a count that cannot be is kept and named so, and one that is missing
 * is no zero.
 */
export type Occupancy = {
  /** Absent where only what is taken is said, and of how many is not known. */ free?: number;
  occupied?: number;
  /** Spaces that the count speaks of, where it says so. */ of?: number;
  /** Absent: the source does not say when. */ at?: Date;
  kind: 'realtime' | 'forecast' | 'unknown';
  quality: (typeof countQualities)[number];
};

/** A public car park, a street to park in, or stands for bicycles, whoever runs it. */
export type ParkingSite = {
  foreignId: string;
  name: string;
  point: LonLat;
  purpose: Purpose;
  kind: SiteKind;
  address?: string;
  capacity?: number;
  /** Of the capacity, or beside it: sources do not say. */ capacityFor: Partial<Record<Audience, number>>;
  occupancy?: Occupancy;
  isFree?: boolean;
  feeText?: string;
  heightCm?: number;
  maxStayMinutes?: number;
  /** OSM syntax. */ openingHours?: string;
  operator?: string;
  description?: string;
  url?: string;
};

/** A count alone: its site stands in another file. */
export type SiteCount = { foreignId: string; occupancy: Occupancy };

export type Rejection = { position: string; reason: Message };

/** What a file says. `skipped` counts what is no public parking, by reason. */
export type Reading = {
  sites: ParkingSite[];
  counts: SiteCount[];
  rejected: Rejection[];
  skipped: Record<string, number>;
};

type Said = { free?: number | undefined; occupied?: number | undefined; of?: number | undefined };

/** @returns undefined where nothing is said. What is free follows from what is taken, where the capacity is known. */
export const occupancyOf = (
  { free, occupied, of }: Said,
  when: { at?: Date | undefined; kind: Occupancy['kind'] },
): Occupancy | undefined => {
  if (free === undefined && occupied === undefined) return undefined;
  const left = free ?? (of === undefined ? undefined : of - (occupied ?? 0));
  const isOver = (of !== undefined && left !== undefined && left > of) || (occupied ?? 0) < 0;
  return {
    kind: when.kind,
    quality: (left ?? 0) < 0 ? 'negative' : isOver ? 'overCapacity' : 'plausible',
    ...(left !== undefined && { free: left }),
    ...(occupied !== undefined && { occupied }),
    ...(of !== undefined && { of }),
    ...(when.at && { at: when.at }),
  };
};

/** A count that came alone, beside the site that it speaks of. */
export const countedAt = (occupancy: Occupancy, capacity: number | undefined): Occupancy =>
  occupancyOf({ ...occupancy, of: occupancy.of ?? capacity }, occupancy) ?? occupancy;

const MINUTE_MILLISECONDS = 60_000;
const FRESH_MINUTES = 60;
/** Clocks of two houses differ by a little. */ const AHEAD_MINUTES = 5;

export type CountState = 'unknown' | 'forecast' | 'fresh' | 'stale' | 'undated' | 'implausible' | 'full';

/** What a count is worth at a moment. More cars than spaces means full; more free than there are means nothing. */
export const countState = (occupancy: Occupancy | undefined, now: Date): CountState => {
  if (occupancy?.free === undefined) return 'unknown';
  if (occupancy.kind === 'forecast') return 'forecast';
  if (!occupancy.at) return 'undated';
  const minutes = minutesSince(occupancy.at, now);
  if (minutes > FRESH_MINUTES) return 'stale';
  if (minutes < -AHEAD_MINUTES || occupancy.quality === 'overCapacity') return 'implausible';
  return occupancy.free <= 0 ? 'full' : 'fresh';
};

export const minutesSince = (at: Date, now: Date): number =>
  Math.floor((now.getTime() - at.getTime()) / MINUTE_MILLISECONDS);
