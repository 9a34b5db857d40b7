import type { SiteJson } from './contract.ts';
import { countState } from './parking-site.ts';
import { occupancyAt, type StoredSite } from './stored-site.ts';

export const siteJson = (site: StoredSite & { metres: number }, now: Date): SiteJson => {
  const occupancy = occupancyAt(site);
  return {
    id: site.id,
    ars: site.ars,
    name: site.name,
    purpose: site.purpose,
    kind: site.kind,
    lon: site.lon,
    lat: site.lat,
    distance: Math.round(site.metres),
    address: site.address,
    capacity: site.capacity,
    capacityFor: site.capacity_for,
    occupancy: occupancy
      ? {
          state: countState(occupancy, now),
          free: site.free,
          occupied: site.occupied,
          of: site.counted_of,
          at: site.counted_at?.toISOString() ?? null,
          readAt: site.count_read_at?.toISOString() ?? null,
          kind: occupancy.kind,
          quality: occupancy.quality,
        }
      : null,
    hasFee: site.is_free === null ? null : !site.is_free,
    feeText: site.fee_text,
    heightCm: site.height_cm,
    maxStayMinutes: site.max_stay_minutes,
    openingHours: site.opening_hours,
    operator: site.operator,
    url: site.url,
    source: site.source_name,
    attribution: site.attribution,
    licence: site.licence,
    demonstration: site.demonstration,
    readAt: site.read_at.toISOString(),
  };
};
