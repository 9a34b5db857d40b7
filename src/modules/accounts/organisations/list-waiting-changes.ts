import type { Context } from '../../../foundation/database/context.ts';
import { mayConfirm } from './administrator-rule.ts';
import { listAdministrators, listChanges } from './member-store.ts';
import { type Acting, may } from './organisation.ts';

/** Changes of administrators that wait for this very person, and until when. */
export const listWaitingChanges = async (
  { database, clock }: Pick<Context, 'database' | 'clock'>,
  acting: Acting,
): Promise<{ id: string; due: Date }[]> => {
  if (!may(acting, 'manage-members')) return [];
  const administrators = await listAdministrators(database, acting.organisation);
  return (await listChanges(database, acting.organisation, clock()))
    .filter(({ proposed_by }) => mayConfirm(administrators, proposed_by, acting.personId))
    .map(({ id, expires_at }) => ({ id, due: expires_at }));
};
