import type { Context } from '../../../foundation/database/context.ts';
import type { Acting, OrganisationKey } from '../organisations/organisation.ts';
import type { Act } from './audit-entry.ts';
import { appendEntry } from './audit-store.ts';

/**
 * Says in the log who did what, on which record, in whose name. Call it with the transaction that does it, so that
 * neither stands without the other.
 */
export const recordAct = (
  { database, clock }: Pick<Context, 'database' | 'clock'>,
  acting: Pick<Acting, 'personId' | 'organisation' | 'through'>,
  { act, record, detail = {} }: Act,
): Promise<void> =>
  appendEntry(database, {
    ars: acting.organisation.ars,
    at: clock(),
    personId: acting.personId,
    organisationId: acting.organisation.id,
    through: acting.through?.id ?? null,
    act,
    recordType: record.type,
    recordId: record.id,
    detail,
  });

/** The same where nobody acted: a job that keeps a schedule, a command of the operator. */
export const recordOwnAct = (
  { database, clock }: Pick<Context, 'database' | 'clock'>,
  { ars, id }: OrganisationKey,
  { act, record, detail = {} }: Act,
): Promise<void> =>
  appendEntry(database, {
    ars,
    at: clock(),
    personId: null,
    organisationId: id,
    through: null,
    act,
    recordType: record.type,
    recordId: record.id,
    detail,
  });
