import type { Context, Database } from '../../foundation/database/context.ts';
import { dissolve, neighboursOf } from './borders.ts';
import type { Municipality, Rejection } from './municipality.ts';
import { type Closing, type Edition, planRegister, type RegisterPlan } from './register-plan.ts';
import * as store from './store.ts';
import type { Succession } from './succession.ts';

/** What a new edition changed. `merged` have a successor, `closed` have none that could be found. */
export type RegisterReport = Omit<RegisterPlan, 'closed'> & {
  edition: string;
  merged: Closing[];
  closed: Municipality[];
  rejected: Rejection[];
};

export type RegisterRefusal = { refused: 'empty-edition' | 'older-edition' | 'too-many-missing' };

// A cut file must not close half of the country.
const MOST_MISSING_SHARE = 0.05;

/**
 * Makes the stored register that of the edition: updates, merges and closes, all or nothing. Doing it twice changes
 * nothing the second time.
 */
export const updateRegister = (
  context: Context,
  edition: Edition,
): Promise<RegisterReport | RegisterRefusal> =>
  context.database.transaction().execute((transaction) => applyEdition(transaction, edition));

/** The same inside a transaction that is already open. */
export const applyEdition = async (
  database: Database,
  edition: Edition,
): Promise<RegisterReport | RegisterRefusal> => {
  await store.lockRegister(database);
  const stored = await store.listUnits(database);
  const refused = refusal(stored, edition);
  if (refused) return { refused };
  const boundaries = new Map((await store.listBoundaries(database)).map((one) => [one.ars, one]));
  const plan = planRegister(stored, edition, touchesIn(boundaries));
  await save(database, plan, edition);
  await moveBoundaries(database, plan, boundaries);
  const { closed, ...rest } = plan;
  return {
    ...rest,
    edition: edition.date,
    merged: closed.filter(({ into }) => into.length > 0),
    closed: closed.filter(({ into }) => into.length === 0).map(({ unit }) => unit),
    rejected: edition.rejected ?? [],
  };
};

const refusal = (stored: Municipality[], edition: Edition): RegisterRefusal['refused'] | undefined => {
  const current = stored.filter(({ level, validTo }) => level === 'municipality' && validTo === null);
  const ags = new Set(edition.units.filter(({ level }) => level === 'municipality').map((unit) => unit.ags));
  if (ags.size === 0) return 'empty-edition';
  if (current.some(({ sourceDate }) => sourceDate > edition.date)) return 'older-edition';
  const missing = current.filter((unit) => !ags.has(unit.ags)).length;
  return missing > current.length * MOST_MISSING_SHARE ? 'too-many-missing' : undefined;
};

type Boundaries = Map<string, store.StoredBoundary>;

/** Computed on the first question: most editions of an unchanged register ask none. */
const touchesIn = (boundaries: Boundaries) => {
  let neighbours: Map<string, Set<string>> | undefined;
  return (a: string, b: string): boolean => {
    neighbours ??= neighboursOf(
      [...boundaries.values()].map(({ ars, geometry }) => ({ key: ars, geometry })),
    );
    return neighbours.get(a)?.has(b) ?? false;
  };
};

const save = async (database: Database, plan: RegisterPlan, edition: Edition): Promise<void> => {
  const ended = [...plan.closed.map(({ unit }) => unit), ...plan.moved.map(({ from }) => from)];
  await store.saveUnits(database, [
    ...plan.added,
    ...plan.changed.map(({ unit }) => unit),
    ...plan.moved.map(({ to }) => to),
    ...ended.map((unit) => ({ ...unit, validTo: edition.date })),
  ]);
  await store.stampEdition(database, edition.source, edition.date);
  await store.saveSuccessions(
    database,
    plan.closed.flatMap((closing) => successionsOf(closing, edition)),
  );
  for (const { from, to } of plan.moved) await store.redirect(database, from.ars, to.ars);
  for (const { unit, into } of plan.closed) if (into[0]) await store.redirect(database, unit.ars, into[0]);
};

const successionsOf = ({ unit, into }: Closing, { date, source }: Edition): Succession[] =>
  unit.ags === null
    ? []
    : into.map((ars, index) => ({
        oldAgs: unit.ags ?? '',
        ars,
        part: index + 1,
        oldName: unit.name,
        changedBy: date,
        source,
      }));

/** Who takes over a unit takes over its area: exact where it was taken over whole, else the largest taker has it all. */
const moveBoundaries = async (
  database: Database,
  plan: RegisterPlan,
  boundaries: Boundaries,
): Promise<void> => {
  const parts = new Map<string, string[]>();
  for (const { unit, into } of plan.closed)
    if (into[0] && boundaries.has(unit.ars)) parts.set(into[0], [...(parts.get(into[0]) ?? []), unit.ars]);
  for (const { from, to } of plan.moved)
    if (boundaries.has(from.ars)) parts.set(to.ars, [...(parts.get(to.ars) ?? []), from.ars]);
  const joined: store.StoredBoundary[] = [];
  for (const [ars, keys] of parts) {
    const pieces = [ars, ...keys].flatMap((key) => boundaries.get(key) ?? []);
    const [first] = pieces;
    const geometry = pieces.length === 1 ? first?.geometry : dissolve(pieces.map((piece) => piece.geometry));
    if (first && geometry) joined.push({ ...first, ars, geometry });
  }
  await store.saveBoundaries(database, joined);
  await store.removeBoundaries(database, [
    ...plan.closed.map(({ unit }) => unit.ars),
    ...plan.moved.map(({ from }) => from.ars),
  ]);
};
