import type { Database } from '../../../foundation/database/context.ts';
import type { OrganisationKey } from '../../accounts/index.ts';
import type { PlaceIndex } from '../../municipalities/index.ts';
import { listOwnCooperations } from './cooperation-store.ts';
import { findMatches } from './find-matches.ts';

export type ShownCooperation = { key: string; ars: string; field: string; title: string; path: string };

/** What towns nearby show this one, because it shows them something as well. */
export const listShownCooperations = async (
  context: { database: Database; places: PlaceIndex },
  organisation: OrganisationKey,
): Promise<ShownCooperation[]> => {
  const own = (await listOwnCooperations(context.database, organisation)).filter(({ ended_at }) => !ended_at);
  const found = await Promise.all(own.map((one) => findMatches(context, one)));
  const shown = found.flat().map(({ other }) => ({
    key: other.id,
    ars: other.ars,
    field: other.field,
    title: other.title,
    path: '/zusammenarbeit',
  }));
  return [...new Map(shown.map((one) => [one.key, one])).values()];
};
