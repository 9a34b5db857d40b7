import type { Context as HonoContext } from 'hono';
import type { Visitor } from '../sign-in/guard-attempts.ts';
import { deviceOf } from './session-cookie.ts';

type Connection = { incoming?: { socket?: { remoteAddress?: string } } };

/** The last `proxies` entries of X-Forwarded-For are our own; what stands before them anybody may have written. */
export const visitorOf = (c: HonoContext, proxies: number): Visitor => {
  const forwarded =
    proxies > 0 ? c.req.header('x-forwarded-for')?.split(',').at(-proxies)?.trim() : undefined;
  const socket = (c.env as Connection | undefined)?.incoming?.socket;
  return {
    address: forwarded ?? socket?.remoteAddress,
    device: deviceOf(c),
    userAgent: c.req.header('user-agent'),
  };
};
