import type { LonLat } from '../../../foundation/geo/point.ts';
import type { Day } from '../../../foundation/time/zone.ts';
import type { PermitAnswers, Verdict } from '../permit/permit-rule.ts';
import type { Window } from './open-times.ts';

export const hostKinds = ['household', 'firm', 'church', 'school', 'housing', 'municipal'] as const;
export type HostKind = (typeof hostKinds)[number];

/** Who offers spaces. A household has an account; the town's own car parks belong to nobody's account. */
export type Host = {
  ars: string;
  id: string;
  kind: HostKind;
  name: string;
  personId: string | null;
  isDemonstration: boolean;
};

export const vehicleSizes = ['small', 'car', 'van'] as const;
export const audiences = ['everybody', 'neighbours', 'disabled', 'cargoBike'] as const;
export const accessKinds = ['open', 'code', 'keyBox', 'barrier'] as const;
export type VehicleSize = (typeof vehicleSizes)[number];
export type Audience = (typeof audiences)[number];
export type AccessKind = (typeof accessKinds)[number];

/** What a host says of a pool; undefined is unknown. */
export type PoolFacts = {
  name: string;
  kind: 'open' | 'garage';
  point: LonLat;
  address: string;
  capacity: number;
  /** Of them kept for the neighbourhood; others are promised what lies above. */ neighbourSpaces: number;
  heightCm?: number | undefined;
  vehicleSize: VehicleSize;
  isCovered?: boolean | undefined;
  isStepFree?: boolean | undefined;
  hasCharging: boolean;
  audience: Audience;
  accessKind: AccessKind;
  /** How one gets in: a code, where the key is. Sealed at rest, told only once a unit is fixed. */ accessNote: string;
  centsPerHour: number;
};

export type Permit = { answers: PermitAnswers; verdict: Verdict; checkedAt: Date };

/** Interchangeable spaces at one entrance. `stopped`: no new promises; those given are kept or moved. */
export type Pool = {
  ars: string;
  id: string;
  hostId: string;
  facts: Omit<PoolFacts, 'accessNote'>;
  sealedAccess: string | null;
  permit: Permit;
  state: 'draft' | 'shared' | 'stopped';
  windows: Window[];
  /** Days of its town that count as Sundays. */ restDays?: Day[];
};

export const MOST_CAPACITY = 500;
