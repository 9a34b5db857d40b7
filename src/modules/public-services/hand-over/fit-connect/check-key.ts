import { X509Certificate } from 'node:crypto';
import * as v from 'valibot';

/** The shape that FIT-Connect asks of keys; a modulus of 4096 bits has at least 683 signs. */
const KeySchema = v.object({
  kty: v.literal('RSA'),
  kid: v.pipe(v.string(), v.maxLength(200)),
  alg: v.string(),
  key_ops: v.array(v.string()),
  n: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{683,1400}$/)),
  e: v.literal('AQAB'),
  x5c: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(10_000))), v.minLength(1), v.maxLength(8))),
});
export type ServiceKey = v.InferOutput<typeof KeySchema>;

/** What the library needs of it: with its operations it would take a key for wrapping for none for encrypting. */
export const publicPart = ({ kty, n, e }: ServiceKey) => ({ kty, n, e });

export type KeyUse = 'wrapKey' | 'verify';
const ALGORITHMS: Record<KeyUse, string> = { wrapKey: 'RSA-OAEP-256', verify: 'PS512' };

type Setting = {
  now: Date;
  /** PEM of the roots that certificates of keys must lead to; none: a certificate only has to fit its key. */
  roots: string[];
};

/** A key for this use alone, of the asked name; undefined where the service handed out anything else. */
export const checkKey = (
  found: unknown,
  kid: string,
  use: KeyUse,
  setting: Setting,
): ServiceKey | undefined => {
  const parsed = v.safeParse(KeySchema, found);
  if (!parsed.success) return undefined;
  const key = parsed.output;
  const isRight =
    key.kid === kid &&
    key.alg === ALGORITHMS[use] &&
    key.key_ops.length === 1 &&
    key.key_ops[0] === use &&
    isCertified(key, setting);
  return isRight ? key : undefined;
};

const isCertified = ({ n, e, x5c }: ServiceKey, { now, roots }: Setting): boolean => {
  if (!x5c) return roots.length === 0;
  const chain = x5c.flatMap((one) => certificateOf(Buffer.from(one, 'base64')) ?? []);
  const [own] = chain;
  if (!own || chain.length !== x5c.length) return false;
  const jwk = own.publicKey.export({ format: 'jwk' });
  if (jwk.n !== n || jwk.e !== e) return false;
  if (!chain.every((one) => isValidAt(one, now))) return false;
  return roots.length === 0 || leadsToRoot(chain, roots, now);
};

/** Each is signed by the one after it, and the last one by a root; whoever signs must be allowed to. */
const leadsToRoot = (chain: X509Certificate[], roots: string[], now: Date): boolean => {
  const trusted = roots.flatMap((pem) => certificateOf(pem) ?? []).filter((root) => isValidAt(root, now));
  const isSignedBy = (one: X509Certificate, issuer: X509Certificate): boolean =>
    issuer.ca && one.checkIssued(issuer) && one.verify(issuer.publicKey);
  const isLinked = chain.every((one, at) => {
    const issuer = chain[at + 1];
    return issuer === undefined || isSignedBy(one, issuer);
  });
  const last = chain.at(-1);
  return (
    isLinked &&
    last !== undefined &&
    trusted.some((root) => root.fingerprint256 === last.fingerprint256 || isSignedBy(last, root))
  );
};

const isValidAt = ({ validFromDate, validToDate }: X509Certificate, now: Date): boolean =>
  validFromDate <= now && now <= validToDate;

const certificateOf = (bytes: Buffer | string): X509Certificate | undefined => {
  try {
    return new X509Certificate(bytes);
  } catch {
    return undefined;
  }
};
