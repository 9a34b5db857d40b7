import type { Context } from '../../../foundation/database/context.ts';
import { daysBefore } from '../../../foundation/database/retention.ts';
import { findHolders, notify } from '../../accounts/index.ts';
import { organisationOfSource } from '../desk/desk-source.ts';
import { countReports } from '../housekeeping-store.ts';
import { saveMistakeReport } from '../search/search-store.ts';
import { listPublishers } from './report-store.ts';

const MOST_REPORTS_A_DAY = 20;

/** Told to the editors of the place and of everybody who publishes the offer. */
export const reportMistake = (
  context: Context,
  offer: { ars: string; id: string },
  message: string,
  notice: { subject: string; text: string },
): Promise<{ reported: true } | { refused: 'too-many-reports' }> =>
  context.database.transaction().execute(async (database) => {
    const inside = { ...context, database };
    const now = context.clock();
    // Without accounts nobody can be told apart: the flood is stopped at the offer, which then has been noticed anyway.
    const yesterday = daysBefore(now, 1);
    if ((await countReports(database, offer.ars, offer.id, yesterday)) >= MOST_REPORTS_A_DAY)
      return { refused: 'too-many-reports' };
    await saveMistakeReport(database, {
      ars: offer.ars,
      id: context.newId(),
      offer_id: offer.id,
      message,
      reported_at: now,
    });
    const publishers = (await listPublishers(database, offer.ars, offer.id)).map(organisationOfSource);
    for (const organisation of [{ ars: offer.ars, id: offer.ars }, ...publishers].filter(isFirst))
      await notify(inside, {
        personIds: await findHolders(inside, organisation, 'editor'),
        topic: 'suggestions',
        path: `/rathaus/${organisation.id}/vorschlaege`,
        ...notice,
      });
    return { reported: true };
  });

const isFirst = ({ id }: { id: string }, at: number, all: { id: string }[]): boolean =>
  all.findIndex((one) => one.id === id) === at;
