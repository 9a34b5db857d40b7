import * as v from 'valibot';
import type { Variant } from '../../simulator/town/forecast-town.ts';
import type { Rule } from '../../simulator/town/sharing.ts';
import { type Sharing, SPACES_A_KERB_SPACE, type Town } from '../../simulator/town/town.ts';

/** What can be changed, in whole numbers, as it stands in an address. */
export type Question = {
  kerbSpaces: number;
  peakPercent: number;
  privateSpaces: number;
  driversPercent: number;
  ownersPercent: number;
  inducedPercent: number;
  seed: number;
};

export type QuestionKey = keyof Question;

/** The name in the address, the least and the most. The most keeps a computation within minutes. */
export const questionFields: Record<QuestionKey, { name: string; least: number; most: number }> = {
  kerbSpaces: { name: 'strasse', least: 100, most: 4000 },
  peakPercent: { name: 'spitze', least: 50, most: 97 },
  privateSpaces: { name: 'privat', least: 0, most: 9000 },
  ownersPercent: { name: 'anbieter', least: 0, most: 60 },
  driversPercent: { name: 'fahrer', least: 0, most: 60 },
  inducedPercent: { name: 'mehr', least: 0, most: 20 },
  seed: { name: 'zufall', least: 1, most: 9999 },
};

export const questionKeys = Object.keys(questionFields) as QuestionKey[];

const schemaOf = (key: QuestionKey) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.regex(/^\d{1,4}$/),
    v.transform(Number),
    v.minValue(questionFields[key].least),
    v.maxValue(questionFields[key].most),
  );

/** A question as it was typed; what is missing stays as it was assumed. */
export const readQuestion = (
  typed: Record<string, string>,
  assumed: Question,
): { question: Question } | { faults: QuestionKey[] } => {
  const question = { ...assumed };
  const faults: QuestionKey[] = [];
  for (const key of questionKeys) {
    const text = typed[questionFields[key].name]?.replaceAll(/[.\s]/g, '');
    if (text === undefined) continue;
    const read = v.safeParse(schemaOf(key), text);
    if (read.success) question[key] = read.output;
    else faults.push(key);
  }
  return faults.length > 0 ? { faults } : { question };
};

/** The question in an address; only what differs from what is assumed. */
export const inAddress = (question: Question, assumed: Question): Record<string, string> =>
  Object.fromEntries(
    questionKeys.flatMap((key) =>
      question[key] === assumed[key] ? [] : [[questionFields[key].name, String(question[key])]],
    ),
  );

export const townOf = ({ kerbSpaces, peakPercent, privateSpaces }: Question): Town => ({
  kerbSpaces,
  peakOccupancy: peakPercent / 100,
  privateSpaces,
});

export const LEVELS = [5, 10, 20, 40] as const;
const BOTH: readonly Rule[] = ['ours', 'listing'];
const share = (drivers: number, owners: number, induced = 0): Sharing => ({
  drivers: Math.min(100, drivers) / 100,
  owners: Math.min(100, owners) / 100,
  induced: induced / 100,
});

/** What is looked at for a question, by name: the levels, the asker's own shares, what eats the gain, who is short. */
export const variantsOf = ({
  driversPercent,
  ownersPercent,
  inducedPercent,
}: Question): Record<string, Variant> => ({
  ...Object.fromEntries(
    LEVELS.map((level) => [`level-${level}`, { sharing: share(level, level), rules: BOTH }]),
  ),
  own: { sharing: share(driversPercent, ownersPercent, inducedPercent), rules: BOTH },
  'induced-2': { sharing: share(20, 20, 2), rules: ['ours'] },
  'induced-10': { sharing: share(20, 20, 10), rules: ['ours'] },
  'half-stock': { sharing: share(20, 20), rules: ['ours'], isHalfStock: true },
  'few-owners': { sharing: share(20, 5), rules: ['ours'] },
  'more-owners': { sharing: share(driversPercent, 2 * ownersPercent, inducedPercent), rules: ['ours'] },
  'more-drivers': { sharing: share(2 * driversPercent, ownersPercent, inducedPercent), rules: ['ours'] },
});

/** Where nothing better is known: as dense as the reference. */
export const privateSpacesFor = (kerbSpaces: number): number =>
  Math.min(questionFields.privateSpaces.most, Math.round((kerbSpaces * SPACES_A_KERB_SPACE) / 10) * 10);
