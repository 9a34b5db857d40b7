import { CompactEncrypt, compactDecrypt } from 'jose';

/**
 * JWE (RFC 7516) with the key of this house: what nobody may read in a table. `about` is authenticated with it, so that
 * what was moved into another row cannot be opened there.
 */
export const sealText = (secret: Buffer, about: string, text: string): Promise<string> =>
  new CompactEncrypt(Buffer.from(text))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: about })
    .encrypt(secret);

/** @throws Error where it was changed, moved, or sealed with another key. */
export const openText = async (secret: Buffer, about: string, sealed: string): Promise<string> => {
  const { plaintext, protectedHeader } = await compactDecrypt(sealed, secret, {
    keyManagementAlgorithms: ['dir'],
    contentEncryptionAlgorithms: ['A256GCM'],
  });
  if (protectedHeader.kid !== about) throw new Error('What is sealed belongs to another row.');
  return Buffer.from(plaintext).toString();
};
