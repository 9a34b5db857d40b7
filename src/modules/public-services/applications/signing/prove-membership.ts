import type { Context } from '../../../../foundation/database/context.ts';
import { listMemberships } from '../../../accounts/index.ts';
import type { Answers } from '../../forms/form-definition.ts';
import { actsFor } from '../../forms/representation.ts';
import type { OpenedApplication } from '../application.ts';
import type { ProvenMembership } from './signing.ts';

/** Whether the person holds a role, now, in the firm or club that stands in the application, under this very name. */
export const proveMembership = async (
  context: Pick<Context, 'database'>,
  personId: string | undefined,
  answers: Answers,
): Promise<ProvenMembership | undefined> => {
  if (personId === undefined) return undefined;
  const found = (await listMemberships(context, personId)).find(
    ({ kind, name }) => kind === actsFor(answers) && name === answers.representedName,
  );
  return found && { name: found.name, town: found.town };
};

/** As it would be sent now: before that, a membership is found anew for every page. */
export const withMembership = async (
  context: Pick<Context, 'database'>,
  opened: OpenedApplication,
  personId: string | undefined,
): Promise<OpenedApplication> => {
  const member = await proveMembership(context, personId, opened.answers);
  return member ? { ...opened, signing: { ...opened.signing, member } } : opened;
};
