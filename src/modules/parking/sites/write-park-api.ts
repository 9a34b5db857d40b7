import type { LonLat } from '../../../foundation/geo/point.ts';
import { present } from '../../../foundation/text/foreign-value.ts';
import type { ParkApiSite, ParkApiSource } from './contract.ts';
import type { Audience, SiteKind } from './parking-site.ts';
import type { OpenSource } from './source-store.ts';
import type { StoredSite } from './stored-site.ts';

/** Spaces of one host that others may use. Nothing of a household leaves the house. */
export type PublicPool = {
  ars: string;
  id: string;
  name: string;
  point: LonLat;
  isHousehold: boolean;
  isGarage: boolean;
  capacity: number;
  free?: number;
  countedAt?: Date;
  changedAt: Date;
};

export const POOLS_UID = 'shared-spaces';
/** From here on a count says nothing of a single person. */ const FEWEST_SPACES = 5;

const TYPES: Record<SiteKind, ParkApiSite['type']> = {
  surface: 'OFF_STREET_PARKING_GROUND',
  parkAndRide: 'OFF_STREET_PARKING_GROUND',
  garage: 'CAR_PARK',
  underground: 'UNDERGROUND',
  street: 'ON_STREET',
  spot: 'ON_STREET',
  stands: 'STANDS',
  lockers: 'LOCKERS',
  shed: 'SHED',
  other: 'OTHER',
};

const RESTRICTIONS: Partial<Record<Audience, string>> = {
  disabled: 'DISABLED',
  women: 'WOMEN',
  family: 'FAMILY',
  charging: 'CHARGING',
  carsharing: 'CARSHARING',
  truck: 'TRUCK',
  bus: 'BUS',
  motorcycle: 'MOTORCYCLE',
};

const sourceUid = ({ ars, id }: { ars: string; id: string }): string => `${ars}-${id}`;

export const keyOfUid = (uid: string): { ars: string; id: string } | undefined => {
  const [, ars, id] = /^(\d{2,12})-([a-z0-9-]{1,61})$/.exec(uid) ?? [];
  return ars && id ? { ars, id } : undefined;
};

export const parkApiSource = (source: OpenSource): ParkApiSource => ({
  uid: sourceUid(source),
  name: source.name,
  public_url: source.url,
  attribution_license: source.licence,
  attribution_contributor: source.attribution,
  has_realtime_data: source.has_counts,
  static_data_updated_at: source.read_at?.toISOString() ?? null,
});

/** ParkAPI knows measured counts only, with their time, and none below zero: what is not that stays here. */
const countOf = (site: StoredSite) =>
  site.count_kind === 'realtime' &&
  site.count_quality === 'plausible' &&
  site.counted_at !== null &&
  site.free !== null
    ? {
        has_realtime_data: true,
        realtime_free_capacity: site.free,
        realtime_capacity: site.counted_of ?? undefined,
        realtime_data_updated_at: site.counted_at.toISOString(),
      }
    : { has_realtime_data: false };

export const parkApiSite = (site: StoredSite): ParkApiSite => {
  const restrictions = Object.entries(site.capacity_for).flatMap(([audience, capacity]) => {
    const type = RESTRICTIONS[audience as Audience];
    return type ? [{ type, capacity }] : [];
  });
  return present({
    uid: site.id,
    source_uid: sourceUid({ ars: site.source_ars, id: site.source_id }),
    name: site.name,
    operator_name: site.operator ?? undefined,
    public_url: site.url ?? undefined,
    address: site.address ?? undefined,
    description: site.description ?? undefined,
    purpose: site.purpose === 'bike' ? ('BIKE' as const) : ('CAR' as const),
    type: TYPES[site.kind],
    lat: site.lat,
    lon: site.lon,
    capacity: site.capacity ?? undefined,
    restrictions: restrictions.length > 0 ? restrictions : undefined,
    max_height: site.height_cm ?? undefined,
    max_stay: site.max_stay_minutes ?? undefined,
    has_fee: site.is_free === null ? undefined : !site.is_free,
    fee_description: site.fee_text ?? undefined,
    opening_hours: site.opening_hours ?? undefined,
    park_and_ride_type: site.kind === 'parkAndRide' ? ['YES' as const] : undefined,
    static_data_updated_at: site.changed_at.toISOString(),
    ...countOf(site),
  });
};

/** Shared spaces as counts: no address, nothing below five spaces, no household. */
export const parkApiPools = (pools: readonly PublicPool[]): ParkApiSite[] =>
  pools
    .filter(({ capacity, isHousehold }) => capacity >= FEWEST_SPACES && !isHousehold)
    .map((pool) =>
      present({
        uid: pool.id,
        source_uid: POOLS_UID,
        name: pool.name,
        purpose: 'CAR' as const,
        type: pool.isGarage ? ('CAR_PARK' as const) : ('OFF_STREET_PARKING_GROUND' as const),
        lat: pool.point.lat,
        lon: pool.point.lon,
        capacity: pool.capacity,
        static_data_updated_at: pool.changedAt.toISOString(),
        has_realtime_data: pool.free !== undefined && pool.countedAt !== undefined,
        realtime_free_capacity: pool.countedAt && pool.free,
        realtime_data_updated_at: pool.free === undefined ? undefined : pool.countedAt?.toISOString(),
      }),
    );
