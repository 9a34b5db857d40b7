import { notify } from '../../../accounts/index.ts';
import { draftsSince } from '../act-on-own.ts';
import type { Application, ApplicationContext, OpenedApplication } from '../application.ts';
import { findById, stampApplication } from '../application-store.ts';
import { listFiles } from '../enclosure-store.ts';
import { type ApplicationState, isSent, stateAfter } from '../life.ts';
import { openApplication } from '../open-application.ts';
import { hashOfSecret } from '../secret.ts';
import { submit } from '../submit.ts';
import { askMail } from '../tell-applicant.ts';
import type { OfficeNotice } from '../tell-office.ts';
import { sealSigning } from './open-signing.ts';
import { contentsHash } from './signing.ts';
import { findByLink, setLinks } from './signing-store.ts';

const LONGEST_NAME = 200;
const LONGEST_REASON = 1_000;

export type Link = { ars: string; secret: string };
export type LinkRefusal = { refused: 'unknown-link' | 'not-now' | 'same-person' };

/** What a link opens. Undefined: no such link, taken back, or run out with the draft. Nobody learns which. */
export const findByLinkOf = async (
  context: ApplicationContext,
  { ars, secret }: Link,
  isLocked = false,
): Promise<Application | undefined> => {
  const { database, clock } = context;
  const hash = hashOfSecret(secret);
  const key = await findByLink(database, ars, hash);
  const application = key && (await findById(database, key, isLocked));
  // Somebody may have taken it back while this one waited for the row.
  if (!application || !(await findByLink(database, ars, hash))) return undefined;
  return isSent(application.state) || application.changedAt > draftsSince(clock()) ? application : undefined;
};

const actByLink = <Result>(
  context: ApplicationContext,
  { link, act, personId }: { link: Link; act: 'sign' | 'decline'; personId: string | undefined },
  work: (inside: ApplicationContext, opened: OpenedApplication, next: ApplicationState) => Promise<Result>,
): Promise<Result | LinkRefusal> =>
  context.database.transaction().execute(async (database): Promise<Result | LinkRefusal> => {
    const inside = { ...context, database };
    const application = await findByLinkOf(inside, link, true);
    if (!application) return { refused: 'unknown-link' };
    const next = stateAfter(application.state, act);
    if (next === undefined) return { refused: 'not-now' };
    const opened = await openApplication(inside, application);
    const known = [application.personId, opened.signing?.personId];
    if (personId !== undefined && known.includes(personId)) return { refused: 'same-person' };
    return work(inside, opened, next);
  });

/** What the second person is shown, by its hash. */
export const contentsOf = async (
  { database }: Pick<ApplicationContext, 'database'>,
  { application, answers }: Pick<OpenedApplication, 'application' | 'answers'>,
): Promise<string> => contentsHash(application, answers, await listFiles(database, application));

type Agreement = { name: string; isTicked: boolean /** Hash of what was shown. */; seen: string };
export type AgreementFault = 'name-missing' | 'not-ticked';
type AgreementRefusal = { refused: 'faulty'; faults: AgreementFault[] } | { refused: 'changed' };

const agreementFaults = ({ name, isTicked }: Agreement): AgreementFault[] => [
  ...(name.trim().length < 2 || name.length > LONGEST_NAME ? ['name-missing' as const] : []),
  ...(isTicked ? [] : ['not-ticked' as const]),
];

type Words = {
  noticeOf: (number: string, title: string) => OfficeNotice;
  sent: (number: string) => OfficeNotice;
};

/** The second signature: with it the application is sent. What is not what both have seen is not signed. */
export const signApplication = async (
  context: ApplicationContext,
  { link, personId, ...agreement }: Agreement & { link: Link; personId?: string | undefined },
  { noticeOf, sent }: Words,
): Promise<{ receiptNumber: string } | LinkRefusal | AgreementRefusal> => {
  const faults = agreementFaults(agreement);
  if (faults.length > 0) return { refused: 'faulty', faults };
  return actByLink<{ receiptNumber: string } | AgreementRefusal>(
    context,
    { link, act: 'sign', personId },
    async (inside, opened, state) => {
      const { application, signing } = opened;
      const now = await contentsOf(inside, opened);
      const first = signing?.first;
      if (!first || now !== first.contents || now !== agreement.seen) return { refused: 'changed' };
      const second = { name: agreement.name.trim(), at: inside.clock().toISOString() };
      const { language } = first;
      const result = await submit(inside, opened, {
        state,
        personId: signing.personId,
        signing: { first, second },
        noticeOf,
        language,
      });
      if (application.personId !== null) await tellFirst(inside, application, sent(result.receiptNumber));
      return result;
    },
  );
};

const tellFirst = (
  inside: ApplicationContext,
  { ars, id, personId }: Application,
  notice: OfficeNotice,
): Promise<unknown> =>
  notify(inside, {
    personIds: personId === null ? [] : [personId],
    topic: 'applications',
    path: `/antrag/${ars}/mein/${id}`,
    ...notice,
  });

/** The second person does not sign: the first one has a draft again, with the reason, if there is one. */
export const declineToSign = (
  context: ApplicationContext,
  { link, reason }: { link: Link; reason: string },
  notice: OfficeNotice,
): Promise<{ declined: true } | LinkRefusal> =>
  actByLink<{ declined: true }>(
    context,
    { link, act: 'decline', personId: undefined },
    async (inside, { application, signing }, state) => {
      const now = inside.clock();
      const declined = { reason: reason.trim().slice(0, LONGEST_REASON), at: now.toISOString() };
      await sealSigning(inside, application, { declined });
      await setLinks(inside.database, application, { link_hash: null, mailed_link_hash: null });
      await stampApplication(inside.database, application, { state, changed_at: now });
      await askMail(inside, application, 'declined', signing?.first?.language ?? 'de');
      await tellFirst(inside, application, notice);
      return { declined: true };
    },
  );
