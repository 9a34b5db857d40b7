import { Worker } from 'node:worker_threads';
import type { Interval } from '../../../../foundation/statistics/interval.ts';
import type { Answer } from '../forecast/answer.ts';
import type { Question } from '../forecast/question.ts';
import type { PowerQuestion } from '../pilot/power.ts';
import type { Message, Task } from './task.ts';

const MEMORY_MEGABYTES = 1024;
const LONGEST_MILLISECONDS = 20 * 60_000;

// The same folder in the source and in the build, where all files lie beside each other.
const file = import.meta.url.endsWith('.ts') ? './effect-worker.ts' : './effect-worker.js';

type Progress = (done: number, of: number) => Promise<'go-on' | 'stop'>;

/** One task in a thread that ends with it. @returns undefined where `progress` said stop. */
const apart = (task: Task, progress: Progress): Promise<Answer | Interval[] | undefined> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL(file, import.meta.url), {
      workerData: task,
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
    const deadline = setTimeout(
      () => fail(new Error('The computation took too long.')),
      LONGEST_MILLISECONDS,
    );
    worker.on('message', (message: Message) => {
      if ('answer' in message) end(() => resolve(message.answer));
      else if ('failed' in message) fail(new Error(message.failed));
      else
        progress(message.done, message.of).then(
          (word) => word === 'stop' && end(() => resolve(undefined)),
          fail,
        );
    });
    worker.on('error', fail).on('exit', () => fail(new Error('The computation ended early.')));
  });

/** The forecast for a question; undefined where it was stopped on the way. */
export const forecastApart = async (question: Question, progress: Progress): Promise<Answer | undefined> =>
  (await apart({ kind: 'forecast', question }, progress)) as Answer | undefined;

/** In how many of 100 studies an effect is seen, for each of several designs. */
export const powersApart = async (questions: PowerQuestion[], seed: number): Promise<Interval[]> =>
  (await apart({ kind: 'power', questions, seed }, async () => 'go-on')) as Interval[];
