import { array, dictionary, number, scalar } from '../../../../foundation/text/foreign-value.ts';
import { at, truth } from '../said.ts';
import type { From, Shape } from '../shape.ts';

/** Goldbeck counts each kind of parker; the sum is what somebody looks for, else those who stay for hours. */
const counter =
  (field: string): From =>
  (item) => {
    const counters = array(at(item, 'counters'));
    const found = ['TOTAL', 'SHORT_TERM_PARKER']
      .flatMap((type) => counters.filter((one) => at(one, 'type.type') === type))
      .find((one) => number(at(one, 'maxPlaces')));
    // 9999 stands for "as many as you like".
    return found && at(found, 'maxPlaces') !== 9999 ? at(found, field) : undefined;
  };

const joined =
  (...paths: string[]): From =>
  (item) =>
    paths
      .map((path) => scalar(at(item, path)))
      .filter(Boolean)
      .join(', ');

/** Car parks of towns and operators, each publisher in its own words. */
export const carParkShapes: Record<string, Shape> = {
  aalen: {
    isCounts: true,
    id: 'name',
    purpose: 'car',
    kind: 'other',
    free: 'free',
    occupied: 'occupied',
    of: 'max',
  },
  'bietigheim-bissingen': {
    isCounts: true,
    id: 'name',
    purpose: 'car',
    kind: 'other',
    occupied: 'occupiedsites',
    of: 'capacity',
    countedAt: 'timestamp',
  },
  freiburg: {
    id: 'obs_parkid',
    name: 'park_name',
    purpose: 'car',
    kind: 'garage',
    capacity: 'obs_max',
    free: 'obs_free',
    countedAt: 'obs_ts',
    url: 'park_url',
  },
  karlsruhe: {
    id: 'id',
    name: 'parkhaus_name',
    purpose: 'car',
    // Names hold streets as well: »Parkhaus Kaiserstraße«.
    kind: {
      from: (item) => /tiefgarage|parkplatz/i.exec(scalar(at(item, 'parkhaus_name')) ?? '')?.[0],
      otherwise: 'garage',
    },
    capacity: 'gesamte_parkplaetze',
    free: (item) => (truth(at(item, 'echtzeit_belegung')) ? at(item, 'freie_parkplaetze') : undefined),
    countedAt: 'stand_freieparkplaetze',
    height: 'max_durchfahrtshoehe',
    operator: 'betreiber_name',
    address: (item) =>
      `${scalar(at(item, 'parkhaus_strasse')) ?? ''}, ${scalar(at(item, 'parkhaus_plz')) ?? ''} ${scalar(at(item, 'gemeinde')) ?? ''}`,
    description: 'bemerkung',
    url: ['parkhaus_internet', 'tarife_oeffnungszeiten'],
  },
  konstanz: {
    items: 'features',
    id: 'id',
    name: 'name',
    place: { lon: 'geometry.x', lat: 'geometry.y' },
    purpose: 'car',
    kind: { from: 'type', otherwise: 'garage' },
    capacity: 'max_cap',
    capacityFor: {
      disabled: 'capacity_d',
      charging: 'capacity_c',
      carsharing: 'capacity_s',
      women: 'capacity_w',
    },
    free: 'real_fcap',
    of: 'real_capa',
    countedAt: 'updated',
    fee: 'has_fee',
    feeText: 'fee_descr',
    height: 'max_hei',
    hours: 'opening_h',
    operator: 'operator',
    address: 'address',
    description: 'descript',
    url: 'public_url',
  },
  'p-m-bw': {
    skip: (item) => (at(item, 'status') === 'ACTIVE' ? undefined : 'not-in-use'),
    id: 'id',
    name: 'long_name',
    place: { lon: 'location.lng', lat: 'location.lat' },
    purpose: 'car',
    kind: 'parkAndRide',
    capacity: 'capacity.car',
    capacityFor: {
      disabled: 'capacity.car_handicap',
      women: 'capacity.car_women',
      charging: 'capacity.car_charging',
      truck: 'capacity.truck',
      bus: 'capacity.bus',
    },
    free: 'free_capacity.car',
    countedAt: 'time',
    address: 'street',
  },
  sensit: {
    id: 'id',
    name: 'name',
    place: { lon: 'location.longitude', lat: 'location.latitude' },
    purpose: 'car',
    kind: 'surface',
    capacity: 'actualStatus.parkingCapacity',
    free: 'actualStatus.vacantSpaces',
  },
  goldbeck: {
    skip: (item) =>
      at(item, 'status') === 'ACTIVE' || at(item, 'status') === undefined ? undefined : 'not-in-use',
    id: ['facilityId', 'id'],
    name: 'name',
    place: { lon: 'position.longitude', lat: 'position.latitude' },
    purpose: 'car',
    kind: 'garage',
    address: joined('postalAddress.street1', 'postalAddress.street2', 'postalAddress.city'),
  },
  'goldbeck-counts': {
    isCounts: true,
    id: 'facilityId',
    purpose: 'car',
    kind: 'garage',
    free: counter('freePlaces'),
    occupied: counter('occupiedPlaces'),
    of: counter('maxPlaces'),
    countedAt: 'valuesFrom',
  },
  pbw: {
    isKeyed: true,
    skip: (item) => (Object.keys(dictionary(at(item, 'objekt'))).length > 0 ? undefined : 'no-site'),
    id: '$key',
    name: 'objekt.name',
    place: { lon: 'position.longitude', lat: 'position.latitude' },
    purpose: 'car',
    kind: { from: 'objekt.art_lang', otherwise: 'garage' },
    capacity: 'stellplaetze.gesamt',
    capacityFor: {
      disabled: 'stellplaetze.behinderte',
      family: 'stellplaetze.familien',
      women: 'stellplaetze.frauen',
      charging: 'stellplaetze.elektrofahrzeuge',
    },
    free: 'dynamisch.kurzparker_frei',
    of: 'dynamisch.kurzparker_verfuegbar',
    height: 'ausstattung.einfahrtshoehe',
    operator: () => 'Parkraumgesellschaft Baden-Württemberg mbH',
    address: joined('objekt.strasse', 'objekt.plz', 'objekt.ort'),
  },
  'pbw-counts': {
    isKeyed: true,
    isCounts: true,
    id: '$key',
    purpose: 'car',
    kind: 'garage',
    free: 'dynamisch.kurzparker_frei',
    of: 'dynamisch.kurzparker_verfuegbar',
  },
  'sensade-list': {
    items: '*.parkingLots',
    id: 'id',
    name: 'name',
    place: { lon: 'longitude', lat: 'latitude' },
    purpose: 'car',
    kind: 'surface',
    address: 'city',
  },
  sensade: {
    id: ['parkingLotId', 'id'],
    // A status names its lot as well; only the lot itself has a point.
    name: 'name',
    place: { lon: 'longitude', lat: 'latitude' },
    purpose: 'car',
    kind: 'surface',
    capacity: ['totalSpaceCount', 'availableSpaces'],
    free: 'availableSpaceCount',
    occupied: 'occupiedSpaceCount',
    address: joined('address', 'zip', 'city'),
  },
  ulm: {
    isCounts: true,
    id: 'id',
    purpose: 'car',
    kind: 'garage',
    free: 'currentcarparkfulltotal',
    of: 'maxcarparkfull',
    countedAt: 'timestamp',
  },
};
