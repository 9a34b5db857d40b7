import type { Database } from '../../../foundation/database/context.ts';
import { findOrganisationsOfRole, type OrganisationKey } from '../../accounts/index.ts';
import type { PlaceIndex } from '../../municipalities/index.ts';
import { readSearch } from '../library/search/read-search.ts';
import { searchEntries } from '../library/search/search-entries.ts';
import { listAdvisers } from '../partners/partner-store.ts';
import { closenessOf, explainTwin } from '../twins/explain-twin.ts';
import { openTwinFinder } from '../twins/open-twin-finder.ts';
import { reasonText } from '../twins/put-into-words.ts';
import { weightsOf } from '../twins/weights.ts';
import type { NewQuestion } from './check-question.ts';
import { type FoundEntry, type Receiver, routeQuestion } from './route-question.ts';
import { listOwnersOfEntries } from './thread-store.ts';

type World = { database: Database; places: PlaceIndex; now: Date };

const MOST_LIKENESSES = 2;
const MOST_ENTRIES = 100;

/** Why a town is alike, in words; undefined where it is not, or where that is not known. */
const likenessOf = (places: PlaceIndex, own: string, other: string): FoundEntry['alike'] => {
  const finder = openTwinFinder(places);
  const weights = weightsOf('balanced');
  const profile = finder.profileOf(own);
  const twin = finder.compare(own, other, weights);
  if (!profile || !twin || !['very', 'well'].includes(closenessOf(twin.distance))) return undefined;
  const reasons = explainTwin(profile, twin, weights)
    .filter(({ likeness }) => likeness !== 'different')
    .slice(0, MOST_LIKENESSES);
  if (reasons.length === 0) return undefined;
  const inWords = (language: 'de' | 'en') => reasons.map((one) => reasonText(language, one)).join(', ');
  return { de: inWords('de'), en: inWords('en') };
};

/** Whom a question goes to: what the library finds for its words, then for its field, and who wants to be asked. */
export const findReceivers = async (
  world: World,
  asker: OrganisationKey,
  question: NewQuestion,
): Promise<Receiver[]> => {
  const { database, places } = world;
  const search = (query: Record<string, string>) => searchEntries(world, readSearch(query), asker.ars);
  const byWords = await search({ q: question.words || question.title });
  const byField = await search({ feld: question.field });
  const named = question.entryId === undefined ? [] : [question.entryId];
  const ids = [
    ...named.map((id) => ({ id, by: 'named' as const })),
    ...byWords.slice(0, MOST_ENTRIES).map(({ entry }) => ({ id: entry.id, by: 'entry' as const })),
    ...byField.slice(0, MOST_ENTRIES).map(({ entry }) => ({ id: entry.id, by: 'field' as const })),
  ];
  const owners = await listOwnersOfEntries(
    database,
    ids.map(({ id }) => id),
  );
  const ownerOf = new Map(owners.map((owner) => [owner.entry_id, owner]));
  const found = ids.flatMap(({ id, by }): FoundEntry[] => {
    const owner = ownerOf.get(id);
    if (!owner) return [];
    return [
      {
        by,
        title: owner.title,
        helper: { ars: owner.ars, id: owner.id, name: owner.name },
        population: places.get(owner.ars)?.population ?? null,
        alike: owner.ars === asker.ars ? undefined : likenessOf(places, asker.ars, owner.ars),
      },
    ];
  });
  return routeQuestion({
    asker,
    mostPopulation: question.mostPopulation,
    found,
    centres: await findOrganisationsOfRole(world, 'networkModerator'),
    partners: await listAdvisers(database, question.field),
  });
};
