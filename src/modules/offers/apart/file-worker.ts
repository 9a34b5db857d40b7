import { parentPort } from 'node:worker_threads';
import { readSheet } from '../desk/sheets/read-sheet.ts';
import { writeSheet } from '../desk/sheets/write-sheet.ts';
import { readSource } from '../import/readers.ts';
import type { Message, Task } from './task.ts';

// A thread of its own: whatever a file does to it, the server goes on answering.
const port = parentPort;
if (!port) throw new Error('This file is a worker thread.');

const ITEMS_AT_ONCE = 500;

const perform = async (task: Task): Promise<object> => {
  if (task.kind === 'sheet') return readSheet(task.bytes);
  if (task.kind === 'source') return readSource(task.format, task.input);
  return { bytes: await writeSheet(task.format, task.cells, task.explanation) };
};

const send = (message: Message): void => port.postMessage(message);

// One listener for good: without any, the thread would think that it has nothing left to do.
let whenAsked: (() => void) | undefined;
const isAskedForMore = (): Promise<void> =>
  new Promise((resolve) => {
    whenAsked = resolve;
  });

/** Long lists travel in parts, each asked for, so that taking them up never holds the other thread for long. */
const answer = async (result: object): Promise<void> => {
  const rest: Record<string, unknown> = { ...result };
  for (const [key, value] of Object.entries(rest)) {
    if (!Array.isArray(value)) continue;
    rest[key] = [];
    for (let at = 0; at < value.length; at += ITEMS_AT_ONCE) {
      send({ key, items: value.slice(at, at + ITEMS_AT_ONCE) });
      await isAskedForMore();
    }
  }
  send({ done: rest });
};

port.on('message', (message: Task | 'next') => {
  if (message === 'next') return whenAsked?.();
  perform(message)
    .then(answer)
    .catch((error: unknown) => send({ failed: error instanceof Error ? error.message : String(error) }));
});
