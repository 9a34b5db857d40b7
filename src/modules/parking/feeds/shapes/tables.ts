import { scalar } from '../../../../foundation/text/foreign-value.ts';
import { hoursInColumns } from '../hours.ts';
import { at } from '../said.ts';
import type { Shape } from '../shape.ts';

const written =
  (...paths: string[]) =>
  (item: unknown) =>
    paths
      .map((path) => scalar(at(item, path)))
      .filter((text) => text && text !== '-')
      .join(' ');

/** Tables; headings stand in small letters, as they are looked for. */
export const tableShapes: Record<string, Shape> = {
  /** The Excel template of ParkAPI that operators fill in. */
  'park-api-template': {
    id: 'id',
    name: ['name', 'stadt'],
    place: { lon: 'längengrad', lat: 'breitengrad' },
    purpose: 'zweck der anlage',
    kind: { from: 'art der anlage', otherwise: 'other' },
    capacity: 'anzahl stellplätze',
    capacityFor: {
      disabled: 'anzahl behindertenparkplätze',
      women: 'anzahl frauenparkplätze',
      carsharing: 'anzahl carsharing-parkplätze',
      charging: ['anzahl ladeplätze', 'ladeplätze'],
    },
    fee: 'gebührenpflichtig?',
    feeText: 'gebühren-informationen',
    height: 'einfahrtshöhe (cm)',
    hours: (item) =>
      hoursInColumns(item, '24/7 geöffnet?', [
        ['Mo-Fr', 'öffnungszeiten mo-fr beginn', 'öffnungszeiten mo-fr ende'],
        ['Sa', 'öffnungszeiten sa beginn', 'öffnungszeiten sa ende'],
        ['Su', 'öffnungszeiten so beginn', 'öffnungszeiten so ende'],
      ]),
    operator: 'betreiber name',
    address: 'adresse mit plz und stadt',
    description: 'weitere öffentliche informationen',
    url: 'webseite',
  },
  keltern: {
    id: 'id',
    name: 'name',
    place: { lon: 'locations_longitude', lat: 'locations_latitude' },
    purpose: 'traffictyp',
    kind: { from: ['type', 'datatype'], otherwise: 'street' },
    capacity: 'capacity',
    capacityFor: {
      women: 'quantityspacesreservedforwomen',
      disabled: 'quantityspacesreservedformobilityimpededperson',
    },
    feeText: 'feeinformation',
    hours: 'openinghours',
    address: written('adress_str', 'adress_hou', 'adress_pos', 'adress_cit'),
    description: 'descriptio',
  },
  'pum-bw': {
    id: 'id',
    name: 'bezeichnung',
    place: { lon: 'länge', lat: 'breite' },
    purpose: 'car',
    kind: 'parkAndRide',
    capacity: 'anzahl der pkw-parkstände',
    address: written('anbindung über (str.nr. bundes- oder landesstraße)'),
  },
  'vrs-p-r': {
    id: ['anlagennr', 'lfdnr'],
    name: 'anlagenamen',
    // Metres of EPSG:25832, which the file does not say.
    place: { lon: 'point_x', lat: 'point_y' },
    purpose: 'car',
    kind: { from: 'art_der_anlage', otherwise: 'parkAndRide' },
    capacity: 'anzahl_stellplätze_gesamt',
    capacityFor: {
      disabled: 'anzahl_behindertenparkplätze',
      charging: 'anzahl_e_ladestationen',
      carsharing: 'anzahl_carsharing_stellplätze',
    },
    fee: 'gebühren',
    hours: (item) =>
      hoursInColumns(item, 'durchgehend_geöffnet', [
        ['Mo-Fr', 'öffnungszeiten_mofr_ab', 'öffnungszeiten_mofr_bis'],
        ['Sa', 'öffnungszeiten_sa_ab', 'öffnungszeiten_sa_bis'],
        ['Su', 'öffnungszeiten_so_ab', 'öffnungszeiten_so_bis'],
      ]),
    operator: 'betreibername',
    description: 'anmerkungen',
  },
  bielefeld: {
    id: 'gid',
    name: 'bez',
    nameless: 'Parkplatz',
    place: { wkt: 'wkt' },
    purpose: 'car',
    kind: { from: ['typ', 'bez'], otherwise: 'surface' },
    capacity: 'kapazitaet',
    free: 'b_pls_rest',
    countedAt: 'b_pls_zeit',
    feeText: 'gebuehren',
    height: ['einfahrtshoehe', 'hoehe'],
    hours: 'oeff_mo_fr',
    address: 'zufahrt',
    description: 'kategorie',
    url: 'gebuehren_internet',
  },
  easypark: {
    id: 'id',
    name: 'name',
    nameless: 'Straßenraum',
    // The publisher's headings are one column off: the line stands under another name.
    place: { wkt: ['location_on_sidewalk', 'wkt', 'geometry'] },
    purpose: 'car',
    kind: 'street',
    audience: (item) => (at(item, 'permissions') === 'DisabledParking' ? 'disabled' : undefined),
    feeText: 'permissions_translation',
    description: ['permission_period', 'time_limited_period'],
  },
};
