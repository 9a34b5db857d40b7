import type { LonLat } from '../../../../foundation/geo/point.ts';
import type { Rejection } from '../../offer.ts';
import type { Reason } from '../border/reading.ts';

/** A feed, a file or a spreadsheet of the publishing municipality (or district …). */
export type Source = {
  /** Of the publisher; 12 digits for a municipality, fewer for the levels above. */ ars: string;
  id: string;
  name: string;
  format: string;
  url?: string;
  licence?: string;
  attribution: string;
  settings?: unknown;
  demonstration: boolean;
};

/** How this source looked when it was last read. */
export type Revision = { etag?: string; lastModified?: string; contentHash: string };

export type Place = { ars: string };
type Answer = Place | undefined | Promise<Place | undefined>;

/** What an import must know of municipalities, handed in by whoever knows them. */
export type Places = {
  locate: (point: LonLat) => Answer /** Postcode and town of an address. */;
  findPlace: (text: string) => Answer;
};

export type ImportInput = { bytes: Uint8Array; contentType?: string; revision?: Revision };

/** `read` = created + changed + unchanged + returned + moved + merged; rejected records come on top. */
export type ImportCounts = Record<
  'read' | 'created' | 'changed' | 'unchanged' | 'returned' | 'moved' | 'merged' | 'vanished' | 'rejected',
  number
> & { skipped: Record<string, number> };

export type ImportReport = { runId: string; counts: ImportCounts; rejected: Rejection[] };
export type ImportRefusal = { refused: 'unreadable-file' | 'unknown-source'; runId?: string; reason: Reason };
