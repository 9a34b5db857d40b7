import { ageOf, evidenceOf } from '../badge.ts';
import type { Age, EntryKind, Evidence } from '../contract.ts';
import type { PublicEntry } from '../public-store.ts';

/** Each part of a rank lies between 0 and 1; the rank is their product. Null is not known or does not apply. */
export type RankParts = {
  /** Null: nothing was asked. */ text: number | null;
  /** Null: no place was chosen, or the entry has none. */ likeness: number | null;
  evidence: Evidence | null;
  age: Age;
};
export type Ranked = { entry: PublicEntry; parts: RankParts; rank: number };

const OF_EVIDENCE: Record<Evidence, number> = { told: 0.7, counted: 0.85, compared: 1 };
const OF_AGE: Record<Age, number> = { fresh: 1, ageing: 0.8, old: 0.5 };
/** Neither for nor against: guides have no evidence, and who told of a failure has no place. */
const NEUTRAL = 0.85;
const NO_PLACE = 0.5;
const WITH_EVIDENCE: readonly EntryKind[] = ['caseStudy'];

/** As near as a twin is 1, one usual deviation away a half. */
const likenessOf = (distance: number): number => 1 / (1 + distance);

type Question = {
  /** How well each entry answers the words; absent where nothing was asked. */
  texts: ReadonlyMap<string, number> | undefined;
  /** How far a town is from the one that asks; absent where no place was chosen. */
  distanceTo: ((ars: string) => number | undefined) | undefined;
  now: Date;
};

export const valuesOf = ({ text, likeness, evidence, age }: RankParts, hasPlace: boolean) => ({
  text: text ?? 1,
  likeness: likeness ?? (hasPlace ? NO_PLACE : 1),
  evidence: evidence === null ? NEUTRAL : OF_EVIDENCE[evidence],
  age: OF_AGE[age],
});

/** The best first; what does not answer the words is left out. */
export const rankEntries = (
  entries: readonly PublicEntry[],
  { texts, distanceTo, now }: Question,
): Ranked[] =>
  entries
    .flatMap((entry) => {
      const text = texts?.get(entry.id);
      if (texts && text === undefined) return [];
      const distance = entry.ars === null ? undefined : distanceTo?.(entry.ars);
      const parts: RankParts = {
        text: text ?? null,
        likeness: distance === undefined ? null : likenessOf(distance),
        evidence: WITH_EVIDENCE.includes(entry.kind) ? evidenceOf(entry.parts) : null,
        age: ageOf({ kind: entry.kind, parts: entry.parts, lastSign: entry.confirmed_at }, now),
      };
      const values = valuesOf(parts, distanceTo !== undefined);
      return [{ entry, parts, rank: values.text * values.likeness * values.evidence * values.age }];
    })
    .sort((a, b) => b.rank - a.rank || (a.entry.id < b.entry.id ? -1 : 1));
