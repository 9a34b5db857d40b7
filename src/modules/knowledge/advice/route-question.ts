import type { AskedBecause, HelperRole } from './contract.ts';

export type HelperKey = { ars: string; id: string };
export type Helper = HelperKey & { name: string };
export type Receiver = Helper & { role: HelperRole; reasons: AskedBecause[] };

/** An entry that answers the question, the best first, and what is known of its town. */
export type FoundEntry = {
  by: 'named' | 'entry' | 'field';
  title: string;
  helper: Helper;
  population: number | null;
  /** In words, where the town is alike. */ alike: { de: string; en: string } | undefined;
};

export type Routing = {
  asker: HelperKey;
  mostPopulation: number | undefined;
  found: readonly FoundEntry[];
  centres: readonly Helper[];
  /** Who has opted in for the field. */ partners: readonly Helper[];
};

/** More would ask everybody, and then nobody feels asked. */
export const MOST_TOWNS = 8;
const MOST_PARTNERS = 5;

const keyOf = ({ ars, id }: HelperKey): string => `${ars}/${id}`;

/**
 * Who is asked, and why: towns that did it (the best entries first, one that is named before all), the competence
 * centre, partners who want to be asked. Nobody twice, and never the one who asks. A town of unknown size is not
 * among those »with at most«; the centre and partners have no size.
 */
export const routeQuestion = ({ asker, mostPopulation, found, centres, partners }: Routing): Receiver[] => {
  const receivers = new Map<string, Receiver>();
  const own = keyOf(asker);
  const add = (helper: Helper, role: HelperRole, reasons: AskedBecause[]) => {
    const key = keyOf(helper);
    if (key === own) return;
    const known = receivers.get(key);
    if (known) known.reasons.push(...reasons);
    else receivers.set(key, { ...helper, role, reasons: [...reasons] });
  };
  const isOfSize = (population: number | null) =>
    mostPopulation === undefined || (population !== null && population <= mostPopulation);
  const rightOnes = found
    .filter(({ by, population }) => by === 'named' || isOfSize(population))
    .toSorted((a, b) => Number(b.by === 'named') - Number(a.by === 'named'));
  for (const { by, title, helper, alike } of rightOnes) {
    const isKnown = receivers.has(keyOf(helper));
    if (isKnown || receivers.size >= MOST_TOWNS) continue;
    add(helper, 'town', [{ why: by, title }, ...(alike ? [{ why: 'alike' as const, ...alike }] : [])]);
  }
  for (const centre of centres) add(centre, 'centre', [{ why: 'centre' }]);
  for (const partner of partners.slice(0, MOST_PARTNERS)) add(partner, 'partner', [{ why: 'partner' }]);
  return [...receivers.values()];
};
