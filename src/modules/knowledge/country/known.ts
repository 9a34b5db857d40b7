import type { SignName } from './contract.ts';

/** What a module tells of one unit: that it does something, in which field, and since when that stands here. */
export type Fact = { ars: string; field?: string | undefined; since?: Date | undefined };

/** All that one module tells by one sign. */
export type Told = { sign: SignName; facts: readonly Fact[] };

export type KnownSign = { fields: Set<string>; since: Date | undefined };

/** By municipality and sign; who is not in it is not known. */
export type Known = ReadonlyMap<string, ReadonlyMap<SignName, KnownSign>>;

const ASSOCIATION = 9;
const MUNICIPALITY = 12;

/**
 * Whom a fact of a unit counts for: an association does the office work of its members, therefore theirs. What a
 * district, a state or the federation does says nothing about a town hall.
 */
export const countsFor = (
  key: string,
  members: (association: string) => readonly string[],
): readonly string[] => {
  if (key.length === MUNICIPALITY) return [key];
  return key.length === ASSOCIATION ? members(key) : [];
};

const earlier = (a: Date | undefined, b: Date | undefined): Date | undefined =>
  a && b && b < a ? b : (a ?? b);

/** Puts together what all modules tell. @param towns the municipalities of a key; what is none of today is dropped. */
export const gather = (told: readonly Told[], towns: (key: string) => readonly string[]): Known => {
  const known = new Map<string, Map<SignName, KnownSign>>();
  for (const { sign, facts } of told)
    for (const { ars: key, field, since } of facts)
      for (const ars of towns(key)) {
        const signs = known.get(ars) ?? new Map<SignName, KnownSign>();
        const before = signs.get(sign) ?? { fields: new Set<string>(), since: undefined };
        if (field !== undefined) before.fields.add(field);
        signs.set(sign, { fields: before.fields, since: earlier(before.since, since) });
        known.set(ars, signs);
      }
  return known;
};
