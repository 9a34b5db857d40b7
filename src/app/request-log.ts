import type { MiddlewareHandler } from 'hono';
import type { Log } from '../foundation/log/log.ts';

/** Path without query and no address: a position or a search word never gets into the log. */
export const requestLog =
  (log: Log): MiddlewareHandler =>
  async (c, next) => {
    const started = performance.now();
    await next();
    const milliseconds = Math.round(performance.now() - started);
    log.debug('request', { method: c.req.method, path: c.req.path, status: c.res.status, milliseconds });
  };
