import type { Context } from '../../../foundation/database/context.ts';
import { type NoticePace, type NoticeTopic, noticeTopics, type QuietHoursRefusal } from '../contract.ts';
import { isAlwaysSent, type NoticeSetting, paceOf, type QuietHours } from './notice.ts';
import { findStoredSetting, savePace, saveQuietHours } from './notice-store.ts';
import { listUnsent, postponeNotice } from './outbox-store.ts';
import { whenToSend } from './when-to-send.ts';

export const getNoticeSetting = async (
  { database }: Pick<Context, 'database'>,
  personId: string,
): Promise<NoticeSetting> => {
  const { chosen, quiet } = await findStoredSetting(database, personId);
  const paces = Object.fromEntries(noticeTopics.map((topic) => [topic, paceOf(topic, chosen.get(topic))]));
  return { paces: paces as Record<NoticeTopic, NoticePace>, quiet };
};

/** "7:00", "07.00" and "7 Uhr" are the same time. */
const timeIn = (typed: string): string | undefined => {
  const [, hour = '', minute = '00'] = /^(\d{1,2})(?:[:.](\d{2}))?(?: ?Uhr)?$/i.exec(typed.trim()) ?? [];
  return hour !== '' && Number(hour) < 24 && Number(minute) < 60
    ? `${hour.padStart(2, '0')}:${minute}`
    : undefined;
};

/** Both fields empty: no quiet hours. */
const quietHoursOf = (typed: QuietHours): { quiet?: QuietHours } | { refused: QuietHoursRefusal } => {
  if (typed.from === '' && typed.to === '') return {};
  if (typed.from === '' || typed.to === '') return { refused: 'quiet-hours-incomplete' };
  const [from, to] = [timeIn(typed.from), timeIn(typed.to)];
  if (!from || !to) return { refused: 'quiet-hours-no-time' };
  return from === to ? { refused: 'quiet-hours-whole-day' } : { quiet: { from, to } };
};

/** What waits for its mail follows the new wish. */
export const changeNoticeSetting = async (
  context: Context,
  personId: string,
  typed: { paces: Partial<Record<NoticeTopic, NoticePace>>; quiet: QuietHours },
): Promise<NoticeSetting | { refused: QuietHoursRefusal }> => {
  const hours = quietHoursOf(typed.quiet);
  if ('refused' in hours) return hours;
  return context.database.transaction().execute(async (database) => {
    for (const topic of noticeTopics) {
      const pace = typed.paces[topic];
      if (pace && !isAlwaysSent(topic)) await savePace(database, personId, topic, pace);
    }
    await saveQuietHours(database, personId, hours.quiet);
    return postponeUnsent({ ...context, database }, personId);
  });
};

export const neverTell = async (
  context: Context,
  personId: string,
  topics: readonly NoticeTopic[],
): Promise<void> =>
  context.database.transaction().execute(async (database) => {
    for (const topic of topics.filter((one) => !isAlwaysSent(one)))
      await savePace(database, personId, topic, 'never');
    await postponeUnsent({ ...context, database }, personId);
  });

const postponeUnsent = async (context: Context, personId: string): Promise<NoticeSetting> => {
  const { database, clock } = context;
  const { paces, quiet } = await getNoticeSetting(context, personId);
  for (const { id, topic, created_at: createdAt } of await listUnsent(database, personId)) {
    const due = whenToSend({ topic, createdAt }, { pace: paces[topic], quiet }, clock());
    await postponeNotice(database, id, due ?? null);
  }
  return { paces, quiet };
};
