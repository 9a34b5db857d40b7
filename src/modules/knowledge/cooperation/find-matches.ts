import type { Database } from '../../../foundation/database/context.ts';
import { distanceMetres } from '../../../foundation/geo/point.ts';
import { displayName, type PlaceIndex } from '../../municipalities/index.ts';
import type { MatchReason } from './contract.ts';
import { listOthers, type StoredCooperation } from './cooperation-store.ts';
import { matchTowns } from './match-towns.ts';

export type Match = { other: StoredCooperation; reasons: MatchReason[] };

const MOST_MATCHES = 20;

const kmBetween = (places: PlaceIndex, a: string, b: string): number | undefined => {
  const [from, to] = [places.get(a)?.point, places.get(b)?.point];
  return from && to ? Math.round(distanceMetres(from, to) / 1000) : undefined;
};

/** The association that two municipalities have in common, or that one of them is. */
const associationOf = (places: PlaceIndex, a: string, b: string): string | undefined => {
  const own = (ars: string) => places.chain(ars).find(({ level }) => level === 'association');
  const [first, second] = [own(a), own(b)];
  return first && first.ars === second?.ars ? displayName(first) : undefined;
};

/** Towns nearby with the same gap or plan; those whose words are most alike first. */
export const findMatches = async (
  { database, places }: { database: Database; places: PlaceIndex },
  own: StoredCooperation,
): Promise<Match[]> => {
  const others = await listOthers(database, own);
  return others
    .flatMap((other) => {
      const reasons = matchTowns({
        km: kmBetween(places, own.ars, other.ars),
        association: associationOf(places, own.ars, other.ars),
        isSameField: own.field === other.field,
        alike: other.alike,
      });
      return reasons ? [{ other, reasons }] : [];
    })
    .slice(0, MOST_MATCHES);
};
