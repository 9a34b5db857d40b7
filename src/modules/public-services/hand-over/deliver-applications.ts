import { findHolders, notify, recordOwnAct } from '../../accounts/index.ts';
import type { Application, ApplicationContext } from '../applications/application.ts';
import { findById } from '../applications/application-store.ts';
import { isOpen } from '../applications/life.ts';
import { openApplication } from '../applications/open-application.ts';
import { handOverMessages } from '../web/index.ts';
import { choiceFor } from './ask-delivery.ts';
import {
  type Carrier,
  type Choice,
  type Delivery,
  type FitConnectChoice,
  isTriedAgain,
  type MailChoice,
  nextLook,
  type Outcome,
  pauseAfter,
} from './delivery.ts';
import { deleteDelivery, saveProgress, settleDelivery, takeDueDelivery } from './delivery-store.ts';
import { type ParcelSetting, packParcel } from './pack-parcel.ts';

/** Longer than any carrier works on one of them. */
const LEASE_MILLISECONDS = 10 * 60_000;

export type DeliverySetting = ParcelSetting & {
  mail: Carrier<MailChoice>;
  /** Absent: the operator has not set it up. */ fitConnect?: Carrier<FitConnectChoice> | undefined;
  /** Told by a short word what went wrong; no address, no name. */ onFault: (
    event: string,
    error: Error,
  ) => void;
};

type Chosen = Exclude<Choice, { way: 'inbox' }>;

const carry = async (
  setting: DeliverySetting,
  delivery: Delivery,
  application: Application,
  choice: Chosen,
): Promise<Outcome> => {
  if (choice.way === 'fitConnect' && !setting.fitConnect) return { refused: 'not-configured' };
  let parcel: Awaited<ReturnType<typeof packParcel>>;
  try {
    parcel = await packParcel(setting, await openApplication(setting, application));
  } catch (error) {
    setting.onFault('delivery-not-opened', error as Error);
    return { refused: 'cannot-open' };
  }
  try {
    const { progress } = delivery;
    const remember = (found: typeof progress) => saveProgress(setting.database, delivery, found);
    if (choice.way === 'mail') return await setting.mail.carry(parcel, choice, progress, remember);
    return (
      (await setting.fitConnect?.carry(parcel, choice, progress, remember)) ?? { refused: 'not-configured' }
    );
  } catch (error) {
    setting.onFault('delivery-failed', error as Error);
    return { refused: 'not-reachable' };
  }
};

const follow = async (setting: DeliverySetting, { progress }: Delivery): Promise<Outcome> => {
  try {
    const found = progress && (await setting.fitConnect?.follow?.(progress));
    return found ?? { refused: 'not-configured' };
  } catch (error) {
    setting.onFault('delivery-not-followed', error as Error);
    return { refused: 'not-reachable' };
  }
};

/** To those who administrate the town: what did not arrive, or what nobody there wanted, lies in the inbox as before. */
const tellAdministrators = async (
  inside: ApplicationContext,
  { ars, receiptNumber }: Application,
  state: 'failed' | 'rejected',
): Promise<void> => {
  const organisation = { ars, id: ars };
  const number = receiptNumber ?? '';
  const { notices } = handOverMessages('de');
  await notify(inside, {
    personIds: await findHolders(inside, organisation, 'administrator'),
    topic: 'applications',
    path: `/rathaus/${ars}/uebergabe`,
    subject: notices[state].subject(number),
    text: notices[state].text(number),
  });
};

type End = { state: Delivery['state']; reasons: string[]; dueAt: Date | null; refusedEvents: string[] };

