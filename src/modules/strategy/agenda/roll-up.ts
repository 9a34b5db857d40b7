import type { MeasureFacts, MeasureState } from '../contract.ts';
import { sumOf } from '../measures/measure.ts';

export type TownMeasures = {
  ars: string;
  /** Null: nothing is known of an agenda. */ version: number | null;
  measures: readonly { state: MeasureState; facts: MeasureFacts }[];
};

export type RolledUp = {
  ars: string;
  version: number | null;
  states: Record<MeasureState, number>;
  euros: number;
};

const NONE: Record<MeasureState, number> = {
  idea: 0,
  planned: 0,
  running: 0,
  paused: 0,
  done: 0,
  stopped: 0,
};

/** What the towns below a unit do publicly, town by town; a town of which nothing is known stays in the list. */
export const rollUp = (towns: readonly TownMeasures[]): RolledUp[] =>
  towns.map(({ ars, version, measures }) => {
    const states = { ...NONE };
    for (const { state } of measures) states[state] += 1;
    return { ars, version, states, euros: measures.reduce((sum, { facts }) => sum + sumOf(facts).euros, 0) };
  });
