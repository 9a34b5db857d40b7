import { createHash, createHmac } from 'node:crypto';

/**
 * The secret of a booking follows from the key of the request and this house's own: a second try of the same request is
 * told the same link, and yet nobody can work it out who does not hold both. 32 bytes as base64url.
 */
export const secretOf = (house: Buffer, requestKey: string): string =>
  createHmac('sha256', house).update(`parking booking ${requestKey}`).digest('base64url');

export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Letters and digits alone, in capitals: "ka–ab 12" and "KA AB12" are the same plate. */
const normalPlate = (typed: string): string =>
  typed
    .normalize('NFC')
    .toUpperCase()
    .replaceAll(/[^A-ZÄÖÜ0-9]/g, '')
    .slice(0, 12);

/** Keyed, so that nobody without the key can try out all plates; for one municipality alone. */
export const hashOfPlate = (house: Buffer, ars: string, typed: string): string | null => {
  const plate = normalPlate(typed);
  return plate === ''
    ? null
    : createHmac('sha256', house).update(`parking plate ${ars} ${plate}`).digest('base64url');
};
