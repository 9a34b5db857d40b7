import { createHash, randomBytes } from 'node:crypto';

/** 256 bits for a cookie or a link. Not from the context: no test may ever be able to foresee one. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What the database keeps of a secret. Full entropy needs no slow hash. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
