import type { Audience, Occupancy, Purpose, SiteKind } from './parking-site.ts';

/** A site as it stands, with what its source says of itself. */
export type StoredSite = {
  ars: string;
  id: string;
  source_ars: string;
  source_id: string;
  foreign_id: string;
  name: string;
  purpose: Purpose;
  kind: SiteKind;
  lon: number;
  lat: number;
  address: string | null;
  capacity: number | null;
  capacity_for: Partial<Record<Audience, number>>;
  is_free: boolean | null;
  fee_text: string | null;
  height_cm: number | null;
  max_stay_minutes: number | null;
  opening_hours: string | null;
  operator: string | null;
  description: string | null;
  url: string | null;
  free: number | null;
  occupied: number | null;
  counted_of: number | null;
  counted_at: Date | null;
  count_kind: Occupancy['kind'] | null;
  count_quality: Occupancy['quality'] | null;
  count_read_at: Date | null;
  changed_at: Date;
  source_name: string;
  licence: string | null;
  attribution: string;
  demonstration: boolean;
  /** When its source was last read. */ read_at: Date;
};

/** What the source said of how full it is. */
export const occupancyAt = (site: StoredSite): Occupancy | undefined =>
  site.count_kind === null || site.count_quality === null
    ? undefined
    : {
        kind: site.count_kind,
        quality: site.count_quality,
        ...(site.free !== null && { free: site.free }),
        ...(site.occupied !== null && { occupied: site.occupied }),
        ...(site.counted_of !== null && { of: site.counted_of }),
        ...(site.counted_at !== null && { at: site.counted_at }),
      };
