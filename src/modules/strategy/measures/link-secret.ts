import { createHash, randomBytes } from 'node:crypto';

/** For a link in a mail. Not from the context: no test may ever be able to foresee one. */
export const newLinkSecret = (): string => randomBytes(24).toString('base64url');

export const secretHash = (secret: string): string => createHash('sha256').update(secret).digest('hex');
