import { scalar } from '../../../../foundation/text/foreign-value.ts';
import type { Audience } from '../../sites/parking-site.ts';
import { at, whole } from '../said.ts';
import type { Shape } from '../shape.ts';

const word = (item: unknown, ...paths: string[]): string =>
  paths.map((path) => scalar(at(item, path)) ?? '').join(' ');

/** For whom, as the surveys write it in one of their columns. */
const meant = (text: string): Audience | undefined => {
  if (/behindert|disabled/i.test(text)) return 'disabled';
  if (/e-lade|e-parkplatz|elektro/i.test(text)) return 'charging';
  if (/carsharing/i.test(text)) return 'carsharing';
  return /motorrad/i.test(text) ? 'motorcycle' : undefined;
};

/** ParkRaumCheck surveys of a town, with their two spellings. */
const survey: Shape = {
  skip: (item) => (/taxi/i.test(word(item, 'Widmung', 'Bewirtschaftung')) ? 'taxi' : undefined),
  id: 'fid',
  name: ['Name', 'Adresse'],
  nameless: 'Straßenraum',
  purpose: 'car',
  kind: { from: 'Ortsbezug', otherwise: 'street' },
  audience: (item) => meant(word(item, 'Widmung', 'Bewirtschaftung')),
  capacity: 'Kapazität',
  fee: 'Gebührenpflichtig',
  feeText: ['Gebühreninformation', 'Bewirtschaftung'],
  maxStayMinutes: ['Maximale_Parkdauer', 'Max. Parkdauer'],
  address: (item) => word(item, 'Adresse', 'Ort'),
  description: 'Kommentar',
};

/** Parking in the street: lines and areas that a town surveyed. */
export const streetShapes: Record<string, Shape> = {
  esslingen: {
    skip: (item) => (/^privat/i.test(word(item, 'Parkplatz-Typ')) ? 'not-public' : undefined),
    id: 'fid',
    name: 'Parkplatz-Typ',
    nameless: 'Parken im Straßenraum',
    purpose: 'car',
    kind: 'street',
    audience: (item) => meant(word(item, 'Parkplatz-Typ')),
    capacity: 'Anzahl der Stellplätze',
    feeText: 'Parkschein erforderlich',
    description: ['Parkerlaubnis zeitlich', 'Beschränkung sonstig', 'Bemerkungen'],
  },
  'freiburg-scanner': {
    skip: (item) => (whole(at(item, 'capacity')) === 0 ? 'no-spaces' : undefined),
    id: 'id',
    name: 'kr_strassenname',
    nameless: 'Straßenraum',
    purpose: 'car',
    kind: 'street',
    capacity: 'capacity',
  },
  'park-raum-check': survey,
  radolfzell: {
    skip: (item) =>
      /unzulässig|verbot|radweg|schutzstreifen/i.test(word(item, 'Regel_Txt')) ? 'no-parking' : undefined,
    name: 'StrPLZOrt2',
    nameless: 'Straßenraum',
    purpose: 'car',
    kind: { from: 'Art_Anlage', otherwise: 'street' },
    capacity: 'Stellpl',
    capacityFor: { disabled: 'Behindstlp', charging: 'Ladeplatz', carsharing: 'Carsharing' },
    fee: 'gebpflicht',
    feeText: ['Gebü Info', 'Regel_Txt'],
    height: 'Max Höh c',
    hours: (item) => (at(item, '24/7 geöf') === true ? '24/7' : undefined),
    address: 'StrPLZOrt2',
    description: 'Weite Info',
  },
};
