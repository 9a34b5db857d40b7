import { ageOf, evidenceOf } from '../../library/badge.ts';
import type { Part } from '../../library/contract.ts';
import { kindRules } from '../../library/kind-rule.ts';
import type { PublicEntry } from '../../library/public-store.ts';
import type { Weakness } from './contract.ts';

export type Thinness = { weak: Weakness[]; blanks: Part[] };

/** Only a case study can count and compare; an event that is over is no longer asked for anything. */
export const thinnessOf = (
  { kind, parts, confirmed_at }: Pick<PublicEntry, 'kind' | 'parts' | 'confirmed_at'>,
  now: Date,
): Thinness => {
  const age = ageOf({ kind, parts, lastSign: confirmed_at }, now);
  if (kind === 'event' && age === 'old') return { weak: [], blanks: [] };
  const blanks = kindRules[kind].optional.filter((part) => parts[part] === undefined);
  const weak: Weakness[] = [
    ...(blanks.length > 0 ? (['blank'] as const) : []),
    ...(kind === 'caseStudy' && evidenceOf(parts) === 'told' ? (['told'] as const) : []),
    ...(age === 'ageing' ? (['unconfirmed'] as const) : []),
    ...(age === 'old' ? (['old'] as const) : []),
  ];
  return { weak, blanks };
};