/** What an outcome makes of a delivery. */
export const endOf = (delivery: Delivery, outcome: Outcome, now: Date): End => {
  const { state, tries, reasons, refusedEvents, changedAt } = delivery;
  if ('refused' in outcome) {
    const isHandedOver = state === 'handedOver';
    const isAgain = isHandedOver || isTriedAgain(outcome.refused, tries);
    const later = isHandedOver
      ? (nextLook(changedAt, now) ?? null)
      : new Date(now.getTime() + pauseAfter(tries));
    return {
      state: isAgain ? state : 'failed',
      reasons: isHandedOver ? reasons : [outcome.refused],
      dueAt: isAgain ? later : null,
      refusedEvents,
    };
  }
  const isFollowed = outcome.state === 'handedOver' && delivery.way === 'fitConnect';
  const since = state === 'handedOver' ? changedAt : now;
  return {
    state: outcome.state,
    reasons: outcome.reasons ?? [],
    dueAt: (isFollowed && nextLook(since, now)) || null,
    refusedEvents: [...new Set([...refusedEvents, ...(outcome.refusedEvents ?? [])])],
  };
};

const ACTS = {
  handedOver: 'deliver-application',
  accepted: 'delivery-accepted',
  rejected: 'delivery-rejected',
  failed: 'delivery-failed',
} as const;

/** The new state with its line in the log and its notice, or none of them. */
const settle = (
  setting: DeliverySetting,
  delivery: Delivery,
  application: Application,
  outcome: Outcome,
): Promise<void> =>
  setting.database.transaction().execute(async (database) => {
    const inside = { ...setting, database };
    const now = setting.clock();
    const { state, reasons, dueAt, refusedEvents } = endOf(delivery, outcome, now);
    const isNew = state !== delivery.state;
    await settleDelivery(database, delivery, {
      state,
      reasons,
      refused_events: refusedEvents,
      due_at: dueAt,
      ...(isNew && { changed_at: now }),
    });
    const record = { type: 'application', id: application.id };
    const home = { ars: application.ars, id: application.ars };
    for (const fault of refusedEvents.filter((one) => !delivery.refusedEvents.includes(one)))
      await recordOwnAct(inside, home, { act: 'refuse-delivery-event', record, detail: { fault } });
    if (!isNew || state === 'waiting') return;
    const reason = reasons.join(', ');
    await recordOwnAct(inside, home, { act: ACTS[state], record, detail: { way: delivery.way, reason } });
    if (state === 'failed' || state === 'rejected') await tellAdministrators(inside, application, state);
  });

/** @returns undefined where nothing is due, else what became of one of them. */
const deliverNext = async (setting: DeliverySetting): Promise<string | undefined> => {
  const now = setting.clock();
  const leaseUntil = new Date(now.getTime() + LEASE_MILLISECONDS);
  const delivery = await takeDueDelivery(setting.database, now, leaseUntil);
  if (!delivery) return undefined;
  const application = await findById(setting.database, delivery, false);
  if (!application) return 'gone';
  if (delivery.state === 'handedOver') {
    const news = await follow(setting, delivery);
    await settle(setting, delivery, application, news);
    return 'followed';
  }
  const choice = await choiceFor(setting, application);
  // Withdrawn or decided meanwhile, or the town reads its applications here again: it lies in the inbox anyway.
  if (choice.way === 'inbox' || !isOpen(application.state)) {
    await deleteDelivery(setting.database, delivery);
    return 'kept';
  }
  const isOther = choice.way !== delivery.way;
  if (isOther) await settleDelivery(setting.database, delivery, { way: choice.way });
  const current = { ...delivery, way: choice.way };
  const outcome = await carry(setting, current, application, choice);
  await settle(setting, current, application, outcome);
  return 'refused' in outcome ? 'refused' : 'delivered';
};

/** Hands over what waits and looks after what is under way, one by one. A kill loses nothing. */
export const deliverApplications = async (setting: DeliverySetting): Promise<Record<string, number>> => {
  const figures = { delivered: 0, refused: 0, followed: 0 };
  for (;;) {
    const done = await deliverNext(setting);
    if (done === undefined) return figures;
    if (Object.hasOwn(figures, done)) figures[done as keyof typeof figures] += 1;
  }
};
