import type { Context } from '../../../foundation/database/context.ts';
import { berlinDay, daysBetween } from '../../../foundation/time/zone.ts';
import { type Acting, findHolders, notify, type Organisation, recordAct } from '../../accounts/index.ts';
import { countUse } from '../metrics/use-store.ts';
import { textFault } from './applicant-acts.ts';
import { type Application, type ApplicationContext, MOST_MESSAGES } from './application.ts';
import { findById, stampApplication } from './application-store.ts';
import { countMessages } from './enclosure-store.ts';
import { findOnDesk } from './inbox-store.ts';
import { type ApplicationAct, type ApplicationState, stateAfter } from './life.ts';
import { sealMessage } from './open-application.ts';
import { askMail } from './tell-applicant.ts';

export type OfficeRefusal = { refused: 'unknown-application' | 'not-now' };

/** An application that lies on the desk of whoever acts; undefined: on another one, or none. */
export const findForOffice = async (
  { database }: Pick<Context, 'database'>,
  acting: Acting,
  id: string,
  isLocked = false,
): Promise<Application | undefined> => {
  const key = await findOnDesk(database, acting.organisation, id);
  const application = key && (await findById(database, key, isLocked));
  // Between the two somebody may have handed it over.
  const { organisation } = acting;
  const isHere =
    application?.organisation.ars === organisation.ars && application.organisation.id === organisation.id;
  return isHere ? application : undefined;
};

/** Who has looked stands in the log as well: these are the papers of somebody. */
export const seeApplication = async (
  context: ApplicationContext,
  acting: Acting,
  { id }: { id: string },
): Promise<Application | undefined> => {
  const application = await findForOffice(context, acting, id);
  if (application)
    await recordAct(context, acting, { act: 'see-application', record: { type: 'application', id } });
  return application;
};

type OfficeAct = Extract<ApplicationAct, 'take' | 'reply' | 'ask' | 'grant' | 'refuse' | 'handOver'>;
type Work<Result> = (
  inside: ApplicationContext,
  application: Application,
  next: ApplicationState,
) => Promise<Result>;

const LOG: Record<OfficeAct, string> = {
  take: 'take-application',
  reply: 'reply-to-applicant',
  ask: 'ask-applicant',
  grant: 'grant-application',
  refuse: 'refuse-application',
  handOver: 'hand-over-application',
};

/** What the office does: held, allowed in its state, and told in the log with the change itself. */
const actOnDesk = <Result extends object>(
  context: ApplicationContext,
  acting: Acting,
  { id, act }: { id: string; act: OfficeAct },
  work: Work<Result>,
): Promise<Result | OfficeRefusal> =>
  context.database.transaction().execute(async (database): Promise<Result | OfficeRefusal> => {
    const inside = { ...context, database };
    const application = await findForOffice(inside, acting, id, true);
    if (!application) return { refused: 'unknown-application' };
    const next = stateAfter(application.state, act);
    if (next === undefined) return { refused: 'not-now' };
    const result = await work(inside, application, next);
    if (!('refused' in result))
      await recordAct(inside, acting, { act: LOG[act], record: { type: 'application', id } });
    return result;
  });

export const takeApplication = (
  context: ApplicationContext,
  acting: Acting,
  { id }: { id: string },
): Promise<Application | OfficeRefusal> =>
  actOnDesk<Application>(context, acting, { id, act: 'take' }, async ({ database }, application, state) => {
    await stampApplication(database, application, { state, assigned_to: acting.personId });
    return { ...application, state };
  });

/** What somebody with an account is told; without one a mail goes out, where an address was given. */
export type ApplicantNotice = { subject: string; text: string };

const tellPerson = async (
  inside: ApplicationContext,
  { ars, id, personId, language }: Application,
  notice: ApplicantNotice,
): Promise<void> => {
  if (personId === null) return askMail(inside, { ars, id }, 'news', language);
  const path = `/antrag/${ars}/mein/${id}`;
  await notify(inside, { personIds: [personId], topic: 'applications', path, ...notice });
};

const countDecision = (inside: ApplicationContext, application: Application, now: Date): Promise<void> => {
  const { submittedAt } = application;
  const value = submittedAt ? daysBetween(berlinDay(submittedAt), berlinDay(now)) : 0;
  return countUse(inside.database, { ...application, happening: 'decided', value }, berlinDay(now));
};

type Wording = { id: string; text: string };
export type WordingRefusal =
  | OfficeRefusal
  | { refused: 'text-missing' | 'text-too-long' | 'too-many-messages' };

const say = async (
  context: ApplicationContext,
  acting: Acting,
  { id, text, act }: Wording & { act: Exclude<OfficeAct, 'take' | 'handOver'> },
  notice: ApplicantNotice,
): Promise<Application | WordingRefusal> => {
  const fault = textFault(text);
  if (fault) return fault;
  return actOnDesk<Application | WordingRefusal>(
    context,
    acting,
    { id, act },
    async (inside, application, state) => {
      const isEnd = act === 'grant' || act === 'refuse';
      if (!isEnd && (await countMessages(inside.database, application)) >= MOST_MESSAGES)
        return { refused: 'too-many-messages' };
      const now = inside.clock();
      await stampApplication(inside.database, application, {
        state,
        changed_at: now,
        ...(application.assignedTo === null && { assigned_to: acting.personId }),
        ...(act === 'ask' && { asked_at: now }),
        ...(isEnd && { closed_at: now }),
      });
      if (isEnd) await countDecision(inside, application, now);
      const kind = isEnd ? 'decision' : act === 'ask' ? 'question' : 'message';
      await sealMessage(inside, application, { writtenBy: 'office', kind, text: text.trim() });
      await tellPerson(inside, application, notice);
      return { ...application, state };
    },
  );
};

export const replyToApplicant = (
  context: ApplicationContext,
  acting: Acting,
  wording: Wording,
  notice: ApplicantNotice,
) => say(context, acting, { ...wording, act: 'reply' }, notice);

/** The clock of the promised day stands still until the answer. */
export const askApplicant = (
  context: ApplicationContext,
  acting: Acting,
  wording: Wording,
  notice: ApplicantNotice,
) => say(context, acting, { ...wording, act: 'ask' }, notice);

export const decideApplication = (
  context: ApplicationContext,
  acting: Acting,
  { isGranted, ...wording }: Wording & { isGranted: boolean },
  notice: ApplicantNotice,
) => say(context, acting, { ...wording, act: isGranted ? 'grant' : 'refuse' }, notice);

/** Another organisation of the register goes on with it; from then on it lies on that desk alone. */
export const handOverApplication = (
  context: ApplicationContext,
  acting: Acting,
  { id, to }: { id: string; to: Organisation | undefined },
  notice: ApplicantNotice,
): Promise<Application | OfficeRefusal | { refused: 'unknown-organisation' | 'nobody-there' }> =>
  actOnDesk<Application | { refused: 'unknown-organisation' | 'nobody-there' }>(
    context,
    acting,
    { id, act: 'handOver' },
    async (inside, application, state) => {
      const isSame = to?.ars === acting.organisation.ars && to.id === acting.organisation.id;
      if (!to || isSame) return { refused: 'unknown-organisation' };
      const holders = await findHolders(inside, to, 'caseWorker');
      if (holders.length === 0) return { refused: 'nobody-there' };
      await stampApplication(inside.database, application, {
        state,
        organisation_ars: to.ars,
        organisation_id: to.id,
        assigned_to: null,
      });
      const path = `/rathaus/${to.id}/antraege/${id}`;
      await notify(inside, { personIds: holders, topic: 'applications', path, ...notice });
      return application;
    },
  );
