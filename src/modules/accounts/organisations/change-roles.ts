import type { Context, Database } from '../../../foundation/database/context.ts';
import { recordAct } from '../audit/record-act.ts';
import type { MemberRefusal } from '../contract.ts';
import { decideAdministratorChange, mayConfirm } from './administrator-rule.ts';
import { listAdministrators, saveChange, takeChange } from './member-store.ts';
import type { Acting, OrganisationKey } from './organisation.ts';
import { listMembers, lockOrganisation, removeStoredRole, saveRole } from './organisation-store.ts';
import { type GrantableRole, isGrantable } from './role.ts';
import { tellOfProposal, tellOfRole } from './tell.ts';

const CHANGE_DAYS = 14;
const DAY_MILLISECONDS = 86_400_000;

type Change = 'grant' | 'remove';
type Done = { done: Change } | { waits: true } | { refused: MemberRefusal };
type Held = { personId: string; role: GrantableRole };

/** Changes of one organisation's people stand in line behind its row. */
const inLine = <T>(context: Context, acting: Acting, work: (within: Context) => Promise<T>): Promise<T> =>
  context.database.transaction().execute(async (database) => {
    await lockOrganisation(database, acting.organisation);
    return work({ ...context, database });
  });

const apply = async (
  within: Context,
  acting: Acting,
  change: Change,
  { personId, role }: Held,
  how: Record<string, boolean> = {},
): Promise<boolean> => {
  const { database } = within;
  const isChanged =
    change === 'grant'
      ? await saveRole(
          database,
          acting.organisation,
          { personId, role, grantedBy: acting.personId },
          within.clock(),
        )
      : await removeStoredRole(database, acting.organisation, { personId, role });
  if (!isChanged) return false;
  await recordAct(within, acting, {
    act: change === 'grant' ? 'role-granted' : 'role-removed',
    record: { type: 'person', id: personId },
    detail: { role, ...how },
  });
  await tellOfRole(within, acting, change === 'grant' ? 'granted' : 'removed', { personId, role });
  return true;
};

const propose = async (within: Context, acting: Acting, change: Change, personId: string): Promise<void> => {
  const now = within.clock();
  const id = within.newId();
  await saveChange(within.database, {
    ars: acting.organisation.ars,
    organisation_id: acting.organisation.id,
    id,
    change,
    person_id: personId,
    proposed_by: acting.personId,
    proposed_at: now,
    expires_at: new Date(now.getTime() + CHANGE_DAYS * DAY_MILLISECONDS),
  });
  await recordAct(within, acting, {
    act: 'administrator-change-proposed',
    record: { type: 'person', id: personId },
    detail: { change },
  });
};

/** Whether the role takes hold now or waits for a second administrator; asked inside the line. */
const changeAdministrator = async (
  within: Context,
  acting: Acting,
  change: Change,
  personId: string,
): Promise<Done> => {
  const administrators = await listAdministrators(within.database, acting.organisation);
  const decided = decideAdministratorChange({
    change,
    administrators,
    proposer: acting.personId,
    subject: personId,
  });
  if (typeof decided === 'object') return decided;
  if (decided === 'needs-another') {
    await propose(within, acting, change, personId);
    await tellOfProposal(within, acting, administrators);
    return { waits: true };
  }
  await apply(within, acting, change, { personId, role: 'administrator' }, { alone: true });
  return { done: change };
};

const isMember = async (database: Database, organisation: OrganisationKey, personId: string) =>
  (await listMembers(database, organisation)).some((member) => member.personId === personId);

/** To somebody who works here already; who does not is invited. */
export const grantRole = (
  context: Context,
  acting: Acting,
  { personId, role }: { personId: string; role: unknown },
): Promise<Done> =>
  inLine(context, acting, async (within) => {
    if (!isGrantable(role)) return { refused: 'unknown-role' };
    if (!(await isMember(within.database, acting.organisation, personId))) return { refused: 'not-a-member' };
    if (role === 'administrator') return changeAdministrator(within, acting, 'grant', personId);
    return (await apply(within, acting, 'grant', { personId, role }))
      ? { done: 'grant' }
      : { refused: 'holds-it-already' };
  });

export const removeRole = (
  context: Context,
  acting: Acting,
  { personId, role }: { personId: string; role: unknown },
): Promise<Done> =>
  inLine(context, acting, async (within) => {
    if (!isGrantable(role)) return { refused: 'unknown-role' };
    if (role !== 'administrator')
      return (await apply(within, acting, 'remove', { personId, role }))
        ? { done: 'remove' }
        : { refused: 'not-a-member' };
    const administrators = await listAdministrators(within.database, acting.organisation);
    if (!administrators.includes(personId)) return { refused: 'not-a-member' };
    return changeAdministrator(within, acting, 'remove', personId);
  });

/** What the invitation promised, given by whoever invited; an administrator's role waits like any other change of it. */
export const grantInvitedRole = (within: Context, acting: Acting, role: GrantableRole): Promise<Done> =>
  role === 'administrator'
    ? changeAdministrator(within, acting, 'grant', acting.personId)
    : apply(within, acting, 'grant', { personId: acting.personId, role }).then(() => ({ done: 'grant' }));

export const confirmChange = (context: Context, acting: Acting, changeId: string): Promise<Done> =>
  inLine(context, acting, async (within) => {
    const { database } = within;
    const change = await takeChange(database, acting.organisation, changeId);
    if (!change || change.expires_at <= within.clock()) return { refused: 'change-gone' };
    const administrators = await listAdministrators(database, acting.organisation);
    if (!mayConfirm(administrators, change.proposed_by, acting.personId)) {
      await saveChange(database, change);
      return { refused: 'needs-another-administrator' };
    }
    // Meanwhile others may have gone: the last one stays, whatever was proposed.
    if (change.change === 'remove' && administrators.every((one) => one === change.person_id))
      return { refused: 'last-administrator' };
    const held: Held = { personId: change.person_id, role: 'administrator' };
    await apply(within, acting, change.change, held, { confirmed: true });
    return { done: change.change };
  });

export const declineChange = (
  context: Context,
  acting: Acting,
  changeId: string,
): Promise<{ declined: true } | { refused: 'change-gone' }> =>
  inLine(context, acting, async (within) => {
    const change = await takeChange(within.database, acting.organisation, changeId);
    if (!change) return { refused: 'change-gone' };
    await recordAct(within, acting, {
      act: 'administrator-change-declined',
      record: { type: 'person', id: change.person_id },
      detail: { change: change.change },
    });
    return { declined: true };
  });
