import type { Context } from '../../../foundation/database/context.ts';
import { hearObservations } from '../observations/new-observations.ts';
import type { Written } from '../observations/observation-store.ts';
import { listObservationsById } from '../sta/query-store.ts';
import { emptyPlan } from '../sta/read-plan.ts';
import { withLinks } from '../sta/write-links.ts';
import { topicsOf } from './topics.ts';

type Publish = (topic: string, payload: string) => void;

const AT_ONCE = 500;

const messagesOf = async (
  { database }: Pick<Context, 'database'>,
  base: string,
  ars: string,
  written: readonly Written[],
): Promise<{ datastream: number; payload: string }[]> => {
  const times = written.map(({ at }) => at.getTime());
  const plan = emptyPlan();
  const found = await listObservationsById(
    database,
    ars,
    {
      ids: written.map(({ id }) => id),
      from: new Date(Math.min(...times)),
      to: new Date(Math.max(...times)),
    },
    plan,
  );
  return found.map(({ e, d }) => ({
    datastream: d,
    payload: JSON.stringify(withLinks(base, 'Observation', plan, e)),
  }));
};

/**
 * Publishes what is stored in this process, whichever way it came. @returns a function that ends it.
 * @param isHeard asked first: without listeners nothing is read again.
 */
export const tellObservations = (
  context: Pick<Context, 'database'>,
  {
    base,
    publish,
    isHeard,
    onFault,
  }: { base: string; publish: Publish; isHeard: () => boolean; onFault: (error: Error) => void },
): (() => void) => {
  // One after the other, so that listeners hear them in the order in which they were stored.
  let last: Promise<void> = Promise.resolve();
  const tell = async (ars: string, written: readonly Written[]): Promise<void> => {
    for (let at = 0; at < written.length; at += AT_ONCE)
      for (const { datastream, payload } of await messagesOf(
        context,
        base,
        ars,
        written.slice(at, at + AT_ONCE),
      ))
        for (const topic of topicsOf(datastream)) publish(topic, payload);
  };
  return hearObservations(({ ars, written }) => {
    if (isHeard()) last = last.then(() => tell(ars, written)).catch(onFault);
  });
};
