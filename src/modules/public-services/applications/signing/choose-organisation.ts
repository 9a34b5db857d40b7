import { listMemberships, type Membership } from '../../../accounts/index.ts';
import { actsFor } from '../../forms/representation.ts';
import { actOnOwn, type OwnRefusal } from '../act-on-own.ts';
import type { ApplicationContext, OpenedApplication } from '../application.ts';
import type { Access } from '../application-store.ts';
import { openApplication, sealAnswers } from '../open-application.ts';

/** Firms or clubs of this person, of the kind that the application is for. */
export const organisationsFor = async (
  context: Pick<ApplicationContext, 'database'>,
  personId: string | undefined,
  { answers }: Pick<OpenedApplication, 'answers'>,
): Promise<Membership[]> => {
  const kind = actsFor(answers);
  if (personId === undefined || (kind !== 'firm' && kind !== 'club')) return [];
  return (await listMemberships(context, personId)).filter((one) => one.kind === kind);
};

/** Fills in the name of an own firm or club; somebody else's is refused. */
export const chooseOrganisation = (
  context: ApplicationContext,
  access: Access,
  { personId, organisationId }: { personId: string | undefined; organisationId: string },
): Promise<{ chosen: true } | OwnRefusal | { refused: 'unknown-organisation' }> =>
  actOnOwn<{ chosen: true } | { refused: 'unknown-organisation' }>(
    context,
    access,
    ['fill', 'correct'],
    async (inside, application) => {
      const opened = await openApplication(inside, application);
      const mine = await organisationsFor(inside, personId, opened);
      const chosen = mine.find(({ id }) => id === organisationId);
      if (!chosen) return { refused: 'unknown-organisation' };
      await sealAnswers(inside, application, { ...opened.answers, representedName: chosen.name });
      return { chosen: true };
    },
  );
