import type { Context } from '../../foundation/database/context.ts';
import type { PageVariables } from '../../foundation/ui/page.ts';
import type { AccountVariables, Acting } from '../accounts/index.ts';
import type { PlaceIndex } from '../municipalities/index.ts';
import type { MeasureFacts } from './match/case.ts';

export type FundingEnvironment = { Variables: PageVariables & AccountVariables };

/** A measure as whoever plans it hands it over: funding knows no agenda. */
export type FundedMeasure = Omit<MeasureFacts, 'isJoint'> & { id: string; title: string };

/** Somebody nearby with the same gap or plan; `isInvited` where both have opened it to each other. */
export type Neighbour = {
  key: string;
  town: string;
  title: string;
  path: string;
  km: number;
  isInvited: boolean;
};

export type FundingChoice = {
  measure: string;
  text: string;
  milestone: { title: string; due: string } | null;
};

export type FundingSetting = Context & {
  places: PlaceIndex;
  /** Of this house; from the address of the request where none is set. */ origin: (
    requestUrl: string,
  ) => string;
  listMeasures: (ars: string) => Promise<FundedMeasure[]>;
  /** Writes a chosen programme into a measure. @returns whether there was one. */
  chooseFunding: (acting: Acting, choice: FundingChoice) => Promise<boolean>;
  listNeighbours: (ars: string, fields: readonly string[]) => Promise<Neighbour[]>;
};
