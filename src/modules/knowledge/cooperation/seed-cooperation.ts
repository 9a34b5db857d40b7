import type { Context } from '../../../foundation/database/context.ts';
import { foldText } from '../../../foundation/text/search-text.ts';
import type { Organisation } from '../../accounts/index.ts';
import { insertCooperation, listOwnCooperations } from './cooperation-store.ts';

/** By the key of the organisation. */
const invented: Record<string, { title: string; text: string }> = {
  '010605053053': {
    title: 'Niemand pflegt unsere Geodaten',
    text: 'Für die Karten der Feuerwehr fehlt uns jemand, der Wege und Hydranten auf dem Stand hält.',
  },
};

/** A gap to look at; invented, and marked so. Doing it again changes nothing. */
export const seedCooperationDemonstration = async (
  { database, clock, newId }: Context,
  organisation: Organisation,
): Promise<void> => {
  const cooperation = invented[organisation.id];
  if (!cooperation || (await listOwnCooperations(database, organisation)).length > 0) return;
  await insertCooperation(database, organisation, {
    ...cooperation,
    id: newId(),
    kind: 'gap',
    field: 'data',
    folded: foldText(`${cooperation.title} ${cooperation.text}`),
    now: clock(),
    demonstration: true,
  });
};
