import type { Context } from '../database/context.ts';
import type { DomainEvent } from './domain-event.ts';
import { insertEvent } from './domain-event-store.ts';

/** Tells the other modules. Call it with the transaction of the change that it tells of: neither stands without the other. */
export const tellEvent = (
  { database, clock, newId }: Context,
  event: Pick<DomainEvent, 'ars' | 'type' | 'payload'>,
): Promise<void> => insertEvent(database, { ...event, id: newId(), at: clock() });
