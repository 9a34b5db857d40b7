import { array, scalar } from '../../../../foundation/text/foreign-value.ts';
import type { Audience } from '../../sites/parking-site.ts';
import { at } from '../said.ts';
import type { From, Shape } from '../shape.ts';

/** Since version 0.28 of its sources ParkAPI states capacities of an audience as restrictions; before, as columns. */
const restricted =
  (type: string, ...columns: string[]): From =>
  (item) =>
    array(at(item, 'restrictions') ?? at(item, 'restricted_to'))
      .map((one) => (scalar(at(one, 'type')) === type ? at(one, 'capacity') : undefined))
      .find((count) => count !== undefined) ??
    columns.map((column) => at(item, column)).find((count) => count !== undefined && count !== null);

const SPOT_FREE: Record<string, number> = { AVAILABLE: 1, TAKEN: 0 };

const onlyFor = (item: unknown): Audience | undefined => {
  const words = array(at(item, 'restricted_to')).map((one) => scalar(at(one, 'type')));
  const known: Record<string, Audience> = {
    DISABLED: 'disabled',
    WOMEN: 'women',
    FAMILY: 'family',
    CHARGING: 'charging',
  };
  return words.map((word) => known[word ?? '']).find((audience) => audience !== undefined);
};

/** ParkAPI v3, static and with counts: as JSON, as GeoJSON, or as a table with the same names. */
const parkApi3: Shape = {
  items: 'items',
  id: ['uid', 'original_uid', 'id'],
  name: 'name',
  place: { lon: ['lon', 'geometry.coordinates.0'], lat: ['lat', 'geometry.coordinates.1'] },
  purpose: 'purpose',
  kind: { from: 'type', otherwise: 'other' },
  capacity: 'capacity',
  capacityFor: {
    disabled: restricted('DISABLED', 'capacity_disabled'),
    women: restricted('WOMEN', 'capacity_woman', 'capacity_women'),
    family: restricted('FAMILY', 'capacity_family'),
    charging: restricted('CHARGING', 'capacity_charging'),
    carsharing: restricted('CARSHARING', 'capacity_carsharing'),
    truck: restricted('TRUCK', 'capacity_truck'),
    bus: restricted('BUS', 'capacity_bus'),
    motorcycle: restricted('MOTORCYCLE', 'capacity_motorcycle'),
  },
  free: 'realtime_free_capacity',
  of: 'realtime_capacity',
  countedAt: 'realtime_data_updated_at',
  fee: 'has_fee',
  feeText: 'fee_description',
  height: 'max_height',
  maxStayMinutes: 'max_stay',
  hours: 'opening_hours',
  operator: 'operator_name',
  address: 'address',
  description: 'description',
  url: 'public_url',
};

export const parkApiShapes: Record<string, Shape> = {
  'park-api-3': parkApi3,
  'park-api-3-spots': {
    ...parkApi3,
    name: ['name', 'uid', 'original_uid'],
    kind: 'spot',
    capacity: () => 1,
    audience: onlyFor,
    free: (item) => SPOT_FREE[scalar(at(item, 'realtime_status')) ?? ''],
    of: () => 1,
  },
  'park-api-1': {
    items: 'lots',
    // Its times are in UTC and do not say so.
    zone: 'UTC',
    id: 'id',
    name: 'name',
    place: { lon: 'coords.lng', lat: 'coords.lat' },
    purpose: 'car',
    kind: { from: 'lot_type', otherwise: 'surface' },
    capacity: 'total',
    capacityFor: { disabled: 'total:disabled', women: 'total:women', family: 'total:family' },
    free: 'free',
    countedAt: '$.last_updated',
    countKind: (item) => (at(item, 'forecast') === true ? 'forecast' : 'realtime'),
    feeText: ['fee_hours', 'notes.de'],
    hours: 'opening_hours',
    address: 'address',
    url: 'url',
  },
};
