import { CompactEncrypt, compactDecrypt } from 'jose';

/** Authenticated with it: what was moved into another row cannot be opened there. */
const aboutOf = (ars: string, poolId: string): string => `parking access ${ars} ${poolId}`;

/** JWE (RFC 7516) with the key of this house: how one gets in never stands in a table for a thief to read. */
export const sealAccess = (
  secret: Buffer,
  { ars, id }: { ars: string; id: string },
  note: string,
): Promise<string> =>
  new CompactEncrypt(Buffer.from(note))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: aboutOf(ars, id) })
    .encrypt(secret);

/** @throws Error where it was changed, moved, or sealed with another key. */
export const openAccess = async (
  secret: Buffer,
  { ars, id }: { ars: string; id: string },
  sealed: string,
): Promise<string> => {
  const { plaintext, protectedHeader } = await compactDecrypt(sealed, secret, {
    keyManagementAlgorithms: ['dir'],
    contentEncryptionAlgorithms: ['A256GCM'],
  });
  if (protectedHeader.kid !== aboutOf(ars, id)) throw new Error('This access belongs to another pool.');
  return Buffer.from(plaintext).toString();
};
