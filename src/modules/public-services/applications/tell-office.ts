import { findHolders, notify } from '../../accounts/index.ts';
import type { Application, ApplicationContext } from './application.ts';

/** A notice to those who work there; it says nothing of what somebody wrote. */
export type OfficeNotice = { subject: string; text: string };

export const tellOffice = async (
  inside: ApplicationContext,
  { id, organisation, assignedTo }: Application,
  notice: OfficeNotice,
): Promise<void> => {
  const holders = await findHolders(inside, organisation, 'caseWorker');
  const isThere = assignedTo !== null && holders.includes(assignedTo);
  await notify(inside, {
    personIds: isThere ? [assignedTo] : holders,
    topic: 'applications',
    path: `/rathaus/${organisation.id}/antraege/${id}`,
    ...notice,
  });
};
