import type { Context } from '../../../foundation/database/context.ts';
import type { Role } from '../contract.ts';
import type { Acting, Organisation } from './organisation.ts';
import { listDelegatedTo, listRolesOfPerson } from './organisation-store.ts';

type Person = { personId: string; label: string };
type Held = { organisation: Organisation; roles: Role[] };

/** Own roles and delegated ones in the same organisation add up; `through` tells where the added ones come from. */
const join = (held: Held, left: { role: Role; through: Organisation }[]): Omit<Acting, keyof Person> => {
  const added = left.filter(({ role }) => !held.roles.includes(role));
  const [first] = added;
  return {
    organisation: held.organisation,
    roles: [...held.roles, ...added.map(({ role }) => role)],
    ...(first && { through: first.through }),
  };
};

/** Every organisation that a person may act for: by own roles, and by roles that others left to the own organisation. */
export const listActing = async (
  { database, clock }: Pick<Context, 'database' | 'clock'>,
  { personId, label }: Person,
): Promise<Acting[]> => {
  const rows = await listRolesOfPerson(database, personId);
  const held = new Map<string, Held>();
  for (const { role, ...organisation } of rows) {
    const known = held.get(organisation.id);
    held.set(organisation.id, { organisation, roles: [...(known?.roles ?? []), role] });
  }
  const left = new Map<string, { organisation: Organisation; role: Role; through: Organisation }[]>();
  for (const { organisation: through, roles } of held.values())
    for (const { role, to_ars: _, to_organisation_id: __, ...organisation } of await listDelegatedTo(
      database,
      through,
      clock(),
    ))
      if (roles.includes(role))
        left.set(organisation.id, [...(left.get(organisation.id) ?? []), { organisation, role, through }]);
  const ids = new Set([...held.keys(), ...left.keys()]);
  return [...ids].flatMap((id) => {
    const organisation = held.get(id)?.organisation ?? left.get(id)?.[0]?.organisation;
    if (!organisation) return [];
    return [{ personId, label, ...join(held.get(id) ?? { organisation, roles: [] }, left.get(id) ?? []) }];
  });
};

/** Undefined: no such organisation, or none that the person may act for. Nobody learns which of the two. */
export const findActing = async (
  context: Pick<Context, 'database' | 'clock'>,
  person: Person,
  organisationId: string,
): Promise<Acting | undefined> =>
  (await listActing(context, person)).find(({ organisation }) => organisation.id === organisationId);
