import type { Database } from '../../../foundation/database/context.ts';
import type { PlaceIndex } from '../../municipalities/index.ts';
import { areasOf } from '../areas.ts';
import { listRuleAreas, moveRules } from './merger-store.ts';

/**
 * Rules go with the keys of the register: those of a town that was merged hold for whoever took over all of it.
 * @returns how many rules moved. Where an area was divided they stay, and the self-test finds the gap.
 */
export const followMergers = async (
  database: Database,
  places: Pick<PlaceIndex, 'get' | 'byAgs'>,
): Promise<number> => {
  const areas = areasOf(places);
  let moved = 0;
  for (const ars of await listRuleAreas(database)) {
    if (places.get(ars)) continue;
    const today = areas.findArea(ars);
    if (today && 'ars' in today) moved += await moveRules(database, ars, today.ars);
  }
  return moved;
};
