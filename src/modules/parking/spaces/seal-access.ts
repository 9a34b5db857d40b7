import { openText, sealText } from '../seal.ts';

const aboutOf = (ars: string, poolId: string): string => `parking access ${ars} ${poolId}`;

/** How one gets in never stands in a table for a thief to read. */
export const sealAccess = (
  secret: Buffer,
  { ars, id }: { ars: string; id: string },
  note: string,
): Promise<string> => sealText(secret, aboutOf(ars, id), note);

/** @throws Error where it was changed, moved, or sealed with another key. */
export const openAccess = (
  secret: Buffer,
  { ars, id }: { ars: string; id: string },
  sealed: string,
): Promise<string> => openText(secret, aboutOf(ars, id), sealed);
