import type { Context } from '../../../foundation/database/context.ts';
import { ingestReadings } from '../observations/ingest.ts';
import type { Reading, ReadingRefusal } from '../observations/observation.ts';

type Outcome = ReadingRefusal | undefined;
type Waiting = {
  ars: string;
  reading: Reading;
  settle: (outcome: Outcome) => void;
  fail: (error: Error) => void;
};

const MOST_TOGETHER = 5000;

/**
 * Stores readings that arrive while others are being stored in one transaction: single messages cost little under
 * load, and none waits for a clock.
 */
export const storeTogether = (context: Context): ((ars: string, reading: Reading) => Promise<Outcome>) => {
  let waiting: Waiting[] = [];
  let isStoring = false;

  const store = async (ars: string, batch: Waiting[]): Promise<void> => {
    try {
      const { refused } = await ingestReadings(
        context,
        ars,
        batch.map(({ reading }) => reading),
      );
      const reasons = new Map(refused.map(({ index, reason }) => [index, reason]));
      for (const [index, { settle }] of batch.entries()) settle(reasons.get(index));
    } catch (error) {
      for (const { fail } of batch) fail(error as Error);
    }
  };

  const run = async (): Promise<void> => {
    isStoring = true;
    while (waiting.length > 0) {
      const taken = waiting.slice(0, MOST_TOGETHER);
      waiting = waiting.slice(MOST_TOGETHER);
      for (const [ars, batch] of Map.groupBy(taken, (one) => one.ars)) await store(ars, batch);
    }
    isStoring = false;
  };

  return (ars, reading) =>
    new Promise((settle, fail) => {
      waiting.push({ ars, reading, settle, fail });
      // After this turn of the loop: what lies in the same packet of the network goes along.
      if (!isStoring) {
        isStoring = true;
        setImmediate(() => void run());
      }
    });
};
