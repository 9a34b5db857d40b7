import { createHmac, timingSafeEqual } from 'node:crypto';

const OLDEST_SECONDS = 300;

const digestOf = (secret: Buffer, seconds: number, body: string): string =>
  createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');

/** "t=<seconds>,v1=<HMAC-SHA256 over seconds and body>", as providers do it: a notice cannot be sent again much later. */
export const signNotice = (secret: Buffer, body: string, now: Date): string => {
  const seconds = Math.floor(now.getTime() / 1000);
  return `t=${seconds},v1=${digestOf(secret, seconds, body)}`;
};

export const isSigned = (secret: Buffer, body: string, signature: string, now: Date): boolean => {
  const [, seconds = '', digest = ''] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(signature) ?? [];
  if (seconds === '') return false;
  if (Math.abs(now.getTime() / 1000 - Number(seconds)) > OLDEST_SECONDS) return false;
  return timingSafeEqual(Buffer.from(digest), Buffer.from(digestOf(secret, Number(seconds), body)));
};
