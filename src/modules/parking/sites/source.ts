import type { LonLat } from '../../../foundation/geo/point.ts';
import type { Message } from '../../../foundation/i18n/message.ts';
import type { Rejection } from './parking-site.ts';

/** A file or an address that a unit hands on: its own sites, or those of somebody else. */
export type ParkingSource = {
  /** Of the unit that hands on; 12 digits for a municipality, fewer above. */ ars: string;
  id: string;
  name: string;
  format: string;
  url?: string;
  /** Id of the source whose sites it counts. */ countsFor?: string;
  /** Without one, residents see its sites here, but nobody is handed them on. */ licence?: string;
  attribution: string;
  demonstration: boolean;
};

/** How this source looked when it was last read. */
export type Revision = { etag?: string; lastModified?: string; contentHash: string };

export type Input = { bytes: Uint8Array; contentType?: string; revision?: Revision };

/** In which municipality a point lies. */
export type Locate = (point: LonLat) => { ars: string } | undefined | Promise<{ ars: string } | undefined>;

/** Fetches an address if it changed; the house that runs this knows how to do so safely. */
export type Fetch = (
  url: string,
  known: Revision | undefined,
) => Promise<Input | { unchanged: true; revision: Revision } | { refused: string; detail: string }>;

/** `read` are sites and counts; rejected records come on top. */
export type SiteFigures = Record<
  'read' | 'created' | 'changed' | 'unchanged' | 'withdrawn' | 'counted' | 'rejected',
  number
> & { skipped: Record<string, number> };

export type SiteReport = { figures: SiteFigures; rejected: Rejection[] };
export type SiteRefusal = { refused: 'unreadable-file' | 'unknown-source'; reason: Message };
