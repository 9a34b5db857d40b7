import { streamSSE } from 'hono/streaming';
import type { SprintSetting } from '../setting.ts';
import type { Inside, Page } from './sprint-at.ts';

const ALIVE_MILLISECONDS = 20_000;
/** The browser comes back by itself; whoever was removed meanwhile does not. */
const LONGEST_MILLISECONDS = 10 * 60_000;

/** Tells a browser that something is new in its room, and nothing of what: it then asks for the page that it may see. */
export const streamRoom = (c: Page, { live }: SprintSetting, { sprint }: Inside): Response => {
  let wake: () => void = () => undefined;
  let isNew = false;
  let isOver = false;
  const stop = live.listen(sprint.id, {
    hear: () => {
      isNew = true;
      wake();
    },
    end: () => {
      isOver = true;
      wake();
    },
  });
  if (!stop) return c.text('', 503);
  const answer = streamSSE(c, async (stream) => {
    stream.onAbort(() => {
      stop();
      isOver = true;
      wake();
    });
    const until = Date.now() + LONGEST_MILLISECONDS;
    await stream.writeSSE({ event: 'here', data: '' });
    while (!isOver && !stream.closed && Date.now() < until) {
      if (!isNew)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ALIVE_MILLISECONDS).unref();
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      const event = isNew ? 'new' : 'here';
      isNew = false;
      if (!isOver) await stream.writeSSE({ event, data: '' });
    }
    stop();
  });
  // A server between would hold back what comes in small pieces.
  answer.headers.set('x-accel-buffering', 'no');
  return answer;
};
