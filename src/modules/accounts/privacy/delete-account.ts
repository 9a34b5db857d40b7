import type { Context } from '../../../foundation/database/context.ts';
import { recordOwnAct } from '../audit/record-act.ts';
import type { Organisation } from '../organisations/organisation.ts';
import type { SignedIn } from '../sign-in/sessions.ts';
import { removePerson } from '../store.ts';
import {
  forgetTraces,
  listAdministeredAlone,
  listOrganisationsOf,
  lockOrganisationsOf,
} from './delete-account-store.ts';

const FRESH_MILLISECONDS = 15 * 60_000;

/** A device that somebody left open must not be enough to delete the account. */
export const isFreshlySignedIn = ({ clock }: Pick<Context, 'clock'>, { startedAt }: SignedIn): boolean =>
  clock().getTime() - startedAt.getTime() < FRESH_MILLISECONDS;

/** Organisations that would be without anybody who administers. */
export const listOnlyMine = (
  { database }: Pick<Context, 'database'>,
  personId: string,
): Promise<Organisation[]> => listAdministeredAlone(database, personId);

/**
 * Everything about the person goes, and every session ends. The log keeps its lines: the number in them leads to no
 * name any more.
 */
export const deleteAccount = (
  context: Context,
  person: SignedIn,
): Promise<
  { deleted: true } | { refused: 'sign-in-too-old' } | { refused: 'last-administrator'; of: Organisation[] }
> =>
  context.database.transaction().execute(async (database) => {
    if (!isFreshlySignedIn(context, person)) return { refused: 'sign-in-too-old' };
    const { personId } = person;
    // Two administrators who leave at the same moment wait for each other here: one of them stays.
    await lockOrganisationsOf(database, personId);
    const of = await listAdministeredAlone(database, personId);
    if (of.length > 0) return { refused: 'last-administrator', of };
    for (const organisation of await listOrganisationsOf(database, personId))
      await recordOwnAct({ ...context, database }, organisation, {
        act: 'account-deleted',
        record: { type: 'person', id: personId },
      });
    await forgetTraces(database, personId);
    await removePerson(database, personId);
    return { deleted: true };
  });
