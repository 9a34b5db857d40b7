import type { Context } from '../../../foundation/database/context.ts';
import { findHolders, hashOf, newSecret, notify } from '../../accounts/index.ts';
import { strategyMessages } from '../web/index.ts';
import { findLink, insertLink, listUnitsWithMeasures, markUsed } from './heartbeat-store.ts';
import { whomToAsk } from './life.ts';
import type { Measure } from './measure.ts';
import { findMeasure, listMeasures, lockMeasure, saveMeasure } from './measure-store.ts';
import { listMemberNames } from './members.ts';
import { tellWord, type Word } from './write-measure.ts';

const LINK_DAYS = 60;
const DAY_MILLISECONDS = 86_400_000;

/** Notices to town halls are written in German. */
const t = strategyMessages('de');

const ask = async (context: Context, measure: Measure, personId: string): Promise<void> => {
  const now = context.clock();
  const secret = newSecret();
  await context.database.transaction().execute(async (database) => {
    const inside = { ...context, database };
    const stored = await lockMeasure(database, measure.ars, measure.id);
    if (!stored || !(await saveMeasure(database, stored, { askedAt: now }, { now: stored.changedAt })))
      return;
    await insertLink(database, {
      ars: measure.ars,
      measureId: measure.id,
      personId,
      tokenHash: hashOf(secret),
      sentAt: now,
      expiresAt: new Date(now.getTime() + LINK_DAYS * DAY_MILLISECONDS),
    });
    await notify(inside, {
      personIds: [personId],
      topic: 'agenda',
      subject: t.heartbeat.subject(measure.facts.title),
      text: t.heartbeat.mail(measure.facts.title),
      path: `/agenda/bestaetigen/${secret}`,
    });
  });
};

/** A lead who holds no role there any more leads no longer; who edits the agenda is told once. */
const handOver = async (
  context: Context,
  measure: Measure,
  memberIds: readonly string[],
): Promise<Measure> => {
  const stays = (id: string | null) => (id !== null && memberIds.includes(id) ? id : null);
  const leadId = stays(measure.leadId) ?? stays(measure.substituteId);
  const substituteId = leadId === measure.substituteId ? null : stays(measure.substituteId);
  if (leadId === measure.leadId && substituteId === measure.substituteId) return measure;
  return context.database.transaction().execute(async (database) => {
    const inside = { ...context, database };
    await saveMeasure(database, measure, { leadId, substituteId }, { now: context.clock() });
    if (leadId !== measure.leadId)
      await notify(inside, {
        personIds: await findHolders(inside, { ars: measure.ars, id: measure.ars }, 'digitalOfficer'),
        topic: 'agenda',
        subject: t.heartbeat.handOver(measure.facts.title),
        text: leadId === null ? t.heartbeat.ownerless : t.heartbeat.stoodIn,
        path: `/rathaus/${measure.ars}/agenda/massnahmen/${measure.id}`,
      });
    return (await findMeasure(database, measure.ars, measure.id)) ?? measure;
  });
};

/** Once a day: who leads is asked every four weeks how it stands; who is gone leads no longer. */
export const askForWords = async (context: Context): Promise<{ asked: number; handedOver: number }> => {
  let [asked, handedOver] = [0, 0];
  for (const ars of await listUnitsWithMeasures(context.database)) {
    const memberIds = (await listMemberNames(context, { ars, id: ars })).map(({ id }) => id);
    for (const stored of await listMeasures(context.database, ars)) {
      const measure = await handOver(context, stored, memberIds);
      if (measure !== stored) handedOver += 1;
      const whom = whomToAsk(measure, context.clock());
      const personId = whom === 'lead' ? measure.leadId : measure.substituteId;
      if (whom === 'nobody' || personId === null) continue;
      await ask(context, measure, personId);
      asked += 1;
    }
  }
  return { asked, handedOver };
};

export const findByLink = async (
  { database, clock }: Pick<Context, 'database' | 'clock'>,
  secret: string,
): Promise<Measure | undefined> => {
  const link = await findLink(database, hashOf(secret), clock());
  return link && findMeasure(database, link.ars, link.measureId);
};

/** The answer from the mail, without signing in. The link holds until it runs out, so that one can correct oneself. */
export const answerLink = (
  context: Context,
  secret: string,
  word: Word,
): Promise<{ done: true } | { refused: 'unknown' }> =>
  context.database.transaction().execute(async (database) => {
    const inside = { ...context, database };
    const link = await findLink(database, hashOf(secret), context.clock());
    const measure = link && (await lockMeasure(database, link.ars, link.measureId));
    // Somebody else may lead by now: an old mail says nothing any more.
    if (!measure || ![measure.leadId, measure.substituteId].includes(link.personId))
      return { refused: 'unknown' as const };
    await markUsed(database, link, hashOf(secret), context.clock());
    await tellWord(inside, measure, word);
    return { done: true as const };
  });
