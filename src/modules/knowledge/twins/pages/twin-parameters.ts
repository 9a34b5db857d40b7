import * as v from 'valibot';
import { type Feature, features, type PresetName, presetNames } from '../../contract.ts';
import { saysNothing, type Weights, weightsOf } from '../weights.ts';

/** Addresses speak German. */
export const presetInAddress: Record<PresetName, string> = {
  balanced: 'ausgewogen',
  size: 'groesse',
  position: 'lage',
  administration: 'verwaltung',
  state: 'land',
};

const featureInAddress: Record<Feature, string> = {
  population: 'einwohner',
  density: 'dichte',
  area: 'flaeche',
  city: 'grossstadt',
  town: 'stadt',
  surroundings: 'umland',
  stateBorder: 'landesgrenze',
  outerBorder: 'aussengrenze',
  kind: 'art',
  administration: 'verwaltung',
  state: 'land',
};

export const weightName = (feature: Feature): string => `gewicht-${featureInAddress[feature]}`;

const weight = v.pipe(v.string(), v.regex(/^[0-5]$/), v.transform(Number));

export type TwinChoice = {
  preset: PresetName;
  weights: Weights;
  /** Weights of one's own in the address. */ isOwn: boolean;
  /** All of them were 0: the balanced ones stand in. */ saidNothing: boolean;
};

/** What the address chooses; a wrong value falls back to the usual one. */
export const readChoice = (query: Record<string, string>): TwinChoice => {
  const preset = presetNames.find((name) => presetInAddress[name] === query.vorlage) ?? 'balanced';
  const own = Object.fromEntries(
    features.flatMap((feature) => {
      const read = v.safeParse(weight, query[weightName(feature)]);
      return read.success ? [[feature, read.output]] : [];
    }),
  ) as Partial<Weights>;
  const isOwn = Object.keys(own).length > 0;
  const weights = weightsOf(preset, own);
  if (saysNothing(weights))
    return { preset: 'balanced', weights: weightsOf('balanced'), isOwn: false, saidNothing: true };
  return { preset, weights, isOwn, saidNothing: false };
};
