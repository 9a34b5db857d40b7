import { daysBefore } from '../../../foundation/database/retention.ts';
import { type Application, type ApplicationContext, DRAFT_DAYS } from './application.ts';
import { type Access, findOwn } from './application-store.ts';
import { type ApplicationAct, type ApplicationState, stateAfter } from './life.ts';

export type OwnRefusal = { refused: 'unknown-application' | 'not-now' };

export const draftsSince = (now: Date): Date => daysBefore(now, DRAFT_DAYS);

/** Undefined: no such application, another secret, or a draft that has run out. Nobody learns which. */
export const findOwnApplication = (
  { database, clock }: ApplicationContext,
  access: Access,
): Promise<Application | undefined> => findOwn(database, access, draftsSince(clock()));

/** What an applicant does: the application is held, and the act must be allowed in its state. */
export const actOnOwn = <Result>(
  context: ApplicationContext,
  access: Access,
  acts: ApplicationAct[],
  work: (inside: ApplicationContext, application: Application, next: ApplicationState) => Promise<Result>,
): Promise<Result | OwnRefusal> =>
  context.database.transaction().execute(async (database): Promise<Result | OwnRefusal> => {
    const application = await findOwn(database, access, draftsSince(context.clock()), true);
    if (!application) return { refused: 'unknown-application' };
    const [next] = acts.flatMap((act) => stateAfter(application.state, act) ?? []);
    if (next === undefined) return { refused: 'not-now' };
    return work({ ...context, database }, application, next);
  });
