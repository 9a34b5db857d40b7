import type { Context } from '../../../foundation/database/context.ts';
import { berlinDay } from '../../../foundation/time/zone.ts';
import { deskPath } from '../../accounts/index.ts';
import { listDueReviews, markReminded } from './schedule-store.ts';

export type Notify = (
  context: Context,
  notice: { personIds: string[]; topic: 'review'; subject: string; text: string; path: string },
) => Promise<void>;

/**
 * Once a day: tells owners which of their entries want to be looked at again, once for each date of review. The notice
 * is written in the same transaction as the note that it was written.
 */
export const remindOfReviews = async (context: Context, notify: Notify): Promise<number> => {
  const today = berlinDay(context.clock());
  let reminded = 0;
  for (const due of await listDueReviews(context.database, today))
    await context.database.transaction().execute(async (database) => {
      const entries = await markReminded(database, due, today);
      if (entries === 0) return;
      reminded += entries;
      const organisation = { ars: due.ars, id: due.organisationId, kind: 'municipality' as const, name: '' };
      const path = deskPath({ organisation }, '/angebote?zustand=wiedervorlage');
      await notify(
        { ...context, database },
        { personIds: [due.owner], topic: 'review', path, ...words(entries) },
      );
    });
  return reminded;
};

// Notices are in German until an account knows its language.
const words = (entries: number) => ({
  subject: entries === 1 ? 'Ein Eintrag will geprüft werden' : `${entries} Einträge wollen geprüft werden`,
  text: 'Sehen Sie bitte nach, ob noch alles stimmt. Dann drücken Sie »Noch richtig«, oder Sie ändern den Eintrag.',
});
