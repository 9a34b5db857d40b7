import {
  constants,
  createDecipheriv,
  createPrivateKey,
  generateKeyPair,
  type KeyObject,
  privateDecrypt,
  sign,
} from 'node:crypto';
import { promisify } from 'node:util';

// What JWE, JWS and JWK are, written down once more with the cryptography of Node alone: the other side of the tests
// must not share a mistake with the product.
const generate = promisify(generateKeyPair);

export type KeyPair = { kid: string; privateKey: KeyObject; jwk: Record<string, unknown> };

export const makeKey = async (kid: string, use: 'wrapKey' | 'verify', bits = 4096): Promise<KeyPair> => {
  const { publicKey, privateKey } = await generate('rsa', { modulusLength: bits });
  const { kty, n, e } = publicKey.export({ format: 'jwk' });
  const alg = use === 'wrapKey' ? 'RSA-OAEP-256' : 'PS512';
  return { kid, privateKey, jwk: { kty, n, e, kid, alg, key_ops: [use] } };
};

const base64url = (text: string): string => Buffer.from(text).toString('base64url');

export const signToken = (
  { privateKey, kid }: KeyPair,
  payload: object | string,
  header: Record<string, unknown> = {},
): string => {
  const text = typeof payload === 'string' ? payload : JSON.stringify(payload);
  const head = base64url(JSON.stringify({ alg: 'PS512', kid, typ: 'secevent+jwt', ...header }));
  const body = base64url(text);
  const signature = sign('sha512', Buffer.from(`${head}.${body}`), {
    key: privateKey,
    padding: constants.RSA_PKCS1_PSS_PADDING,
    saltLength: 64,
  });
  return `${head}.${body}.${signature.toString('base64url')}`;
};

export type Decrypted = { header: Record<string, unknown>; plain: Buffer; tag: string };

/** @throws Error where it was encrypted for somebody else, or a bit was changed. */
export const decryptJwe = (jwe: string, pem: KeyObject): Decrypted => {
  const [head = '', wrapped = '', iv = '', text = '', tag = ''] = jwe.split('.');
  const header = JSON.parse(Buffer.from(head, 'base64url').toString());
  const key = privateDecrypt(
    {
      key: createPrivateKey(pem.export({ format: 'pem', type: 'pkcs8' })),
      padding: constants.RSA_PKCS1_OAEP_PADDING,
      oaepHash: 'sha256',
    },
    Buffer.from(wrapped, 'base64url'),
  );
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64url'), { authTagLength: 16 });
  decipher.setAAD(Buffer.from(head));
  decipher.setAuthTag(Buffer.from(tag, 'base64url'));
  const plain = Buffer.concat([decipher.update(Buffer.from(text, 'base64url')), decipher.final()]);
  return { header, plain, tag };
};
