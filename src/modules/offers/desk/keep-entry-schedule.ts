import type { Context } from '../../../foundation/database/context.ts';
import { recordOwnAct } from '../../accounts/index.ts';
import type { Places } from '../import/run/source.ts';
import { deskSource, deskSourceId } from './desk-source.ts';
import type { Entry } from './entry.ts';
import { stampEntry } from './entry-store.ts';
import { putOut, takeIn } from './put-out.ts';
import { findSourceName, takeDueForExpiry, takeDueForPublication } from './schedule-store.ts';

const MOST_AT_ONCE = 1_000;

/**
 * Each minute: publishes what is due and withdraws what has expired. One transaction for each entry, so that a kill at
 * any point loses nothing and repeats nothing.
 */
export const keepEntrySchedule = async (
  context: Context,
  places: Places,
): Promise<{ published: number; expired: number }> => ({
  published: await eachDue(context, takeDueForPublication, (inside, entry) =>
    publishDue(inside, entry, places),
  ),
  expired: await eachDue(context, takeDueForExpiry, async (inside, entry) => {
    await takeIn(inside, await sourceOf(inside, entry), [entry.id], 'expiry', places);
    return 'expire-entry';
  }),
});

const sourceOf = async (context: Context, { ars, organisationId: id }: Entry) => {
  const name = await findSourceName(context.database, ars, deskSourceId({ ars, id }));
  return deskSource({ ars, id, name: name ?? id });
};

const publishDue = async (context: Context, entry: Entry, places: Places): Promise<string> => {
  const [not] = await putOut(context, await sourceOf(context, entry), [entry], places);
  if (!not) return 'publish-entry';
  // It waits at the desk as a draft; trying each minute would help nobody.
  await stampEntry(context.database, entry, { publish_at: null });
  return 'schedule-failed';
};

const eachDue = async (
  context: Context,
  take: typeof takeDueForExpiry,
  work: (inside: Context, entry: Entry) => Promise<string>,
): Promise<number> => {
  for (let done = 0; done < MOST_AT_ONCE; done += 1) {
    const isDone = await context.database.transaction().execute(async (database) => {
      const inside = { ...context, database };
      const entry = await take(database, context.clock());
      if (!entry) return true;
      const act = await work(inside, entry);
      const record = { type: 'entry', id: entry.id };
      await recordOwnAct(inside, { ars: entry.ars, id: entry.organisationId }, { act, record });
      return false;
    });
    if (isDone) return done;
  }
  return MOST_AT_ONCE;
};
