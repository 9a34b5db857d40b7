import type { Context } from '../../../foundation/database/context.ts';
import { type Asked, rank, readQuestion, tsqueryOf } from './rank-services.ts';
import { type ServiceHit, searchCandidates, similarWords } from './search-store.ts';

/** @param units of a place, lowest first; absent: everywhere. */
export const searchServices = async (
  { database }: Pick<Context, 'database'>,
  { text, units }: { text: string; units?: readonly string[] | undefined },
): Promise<ServiceHit[]> => {
  const asked = await withSimilar(database, readQuestion(text));
  if (asked.words.length === 0) return [];
  return nearestTexts(rank(asked, await searchCandidates(database, units, tsqueryOf(asked))), units ?? []);
};

/** A word that no text has is joined by those that it may have been. What they mean is meant as well. */
const withSimilar = async (database: Context['database'], asked: Asked): Promise<Asked> => {
  const typed = asked.words.flatMap(({ alternatives }) => alternatives.slice(0, 1));
  if (typed.length === 0) return asked;
  const similar = await similarWords(database, typed);
  const words = asked.words.flatMap((one) => {
    const others = similar.filter(({ asked: word }) => word === one.alternatives[0]);
    return [one, ...others.map(({ word }) => ({ alternatives: [word], weight: one.weight * 0.8 }))];
  });
  return { ...asked, words };
};

/** Of several texts on one federal key the nearest unit's is shown, the country's only where nobody else has one. */
const nearestTexts = (hits: ServiceHit[], units: readonly string[]): ServiceHit[] => {
  const distance = ({ ars, facts }: ServiceHit): number => {
    const at = units.indexOf(ars);
    return facts.reach === 'country' || at < 0 ? units.length : at;
  };
  return hits.filter(
    (hit) =>
      !hits.some(
        (other) =>
          distance(other) < distance(hit) &&
          other.facts.leikaKeys.some((key) => hit.facts.leikaKeys.includes(key)),
      ),
  );
};
