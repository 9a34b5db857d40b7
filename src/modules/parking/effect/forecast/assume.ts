import { REFERENCE } from '../../simulator/town/town.ts';
import type { KnownSpaces } from './known-store.ts';
import { privateSpacesFor, type Question, questionFields } from './question.ts';

/** Fewer kerb spaces than this are single marked ones, not what there is at the kerb. */
const FEWEST_KNOWN = 200;
/** Residents for each kerb space in the middle; of a large town the middle is not larger than the reference. */
const RESIDENTS_A_SPACE = 40;

/** What a number rests on. */
export type Basis = 'known' | 'population' | 'assumed';

export type Assumed = { question: Question; kerb: Basis };

const clamped = (value: number): number =>
  Math.min(questionFields.kerbSpaces.most, Math.max(questionFields.kerbSpaces.least, value));

/** The question for a town before anybody changes it: from its sources where they say enough, else assumed. */
export const assumeFor = (known: KnownSpaces, population: number | null): Assumed => {
  const fromPeople = population === null ? undefined : Math.round(population / RESIDENTS_A_SPACE / 10) * 10;
  const isKnown = known.kerb >= FEWEST_KNOWN;
  const kerbSpaces = clamped(
    isKnown ? known.kerb : Math.min(REFERENCE.kerbSpaces, fromPeople ?? REFERENCE.kerbSpaces),
  );
  return {
    kerb: isKnown ? 'known' : fromPeople === undefined ? 'assumed' : 'population',
    question: {
      kerbSpaces,
      peakPercent: 100 * REFERENCE.peakOccupancy,
      privateSpaces: privateSpacesFor(kerbSpaces),
      driversPercent: 10,
      ownersPercent: 10,
      inducedPercent: 2,
      seed: 1,
    },
  };
};
