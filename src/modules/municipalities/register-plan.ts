import type { Municipality, RegisterEdition, RegisterFacts, Rejection } from './municipality.ts';
import { keysAbove } from './municipality-key.ts';
import { foldName } from './municipality-name.ts';
import { withSums } from './register-sums.ts';
import { type Match, matchByArea, type Succession } from './succession.ts';

export type Edition = RegisterEdition & {
  rejected?: Rejection[];
  /** Who took over whom, where it is known; the rest is found by area. */ successions?: Succession[];
};

export type Change = { unit: Municipality; before: Municipality; fields: string[] };

/** A unit that the edition no longer has, and who stands in its place (largest share first). */
export type Closing = { unit: Municipality; into: string[] };

export type RegisterPlan = {
  added: Municipality[];
  changed: Change[];
  /** Same AGS, other association: the ARS changed. */ moved: { from: Municipality; to: Municipality }[];
  closed: Closing[];
  /** Missing, but perhaps on a line that could not be read: left as they are. */ kept: Municipality[];
  unchanged: number;
};

const COMPARED = [
  'kind',
  'name',
  'suffix',
  'seat',
  'parentArs',
  'population',
  'areaKm2',
  'postcode',
  'point',
] as const;

/** What has to happen so that the stored register becomes the edition; decides nothing about the database. */
export const planRegister = (
  stored: Municipality[],
  edition: Edition,
  touches: (a: string, b: string) => boolean,
): RegisterPlan => {
  const before = new Map(stored.filter(({ validTo }) => validTo === null).map((unit) => [unit.ars, unit]));
  const { facts, kept } = completed(before, edition);
  const keys = new Set(facts.map(({ ars }) => ars));
  const missing = [...before.values()].filter(({ ars }) => !keys.has(ars));
  const leftByAgs = new Map(
    missing.filter(({ level }) => level === 'municipality').map((unit) => [unit.ags, unit]),
  );
  const plan: RegisterPlan = { added: [], changed: [], moved: [], closed: [], kept, unchanged: 0 };
  for (const fact of facts) {
    const known = before.get(fact.ars) ?? leftByAgs.get(fact.ags);
    const unit = nowFrom(fact, known, keys, edition);
    if (!known) plan.added.push(unit);
    else if (known.ars !== unit.ars) plan.moved.push({ from: known, to: unit });
    else {
      const fields = COMPARED.filter((field) => JSON.stringify(known[field]) !== JSON.stringify(unit[field]));
      if (fields.length > 0) plan.changed.push({ unit, before: known, fields });
      else plan.unchanged += 1;
    }
  }
  const gone = missing.filter((unit) => !plan.moved.some(({ from }) => from === unit));
  plan.closed = closings(gone, plan, edition, touches);
  return { ...plan, added: plan.added.map((unit) => withPlaceOf(unit, plan.closed)) };
};

/** The edition's units with those added that it may have on an unreadable line. */
const completed = (before: Map<string, Municipality>, edition: Edition) => {
  const keys = new Set(edition.units.map(({ ars }) => ars));
  const unreadable = new Set((edition.rejected ?? []).map(({ key }) => key));
  const kept = [...before.values()].filter(
    ({ ars }) => !keys.has(ars) && (unreadable.has(undefined) || unreadable.has(ars)),
  );
  return { facts: withSums([...edition.units, ...kept.map(factsOf)]), kept };
};

const factsOf = ({
  parentArs,
  validFrom,
  validTo,
  source,
  sourceDate,
  ...facts
}: Municipality): RegisterFacts => facts;

const nowFrom = (
  fact: RegisterFacts,
  known: Municipality | undefined,
  keys: Set<string>,
  { date, source }: Edition,
): Municipality => ({
  ...fact,
  // The official file has no coordinates: what was known stays.
  point: fact.point ?? known?.point ?? null,
  parentArs: keysAbove(fact.ars).find((key) => keys.has(key)) ?? null,
  validFrom: known?.validFrom ?? date,
  validTo: null,
  source,
  sourceDate: date,
});

const closings = (
  gone: Municipality[],
  plan: RegisterPlan,
  edition: Edition,
  touches: (a: string, b: string) => boolean,
): Closing[] => {
  const known = new Map<string | null, string[]>();
  for (const { oldAgs, ars } of edition.successions ?? [])
    known.set(oldAgs, [...(known.get(oldAgs) ?? []), ars]);
  const open = gone.filter(({ level, ags }) => level === 'municipality' && !known.has(ags));
  const matches = new Map(byArea(open, plan, touches).map((match) => [match.vanished.key, match]));
  const municipalities = gone
    .filter(({ level }) => level === 'municipality')
    .map((unit) => ({
      unit,
      into: known.get(unit.ags) ?? matches.get(unit.ars)?.into.map(({ key }) => key) ?? [],
    }));
  const above = gone
    .filter(({ level }) => level !== 'municipality')
    .map((unit) => ({ unit, into: known.get(unit.ags) ?? districtInPlace(unit, municipalities) }));
  return [...municipalities, ...above];
};

/** A district whose municipalities all went into one other district leads there, too. */
const districtInPlace = (unit: Municipality, municipalities: Closing[]): string[] => {
  if (unit.level !== 'district') return [];
  const into = municipalities
    .filter(({ unit: { ars } }) => ars.startsWith(unit.ars))
    .map(({ into: [first] }) => first?.slice(0, 5));
  const [district] = into;
  return district && into.every((one) => one === district) ? [district] : [];
};

const byArea = (
  open: Municipality[],
  { added, changed }: RegisterPlan,
  touches: (a: string, b: string) => boolean,
): Match[] => {
  const fresh = new Set(added.map(({ ars }) => ars));
  const grown = [
    ...added.map((unit) => ({ unit, growthKm2: unit.areaKm2 ?? 0 })),
    ...changed.map(({ unit, before }) => ({ unit, growthKm2: (unit.areaKm2 ?? 0) - (before.areaKm2 ?? 0) })),
  ].filter(({ unit: { level } }) => level === 'municipality');
  return matchByArea(
    open.map(({ ars, name, areaKm2 }) => ({ key: ars, name, areaKm2: areaKm2 ?? 0 })),
    grown.map(({ unit: { ars, name }, growthKm2 }) => ({ key: ars, name, growthKm2 })),
    (old, taker) =>
      fresh.has(taker.key)
        ? old.key.slice(0, 5) === taker.key.slice(0, 5) || foldName(old.name) === foldName(taker.name)
        : touches(old.key, taker.key) ||
          open.some(({ ars }) => touches(old.key, ars) && touches(ars, taker.key)),
  );
};

/** A new unit's seat is where that of its namesake, else of its largest part, was. */
const withPlaceOf = (unit: Municipality, closed: Closing[]): Municipality => {
  if (unit.point) return unit;
  const parts = closed
    .filter(({ into, unit: part }) => into[0] === unit.ars && part.point)
    .map(({ unit: part }) => part)
    .sort(
      (a, b) =>
        Number(b.name === unit.name) - Number(a.name === unit.name) ||
        (b.population ?? 0) - (a.population ?? 0),
    );
  return { ...unit, point: parts[0]?.point ?? null };
};
