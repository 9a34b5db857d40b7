import { isInGermany, type LonLat } from '../../../foundation/geo/point.ts';
import type { Window } from './open-times.ts';
import {
  accessKinds,
  audiences,
  type HostKind,
  hostKinds,
  MOST_CAPACITY,
  type PoolFacts,
  vehicleSizes,
} from './pool.ts';
import { readWeek } from './read-window.ts';
import { readerOf, type SpaceFaults, type Typed } from './typed-space.ts';

export type { SpaceFault, SpaceFaults } from './typed-space.ts';
export type ReadSpace = { hostKind: HostKind; facts: PoolFacts; windows: Window[] };

const LONGEST_NAME = 200;
const LONGEST_NOTE = 500;

type Reader = ReturnType<typeof readerOf>;

const readFacts = (reader: Reader, capAt: (point: LonLat) => number): PoolFacts => {
  const { wrong, number, text, whole, choice, yesNo } = reader;
  const point = { lon: number('lon') ?? Number.NaN, lat: number('lat') ?? Number.NaN };
  const isHere = isInGermany(point);
  if (!isHere) wrong('lon', 'not-a-position');
  const centsPerHour = Math.round((number('preis') ?? 0) * 100);
  if (centsPerHour < 0) wrong('preis', 'out-of-range');
  if (isHere && centsPerHour > capAt(point)) wrong('preis', 'above-cap');
  const capacity = whole('anzahl', 1, MOST_CAPACITY) ?? 1;
  const facts: PoolFacts = {
    name: text('name', LONGEST_NAME, true),
    kind: choice('bauart', ['open', 'garage']),
    point,
    address: text('adresse', LONGEST_NAME),
    capacity,
    neighbourSpaces: whole('nachbarn', 0, capacity) ?? 0,
    heightCm: whole('hoehe', 150, 600),
    vehicleSize: choice('groesse', vehicleSizes),
    isCovered: yesNo('ueberdacht'),
    isStepFree: yesNo('stufenlos'),
    hasCharging: yesNo('laden') === true,
    audience: choice('fuer', audiences),
    accessKind: choice('zugang', accessKinds),
    accessNote: text('hinein', LONGEST_NOTE),
    centsPerHour,
  };
  // What is let for money is reported to the tax office with its address (§ 14 PStTG).
  if (facts.centsPerHour > 0 && facts.address === '') wrong('adresse', 'missing');
  return facts;
};

/**
 * A space as a host typed it, with the times of the week when it is shared.
 * @param capAt what an hour may cost at most at a point, in cents. @param hostKind absent: as typed.
 */
export const readSpace = (
  typed: Typed,
  capAt: (point: LonLat) => number,
  hostKind?: HostKind,
): ReadSpace | { faults: SpaceFaults } => {
  const reader = readerOf(typed);
  const read = {
    hostKind: hostKind ?? reader.choice('wer', hostKinds),
    facts: readFacts(reader, capAt),
    windows: [readWeek(reader, typed)],
  };
  if (read.facts.accessKind !== 'open' && read.facts.accessNote === '') reader.wrong('hinein', 'missing');
  return Object.keys(reader.faults).length > 0 ? { faults: reader.faults } : read;
};

/** What may change of a space that is there: not where it is, since the permit was checked there. */
export const readChange = (
  typed: Typed,
  { point, isNoteKept }: { point: LonLat; isNoteKept: boolean },
  capAt: (point: LonLat) => number,
): { facts: PoolFacts } | { faults: SpaceFaults } => {
  const reader = readerOf({ ...typed, lon: String(point.lon), lat: String(point.lat) });
  const facts = readFacts(reader, capAt);
  if (facts.accessKind !== 'open' && facts.accessNote === '' && !isNoteKept)
    reader.wrong('hinein', 'missing');
  return Object.keys(reader.faults).length > 0 ? { faults: reader.faults } : { facts };
};
