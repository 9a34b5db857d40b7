import type { Context } from '../../../foundation/database/context.ts';
import type { Organisation } from '../../accounts/index.ts';
import { insertLine, listOwnLines } from './commons-store.ts';
import type { CommonsKind, Side } from './contract.ts';

type Invented = [side: Side, kind: CommonsKind, amount: number, what: string, withName: string];

/** By the key of the organisation. */
const invented: Record<string, Invented[]> = {
  '010605053053': [
    ['given', 'adviceHours', 2, 'Sensoren im Winter', 'Karlsruhe'],
    ['taken', 'form', 1, 'Formular Bewohnerparkausweis', 'Karlsruhe'],
  ],
  '082120000000': [
    ['given', 'form', 1, 'Formular Bewohnerparkausweis', 'Leezen'],
    ['taken', 'adviceHours', 1.5, 'Sensoren im Winter', 'Leezen'],
    ['given', 'translation', 3, 'Texte zum Bewohnerparken auf Englisch', 'Leezen'],
  ],
};

/** Lines to look at; invented, and marked so. Doing it again changes nothing. */
export const seedCommonsDemonstration = async (
  context: Context,
  organisation: Organisation,
): Promise<void> => {
  const { database } = context;
  if ((await listOwnLines(database, organisation)).length > 0) return;
  for (const [side, kind, amount, what, withName] of invented[organisation.id] ?? []) {
    const line = { id: context.newId(), side, kind, amount, what, withName, now: context.clock() };
    await insertLine(database, organisation, { ...line, demonstration: true });
  }
};
