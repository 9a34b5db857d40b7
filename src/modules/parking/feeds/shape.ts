import type { Message } from '../../../foundation/i18n/message.ts';
import type { Audience, Occupancy, Purpose, SiteKind } from '../sites/parking-site.ts';

/** Where a value stands: a path, the first that is filled of several paths, or a look of its own. */
export type From = string | readonly string[] | ((item: unknown, file: unknown) => unknown);

type Place = { geometry: From } | { wkt: From } | { lon: From; lat: From };

/** How a source says what a parking site is: data, one entry for each shape in the field. */
export type Shape = {
  /** Path to the records in a JSON file; `*` is each of a list. */ items?: string;
  /** A JSON object whose keys are the ids. */ isKeyed?: boolean;
  /** Times without a zone. */ zone?: 'UTC';
  /** Counts of sites that stand elsewhere: neither name nor point is asked for. */ isCounts?:
    | boolean
    | ((item: unknown) => boolean);
  /** @returns why a record is no public parking. */ skip?: (item: unknown) => string | undefined;
  id?: From;
  name?: From;
  /** Where a source names nothing. */ nameless?: Message['de'];
  place?: Place;
  purpose: Purpose | From;
  kind: SiteKind | { from: From; otherwise: SiteKind };
  /** All spaces are for them. */ audience?: Audience | ((item: unknown) => Audience | undefined);
  capacity?: From;
  capacityFor?: Partial<Record<Audience, From>>;
  free?: From;
  occupied?: From;
  /** Spaces that the count speaks of; otherwise the capacity. */ of?: From;
  countedAt?: From;
  countKind?: Occupancy['kind'] | ((item: unknown) => Occupancy['kind']);
  fee?: From;
  feeText?: From;
  height?: From;
  maxStayMinutes?: From;
  hours?: From;
  operator?: From;
  address?: From;
  description?: From;
  url?: From;
};
