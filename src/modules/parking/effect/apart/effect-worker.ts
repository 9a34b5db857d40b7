import { parentPort, workerData } from 'node:worker_threads';
import { answerQuestion } from '../forecast/answer.ts';
import { powersOf } from '../pilot/power.ts';
import type { Message, Task } from './task.ts';

// A thread of its own: a minute of computing must not hold the server.
const port = parentPort;
if (!port) throw new Error('This file is a worker thread.');

const send = (message: Message): void => port.postMessage(message);
const task = workerData as Task;

try {
  send({
    answer:
      task.kind === 'forecast'
        ? answerQuestion(task.question, (done, of) => send({ done, of }))
        : powersOf(task.questions, task.seed),
  });
} catch (error) {
  send({ failed: error instanceof Error ? error.message : String(error) });
}
