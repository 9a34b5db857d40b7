import { hash, verify } from '@node-rs/argon2';
import { normalisedPassword } from './password.ts';

// OWASP: Argon2id with 19 MiB, two passes, one lane.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(normalisedPassword(password), COST);

let nobody: Promise<string> | undefined;

/** Costs the same time where there is no account or no password: the duration must not tell who has one. */
export const isPassword = async (password: string, stored: string | null | undefined): Promise<boolean> => {
  nobody ??= hashPassword('nobody has this');
  const isRight = await verify(stored ?? (await nobody), normalisedPassword(password));
  return isRight && typeof stored === 'string';
};
