import type { Context } from '../database/context.ts';
import type { DomainEvent } from './domain-event.ts';
import { countAttempt, listWaiting, lockWaiting, markDelivered } from './domain-event-store.ts';

/** What a module does about an event of another one; it runs in the transaction that marks the event as handed on. */
export type Consumer = (context: Context, event: DomainEvent) => Promise<void>;

const MOST_ATTEMPTS = 10;
const MOST_AT_ONCE = 500;

/**
 * Hands on what waits, each event in a transaction of its own: what a consumer writes stands once, or not yet. An event
 * that nobody listens to is done at once. @returns how many were handed on, and how many failed and wait.
 */
export const deliverEvents = async (
  context: Context,
  consumers: Readonly<Record<string, readonly Consumer[]>>,
  onFault: (event: Pick<DomainEvent, 'ars' | 'id'>, error: Error) => void,
): Promise<{ delivered: number; failed: number }> => {
  const waiting = await listWaiting(context.database, { mostAttempts: MOST_ATTEMPTS, limit: MOST_AT_ONCE });
  let delivered = 0;
  let failed = 0;
  for (const key of waiting) {
    try {
      await context.database.transaction().execute(async (database) => {
        const event = await lockWaiting(database, key);
        if (!event) return;
        for (const consume of consumers[event.type] ?? []) await consume({ ...context, database }, event);
        await markDelivered(database, key, context.clock());
        delivered += 1;
      });
    } catch (error) {
      failed += 1;
      await countAttempt(context.database, key);
      onFault(key, error as Error);
    }
  }
  return { delivered, failed };
};
