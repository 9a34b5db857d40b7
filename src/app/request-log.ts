import type { MiddlewareHandler } from 'hono';
import type { Log } from '../foundation/log/log.ts';

// A code that opens an application stands in its address; whoever reads the log must not be able to open it.
const SECRET_PART = /(?<=\/)[0-9A-Za-z_-]{40,}(?=\/|$)/g;

export const pathForLog = (path: string): string => path.replaceAll(SECRET_PART, '…');

/** Path without query and no address: a position, a search word or a code never gets into the log. */
export const requestLog =
  (log: Log): MiddlewareHandler =>
  async (c, next) => {
    const started = performance.now();
    await next();
    const milliseconds = Math.round(performance.now() - started);
    log.debug('request', {
      method: c.req.method,
      path: pathForLog(c.req.path),
      status: c.res.status,
      milliseconds,
    });
  };
