import type { Context } from '../../../../foundation/database/context.ts';
import { listPublicEntries, type PublicEntry } from '../../library/public-store.ts';
import { type EventTime, eventTimeOf, isToCome } from './event-time.ts';

export type NetworkEvent = { entry: PublicEntry; time: EventTime };

const startOf = ({ firstDay, ...time }: EventTime): string =>
  time.isWholeDay ? firstDay : time.starts.toISOString();

/** Events that are public: those to come with the next one first, those that are over with the last one first. */
export const listEvents = async ({
  database,
  clock,
}: Pick<Context, 'database' | 'clock'>): Promise<{ toCome: NetworkEvent[]; over: NetworkEvent[] }> => {
  const now = clock();
  const events = (await listPublicEntries(database))
    .filter(({ kind }) => kind === 'event')
    .flatMap((entry) => {
      const time = eventTimeOf(entry.parts);
      return time ? [{ entry, time }] : [];
    })
    .toSorted((a, b) => (startOf(a.time) < startOf(b.time) ? -1 : 1));
  return {
    toCome: events.filter(({ time }) => isToCome(time, now)),
    over: events.filter(({ time }) => !isToCome(time, now)).reverse(),
  };
};
