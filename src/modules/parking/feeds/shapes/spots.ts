import { scalar } from '../../../../foundation/text/foreign-value.ts';
import { at, leadingNumber, truth } from '../said.ts';
import type { Shape } from '../shape.ts';

const disabled = { purpose: 'car', kind: 'spot', audience: 'disabled' } as const;

/** Single spaces: those for people with disabilities, and those with a sensor. */
export const spotShapes: Record<string, Shape> = {
  'freiburg-disabled': {
    ...disabled,
    id: 'fid',
    name: (item) => [at(item, 'strasse'), at(item, 'hausnummer')].map(scalar).filter(Boolean).join(' '),
    nameless: 'Parkplatz für Menschen mit Behinderung',
    // »1 von 2« is one outline of two.
    capacity: (item) => (/von/.test(scalar(at(item, 'anzahl')) ?? '') ? 1 : at(item, 'anzahl')),
    description: 'hinweis',
  },
  'freiburg-disabled-sensors': {
    // What `status` 0 and 1 mean is said in two opposite ways: no count is better than a wrong one.
    ...disabled,
    id: 'name',
    name: 'name',
    capacity: () => 1,
    address: 'adresse',
  },
  'karlsruhe-disabled': {
    ...disabled,
    id: 'id',
    name: 'standort',
    nameless: 'Parkplatz für Menschen mit Behinderung',
    capacity: 'stellplaetze',
    description: ['bemerkung', 'parkzeit'],
  },
  'konstanz-disabled': {
    ...disabled,
    id: 'OBJECTID',
    name: 'Name',
    capacity: (item) => leadingNumber(at(item, 'Informatio')),
  },
  'ulm-spots': {
    isCounts: true,
    purpose: 'car',
    kind: 'spot',
    id: 'id',
    occupied: (item) => {
      const isTaken = truth(at(item, 'occupied'));
      return isTaken === undefined ? undefined : Number(isTaken);
    },
    of: () => 1,
    countedAt: 'timestamp',
  },
};
