import type { Context } from '../../../foundation/database/context.ts';
import { addDays, type Day, fromBerlin } from '../../../foundation/time/zone.ts';
import { recordAct } from '../audit/record-act.ts';
import type { DelegationRefusal } from '../contract.ts';
import type { Acting, Organisation } from './organisation.ts';
import {
  endStoredDelegation,
  lockOrganisation,
  saveDelegation,
  saveOrganisation,
} from './organisation-store.ts';
import { isDelegable } from './role.ts';
import { tellOfDelegation } from './tell.ts';

const LONGEST_DAYS = 2 * 366;

const isDay = (text: unknown): text is Day =>
  typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/**
 * Leaves a role to those who hold it in another organisation, for a period: from the first day to the end of the last.
 * @param to the organisation as the register names it; it is entered where nobody acts for it yet.
 */
export const delegateRole = (
  context: Context,
  acting: Acting,
  typed: { role: unknown; to: Organisation | undefined; first: unknown; last: unknown },
): Promise<{ delegationId: string } | { refused: DelegationRefusal }> =>
  context.database.transaction().execute(async (database) => {
    const { role, to, first, last } = typed;
    if (!isDelegable(role)) return { refused: 'unknown-role' };
    if (!to) return { refused: 'unknown-organisation' };
    if (to.ars === acting.organisation.ars && to.id === acting.organisation.id)
      return { refused: 'same-organisation' };
    if (!isDay(first) || !isDay(last) || last < first || addDays(first, LONGEST_DAYS) < last)
      return { refused: 'bad-period' };
    const during = { start: fromBerlin(first), end: fromBerlin(addDays(last, 1)) };
    if (during.end <= context.clock()) return { refused: 'bad-period' };
    await lockOrganisation(database, acting.organisation);
    await saveOrganisation(database, to, context.clock());
    const delegationId = context.newId();
    await saveDelegation(database, acting.organisation, {
      id: delegationId,
      role,
      to,
      during,
      grantedBy: acting.personId,
      grantedAt: context.clock(),
    });
    const within = { ...context, database };
    await tellOfDelegation(within, acting, { to, role, during });
    await recordAct(within, acting, {
      act: 'role-delegated',
      record: { type: 'delegation', id: delegationId },
      detail: { role, to: to.id, first, last },
    });
    return { delegationId };
  });

export const endDelegation = (
  context: Context,
  acting: Acting,
  delegationId: string,
): Promise<{ ended: true } | { refused: 'change-gone' }> =>
  context.database.transaction().execute(async (database) => {
    const role = await endStoredDelegation(database, acting.organisation, delegationId, context.clock());
    if (!role) return { refused: 'change-gone' };
    await recordAct({ ...context, database }, acting, {
      act: 'delegation-ended',
      record: { type: 'delegation', id: delegationId },
      detail: { role },
    });
    return { ended: true };
  });
