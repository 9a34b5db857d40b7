import { Hono } from 'hono';
import type { ParkingEnvironment, ParkingSetting } from '../../setting.ts';
import { readPaymentNotice } from '../secure-payment.ts';

const LONGEST_NOTICE = 16_384;

/** Where the provider tells that something has changed. What is not signed by it is refused without a word. */
export const noticeRoute = (setting: ParkingSetting) => {
  const routes = new Hono<ParkingEnvironment>();
  routes.post('/parken/zahlung/meldung', async (c) => {
    const body = await c.req.text();
    const signature = c.req.header('payment-signature') ?? '';
    const isShort = body.length <= LONGEST_NOTICE;
    const read = isShort ? await readPaymentNotice(setting, { body, signature }) : undefined;
    return c.body(null, read === undefined ? 400 : 204);
  });
  return routes;
};
