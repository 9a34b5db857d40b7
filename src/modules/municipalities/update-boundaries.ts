import type { Context } from '../../foundation/database/context.ts';
import { dissolve } from './borders.ts';
import type { MultiPolygon } from './geometry.ts';
import type { BoundaryReading } from './import/boundaries.ts';
import type { Rejection } from './municipality.ts';
import * as store from './store.ts';
import { growTree } from './unit-tree.ts';

/** Counts by municipality of today; `unmatched` are keys that no unit has or had. */
export type BoundaryReport = {
  added: number;
  changed: number;
  unchanged: number;
  /** Municipalities that the map does not have: they keep the outline they had. */ kept: number;
  unmatched: { ags: string; name: string }[];
  rejected: Rejection[];
};

/** Takes over a newer map: outlines under old keys go to whoever stands in their place, several become one. */
export const updateBoundaries = (
  context: Context,
  reading: BoundaryReading,
  { edition, source }: { edition: string; source: string },
): Promise<BoundaryReport> =>
  context.database.transaction().execute(async (database) => {
    await store.lockRegister(database);
    const tree = growTree(await store.listUnits(database), await store.listSuccessions(database));
    const before = new Map((await store.listBoundaries(database)).map((one) => [one.ars, one]));
    const parts = new Map<string, MultiPolygon[]>();
    const unmatched: BoundaryReport['unmatched'] = [];
    for (const { ags, name, geometry } of reading.boundaries) {
      const answer = tree.byAgs(ags);
      if (answer.kind === 'unknown') unmatched.push({ ags, name });
      else {
        const { ars } = answer.kind === 'current' ? answer.municipality : answer.successors[0];
        parts.set(ars, [...(parts.get(ars) ?? []), geometry]);
      }
    }
    const after = [...parts].map(([ars, pieces]) => ({ ars, geometry: joined(pieces), edition, source }));
    const differing = after.filter(({ ars, geometry }) => !isSame(before.get(ars)?.geometry, geometry));
    await store.saveBoundaries(database, differing);
    await store.stampBoundaries(database, [...parts.keys()], edition, source);
    const added = differing.filter(({ ars }) => !before.has(ars)).length;
    return {
      added,
      changed: differing.length - added,
      unchanged: after.length - differing.length,
      kept: [...before.keys()].filter((ars) => !parts.has(ars)).length,
      unmatched,
      rejected: reading.rejected,
    };
  });

const joined = (pieces: MultiPolygon[]): MultiPolygon => {
  const [first] = pieces;
  return first && pieces.length === 1 ? first : dissolve(pieces);
};

const isSame = (a: MultiPolygon | undefined, b: MultiPolygon): boolean =>
  a !== undefined && JSON.stringify(a.coordinates) === JSON.stringify(b.coordinates);
