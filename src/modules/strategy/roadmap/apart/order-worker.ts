import { parentPort, workerData } from 'node:worker_threads';
import type { Problem } from '../order/problem.ts';
import { type Proposal, proposeOrder } from '../order/propose-order.ts';

/** What the thread says when it is done. */
export type Said = { proposal: Proposal } | { failed: string };

// A thread of its own: ten seconds of computing must not hold the server.
const port = parentPort;
if (!port) throw new Error('This file is a worker thread.');

const say = (said: Said): void => port.postMessage(said);

try {
  say({ proposal: proposeOrder(workerData as Problem) });
} catch (error) {
  say({ failed: error instanceof Error ? error.message : String(error) });
}
