import { at } from '../said.ts';
import type { Shape } from '../shape.ts';

const stands = { purpose: 'bike', nameless: 'Fahrradplätze' } as const;

/** Stands, boxes and sheds for bicycles. */
export const bikeShapes: Record<string, Shape> = {
  'freiburg-vag-bike': {
    ...stands,
    id: 'original_uid',
    name: 'name',
    kind: { from: 'type', otherwise: 'lockers' },
    capacity: 'capacity',
    capacityFor: { cargoBike: 'capacity_cargobike' },
    fee: 'has_fee',
    feeText: 'fee_description',
    operator: 'operator_name',
    url: 'public_url',
  },
  'herrenberg-bike': {
    ...stands,
    id: 'fid',
    name: 'Standortbeschreibung',
    kind: { from: 'Typ_Anlage', otherwise: 'stands' },
    capacity: 'Anzahl_Abstellmoeglichkeiten',
    fee: 'Gebuehrenpflichtig',
  },
  'karlsruhe-bike': {
    ...stands,
    id: 'id',
    name: ['standort', 'bike_and_ride'],
    kind: { from: 'art', otherwise: 'stands' },
    capacity: 'stellplaetze',
    description: 'bemerkung',
    url: 'link',
  },
  'konstanz-bike': {
    ...stands,
    id: 'OBJECTID',
    name: 'Lagebezeichnung',
    kind: { from: 'Art', otherwise: 'stands' },
    capacity: 'Kapazitaet',
    operator: 'Eigentuemer_Baulasttraeger',
    description: 'Anmerkung',
  },
  kienzler: {
    purpose: 'bike',
    id: ['uid', 'id'],
    name: 'name',
    place: { lon: ['long', 'geometry.coordinates.0'], lat: ['lat', 'geometry.coordinates.1'] },
    kind: 'lockers',
    capacity: 'sum_boxes',
    free: 'bookable',
  },
  'radvis-bw': {
    ...stands,
    skip: (item) => (at(item, 'status') === 'AKTIV' ? undefined : 'not-in-use'),
    id: 'id',
    name: 'beschreibung',
    kind: { from: 'stellplatzart', otherwise: 'stands' },
    capacity: 'anzahl_stellplaetze',
    operator: ['betreiber', 'zustaendig'],
    description: 'weitere_information',
  },
  velobrix: {
    purpose: 'bike',
    id: 'logicalUnitId',
    name: 'publicName',
    place: { lon: 'locationLon', lat: 'locationLat' },
    kind: 'lockers',
    capacity: 'countLogicalBoxes',
    free: 'countFreeLogicalBoxes',
    feeText: 'priceModelDescription.description',
    address: (item) =>
      `${at(item, 'street')} ${at(item, 'streetNumber')}, ${at(item, 'zipCode')} ${at(item, 'city')}`,
  },
};
