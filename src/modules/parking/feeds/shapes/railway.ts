import { array, scalar } from '../../../../foundation/text/foreign-value.ts';
import { at, truth } from '../said.ts';
import type { From, Shape } from '../shape.ts';

const total =
  (type: string): From =>
  (item) =>
    at(
      array(at(item, 'capacity')).find((one) => at(one, 'type') === type),
      'total',
    );

const stopName =
  (word: string): From =>
  (item) => {
    const parts = [at(item, 'ortsteil'), at(item, 'gemeinde')].map(scalar).filter(Boolean);
    return parts.length === 0 ? undefined : `${word} ${parts[0]}`;
  };

/** At stations and stops. */
export const railwayShapes: Record<string, Shape> = {
  bahn: {
    items: '_embedded',
    id: 'id',
    name: (item) => {
      const names = array(at(item, 'name'));
      return at(names.find((one) => at(one, 'context') === 'NAME') ?? names[0], 'name');
    },
    place: { lon: 'address.location.longitude', lat: 'address.location.latitude' },
    purpose: 'car',
    kind: { from: 'type.name', otherwise: 'surface' },
    capacity: total('PARKING'),
    capacityFor: { disabled: total('HANDICAPPED_PARKING') },
    height: 'access.restrictions.clearance.height',
    hours: (item) =>
      truth(at(item, 'access.openingHours.is24h')) ? '24/7' : at(item, 'access.openingHours.text'),
    operator: 'operator.name',
    address: (item) =>
      `${scalar(at(item, 'address.streetAndNumber')) ?? ''}, ${scalar(at(item, 'address.zip')) ?? ''} ${scalar(at(item, 'address.city')) ?? ''}`,
    url: 'url',
  },
  'bfrk-car': {
    skip: (item) =>
      at(item, 'oeffentlichvorhanden') === false ||
      /^(privat|kunden)parkplatz/.test(scalar(at(item, 'art')) ?? '')
        ? 'not-public'
        : undefined,
    id: 'infraid',
    name: stopName('Parkplatz an der Haltestelle'),
    nameless: 'Parkplatz an einer Haltestelle',
    place: { lon: 'lon', lat: 'lat' },
    purpose: 'car',
    kind: { from: ['bauart', 'art'], otherwise: 'surface' },
    audience: (item) => (/behindert/i.test(scalar(at(item, 'art')) ?? '') ? 'disabled' : undefined),
    capacity: 'stellplaetzegesamt',
    capacityFor: {
      disabled: 'behindertenstellplaetze',
      women: 'frauenstellplaetze',
      family: 'familienstellplaetze',
    },
    fee: 'gebuehrenpflichtig',
    maxStayMinutes: 'maxparkdauer_min',
    description: (item) => {
      const said = scalar(at(item, 'bedingungen'));
      return said !== undefined && /^kein/i.test(said) ? undefined : said;
    },
  },
  'bfrk-bike': {
    id: 'infraid',
    name: stopName('Fahrradplätze an der Haltestelle'),
    nameless: 'Fahrradplätze an einer Haltestelle',
    place: { lon: 'lon', lat: 'lat' },
    purpose: 'bike',
    kind: { from: 'anlagentyp', otherwise: 'stands' },
    capacity: 'stellplatzanzahl',
  },
};
