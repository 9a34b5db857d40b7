import { Worker } from 'node:worker_threads';
import type { Message, Task } from './task.ts';

type Limits = { memoryMegabytes: number; deadlineMilliseconds: number; idleMilliseconds: number };

export type Stopped = { stopped: 'too-long' | 'too-much' };

export type Lane = (task: Task) => Promise<object | Stopped>;

// The same folder in the source and in the build, where all files lie beside each other.
const file = import.meta.url.endsWith('.ts') ? './file-worker.ts' : './file-worker.js';

/**
 * A thread that does one task after the other, and is ended where one takes too long or too much memory; the next task
 * gets a new one. It waits a while for more, without keeping the process alive.
 */
export const openLane = ({ memoryMegabytes, deadlineMilliseconds, idleMilliseconds }: Limits): Lane => {
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;

  const start = (): Worker => {
    const started = new Worker(new URL(file, import.meta.url), {
      // Node strips the types itself; what the main thread was started with is not needed here.
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes },
    });
    // A thread that ends while nobody waits for it is not asked again.
    started.on('exit', () => {
      if (worker === started) worker = undefined;
    });
    started.on('error', () => undefined);
    return started;
  };
  const end = (): void => {
    void worker?.terminate();
    worker = undefined;
  };

  const perform = async (task: Task): Promise<object | Stopped> => {
    clearTimeout(idle);
    worker ??= start();
    worker.ref();
    const spoken = await converse(worker, task, deadlineMilliseconds);
    if ('answer' in spoken) {
      worker.unref();
      idle = setTimeout(end, idleMilliseconds).unref();
      return spoken.answer;
    }
    end();
    if ('error' in spoken) throw spoken.error;
    return spoken;
  };

  return (task) => {
    const mine = last.then(() => perform(task));
    last = mine.catch(() => undefined);
    return mine;
  };
};

type Spoken = { answer: object } | Stopped | { error: Error };

const converse = (worker: Worker, task: Task, deadline: number): Promise<Spoken> =>
  new Promise((resolve) => {
    const lists = new Map<string, unknown[]>();
    const settle = (spoken: Spoken): void => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      resolve(spoken);
    };
    const timer = setTimeout(() => settle({ stopped: 'too-long' }), deadline);
    const onMessage = (message: Message): void => {
      if ('done' in message) settle({ answer: { ...message.done, ...Object.fromEntries(lists) } });
      else if ('failed' in message) settle({ error: new Error(message.failed) });
      else {
        const list = lists.get(message.key);
        if (list) for (const item of message.items) list.push(item);
        else lists.set(message.key, message.items);
        worker.postMessage('next');
      }
    };
    const onError = (error: NodeJS.ErrnoException): void =>
      settle(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? { stopped: 'too-much' } : { error });
    const onExit = (): void => settle({ stopped: 'too-much' });
    worker.on('message', onMessage).on('error', onError).on('exit', onExit).postMessage(task);
  });
