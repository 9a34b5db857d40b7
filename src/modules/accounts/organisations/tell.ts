import type { Context } from '../../../foundation/database/context.ts';
import { formatDate } from '../../../foundation/i18n/format.ts';
import type { Interval } from '../../../foundation/time/zone.ts';
import { paths } from '../contract.ts';
import { notify } from '../notices/notify.ts';
import { accountMessages } from '../web/index.ts';
import type { Acting, Organisation } from './organisation.ts';
import { listHolders } from './organisation-store.ts';
import type { GrantableRole } from './role.ts';

// Mails go out in German; the pages behind their links speak both languages.
const { notices, roles } = accountMessages('de');

/** Whoever was given or lost a role hears of it, unless it was their own doing. */
export const tellOfRole = async (
  context: Context,
  acting: Acting,
  change: 'granted' | 'removed',
  { personId, role }: { personId: string; role: GrantableRole },
): Promise<void> => {
  if (personId === acting.personId) return;
  await notify(context, {
    personIds: [personId],
    topic: 'account',
    subject: notices.told[change](roles[role], acting.organisation.name),
    text: notices.told.roleText,
    path: change === 'granted' ? `${paths.desk}/${acting.organisation.id}` : paths.permissions,
  });
};

/** The other administrators are asked to look. */
export const tellOfProposal = async (
  context: Context,
  acting: Acting,
  administrators: readonly string[],
): Promise<void> =>
  notify(context, {
    personIds: administrators.filter((one) => one !== acting.personId),
    topic: 'account',
    subject: notices.told.proposed(acting.organisation.name),
    text: notices.told.proposedText,
    path: `${paths.desk}/${acting.organisation.id}/menschen`,
  });

/** Whoever administers the organisation that is to do the work hears of it. */
export const tellOfDelegation = async (
  context: Context,
  acting: Acting,
  { to, role, during }: { to: Organisation; role: GrantableRole; during: Interval },
): Promise<void> => {
  const last = new Date(during.end.getTime() - 1);
  await notify(context, {
    personIds: await listHolders(context.database, to, 'administrator', context.clock()),
    topic: 'account',
    subject: notices.told.delegated(acting.organisation.name),
    text: notices.told.delegatedText(roles[role], formatDate('de', during.start), formatDate('de', last)),
    path: paths.desk,
  });
};
