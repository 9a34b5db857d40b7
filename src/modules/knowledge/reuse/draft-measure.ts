import type { EntryKind, Part, Parts } from '../library/contract.ts';
import type { MeasureDraft } from './contract.ts';
import { scaleCost } from './scale-cost.ts';

/** From an account of a stopped project nothing is planned, and a meeting is no measure. */
const plannable: readonly EntryKind[] = ['caseStudy', 'guide', 'tool', 'standard'];
export const isPlannable = (kind: EntryKind): boolean => plannable.includes(kind);

/** What is to be looked at before it begins, by the part of the entry that tells of it. */
const CHECKS: readonly Part[] = [
  'legalBasis',
  'dataProtection',
  'procurement',
  'funding',
  'standards',
  'failed',
  'differently',
  'partners',
];
const LONGEST = 4000;

type Source = {
  id: string;
  version: number;
  kind: EntryKind;
  parts: Parts;
  address: string;
  organisation: string | null;
  ars: string | null;
  population: number | null;
};

/** Steps of a guide: one line, one thing to do. */
const stepsOf = ({ steps }: Parts): string[] =>
  (steps ?? '')
    .split('\n')
    .map((line) => line.replace(/^\s*(\d+[.)]|[-*•])\s*/, '').trim())
    .filter(Boolean)
    .slice(0, 40);

/** Turns an entry into a measure that somebody may plan here. What the entry does not say stays blank. */
export const draftMeasure = (
  { parts, population, kind, ...entry }: Source,
  here: MeasureDraft['for'],
): MeasureDraft => {
  const cost = (value: string | undefined) =>
    value === undefined ? null : scaleCost(Number(value), population, here.population);
  return {
    format: 'allmende-measure-draft',
    formatVersion: 1,
    title: parts.title ?? '',
    goal: parts.summary ?? '',
    field: parts.field ?? null,
    costOnce: cost(parts.costOnce),
    costYearly: cost(parts.costYearly),
    months: parts.months === undefined ? null : Number(parts.months),
    staff: parts.staff ?? null,
    funding: parts.funding ?? null,
    legalBasis: parts.legalBasis ?? null,
    dataProtection: parts.dataProtection ?? null,
    risks: [parts.risks, parts.failed].filter((text) => text !== undefined),
    indicator:
      parts.before === undefined && parts.after === undefined
        ? null
        : { before: parts.before ?? null, after: parts.after ?? null },
    checklist: [
      // Without a value from before nobody can say later whether it worked.
      { what: 'baseline', text: parts.before ?? null },
      ...CHECKS.filter((part) => kind === 'caseStudy' || parts[part] !== undefined).map((part) => ({
        what: part,
        text: parts[part] ?? null,
      })),
      ...stepsOf(parts).map((text) => ({ what: 'step', text: text.slice(0, LONGEST) })),
    ],
    for: here,
    origin: {
      entry: entry.id,
      version: entry.version,
      kind,
      address: entry.address,
      organisation: entry.organisation,
      ars: entry.ars,
      population,
      licence: parts.licence ?? '',
    },
  };
};
