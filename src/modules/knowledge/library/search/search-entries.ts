import type { Database } from '../../../../foundation/database/context.ts';
import type { PlaceIndex } from '../../../municipalities/index.ts';
import { openTwinFinder } from '../../twins/open-twin-finder.ts';
import { weightsOf } from '../../twins/weights.ts';
import { listPublicEntries } from '../public-store.ts';
import { fits } from './filter-entries.ts';
import { type Ranked, rankEntries } from './rank-entries.ts';
import { askedWords, type Search } from './read-search.ts';
import { rankTexts } from './text-store.ts';

type World = { database: Database; places: PlaceIndex; now: Date };

/** »Worked in towns like mine«: text × likeness of the town × evidence × freshness. */
export const searchEntries = async (
  { database, places, now }: World,
  { text, filter }: Search,
  /** The town that asks. */ ars: string | undefined,
): Promise<Ranked[]> => {
  const words = askedWords(text);
  const texts = words.length > 0 ? await rankTexts(database, words) : undefined;
  const peopleOf = (key: string) => places.get(key)?.population ?? null;
  const entries = (await listPublicEntries(database)).filter((entry) => fits(entry, filter, peopleOf));
  const finder = ars === undefined ? undefined : openTwinFinder(places);
  const isTown = ars !== undefined && finder?.profileOf(ars) !== undefined;
  const weights = weightsOf('balanced');
  const distanceTo = isTown
    ? (other: string) => (other === ars ? 0 : finder?.distance(ars, other, weights))
    : undefined;
  return rankEntries(entries, { texts, distanceTo, now });
};
