import type { Context } from '../../foundation/database/context.ts';
import { addDays, berlinDay } from '../../foundation/time/zone.ts';
import { delegateRole } from './organisations/delegate-role.ts';
import { listActing } from './organisations/find-acting.ts';
import type { Acting, Organisation } from './organisations/organisation.ts';
import { findOrganisation, saveOrganisation, saveRole } from './organisations/organisation-store.ts';
import type { GrantableRole } from './organisations/role.ts';
import { savePerson } from './store.ts';

export type DemonstrationPerson = { mail: string; name: string; roles: GrantableRole[] };

/**
 * Invented people who work for an organisation, so that its desk can be tried. Only where the organisation does not
 * exist yet: people who are really there are never mixed with invented ones.
 * @returns in whose name each of them acts; empty where nothing was done.
 */
export const seedOrganisation = async (
  context: Context,
  organisation: Organisation,
  people: DemonstrationPerson[],
): Promise<Acting[]> => {
  const { database, clock, newId } = context;
  if (await findOrganisation(database, organisation)) return [];
  await saveOrganisation(database, organisation, clock());
  const acting: Acting[] = [];
  for (const { mail, name, roles } of people) {
    const person = { personId: newId(), label: name };
    if (!(await savePerson(database, { id: person.personId, name, mail }, clock()))) continue;
    for (const role of roles)
      await saveRole(database, organisation, { personId: person.personId, role, grantedBy: null }, clock());
    acting.push(...(await listActing(context, person)));
  }
  return acting;
};

/** The invented village leaves its editing to its invented association for a year. */
export const seedDelegation = async (context: Context, from: Acting, to: Organisation): Promise<void> => {
  const first = berlinDay(context.clock());
  await delegateRole(context, from, { role: 'editor', to, first, last: addDays(first, 364) });
};
