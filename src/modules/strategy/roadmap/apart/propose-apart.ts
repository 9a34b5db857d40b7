import { Worker } from 'node:worker_threads';
import type { Problem } from '../order/problem.ts';
import type { Proposal } from '../order/propose-order.ts';
import type { Said } from './order-worker.ts';

const MEMORY_MEGABYTES = 512;
const LONGEST_MILLISECONDS = 60_000;
/** So many towns are computed for at once; whoever comes then is asked to come back. */
const MOST_AT_ONCE = 2;

// The same folder in the source and in the build, where all files lie beside each other.
const file = import.meta.url.endsWith('.ts') ? './order-worker.ts' : './order-worker.js';
let running = 0;

const inThread = (problem: Problem): Promise<Proposal> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL(file, import.meta.url), {
      workerData: problem,
      // Node strips the types itself; what the main thread was started with is not needed here.
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MEGABYTES },
    });
    const end = (settle: () => void): void => {
      clearTimeout(deadline);
      void worker.terminate();
      settle();
    };
    const fail = (reason: Error): void => end(() => reject(reason));
    const deadline = setTimeout(() => fail(new Error('The order took too long.')), LONGEST_MILLISECONDS);
    worker.on('message', (said: Said) =>
      'proposal' in said ? end(() => resolve(said.proposal)) : fail(new Error(said.failed)),
    );
    worker.on('error', fail).on('exit', () => fail(new Error('The computation ended early.')));
  });

/** A proposal from a thread of its own; undefined where others are computing just now. */
export const proposeApart = async (problem: Problem): Promise<Proposal | undefined> => {
  if (running >= MOST_AT_ONCE) return undefined;
  running += 1;
  try {
    return await inThread(problem);
  } finally {
    running -= 1;
  }
};
