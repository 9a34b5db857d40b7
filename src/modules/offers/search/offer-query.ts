import type { LonLat } from '../../../foundation/geo/point.ts';
import type { Interval } from '../../../foundation/time/zone.ts';
import type { Category } from '../category.ts';

/** What a person asks for around a point. */
export type OfferQuery = {
  around: LonLat;
  radiusMetres: number;
  /** None: all categories. */ categories: Category[];
  kinds: ('place' | 'event')[];
  /** Events count if a date of theirs overlaps this time. */ window: Interval;
  openNow: boolean;
  free: boolean;
  stepFree: boolean;
  /** Folded words to search for. */ text?: string;
  offset: number;
  limit: number;
};

/** The most that is counted or looked through: beyond it a list says "more than", and nobody walks that far. */
export const MOST_CANDIDATES = 500;
export const LARGEST_RADIUS_METRES = 50_000;
export const PAGE_SIZE = 25;
