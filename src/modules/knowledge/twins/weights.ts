import { type Feature, features, type PresetName } from '../contract.ts';

export type Weights = Record<Feature, number>;

const NOTHING = Object.fromEntries(features.map((feature) => [feature, 0])) as Weights;

const BALANCED: Weights = {
  ...NOTHING,
  population: 4,
  density: 3,
  area: 1,
  city: 2,
  town: 1,
  surroundings: 2,
  kind: 1,
  administration: 2,
  state: 1,
};

/** From 0 (does not count) to 5. */
export const presets: Record<PresetName, Weights> = {
  balanced: BALANCED,
  size: { ...NOTHING, population: 5, area: 3, density: 3, administration: 1 },
  position: {
    ...NOTHING,
    population: 1,
    density: 2,
    city: 5,
    town: 3,
    surroundings: 4,
    stateBorder: 1,
    outerBorder: 2,
  },
  administration: { ...NOTHING, population: 3, kind: 3, administration: 5, state: 2 },
  // Local government law, funding and many procedures are the state's.
  state: { ...BALANCED, state: 5, administration: 3 },
};

export const weightsOf = (preset: PresetName, own: Partial<Weights> = {}): Weights => ({
  ...presets[preset],
  ...own,
});

export const saysNothing = (weights: Weights): boolean => features.every((feature) => weights[feature] === 0);
