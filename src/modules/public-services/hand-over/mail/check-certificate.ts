import { X509Certificate } from 'node:crypto';
import { Certificate } from 'pkijs';

export type CertificateFault =
  | 'certificate-missing'
  | 'private-key'
  | 'not-a-certificate'
  | 'not-rsa'
  | 'key-too-short'
  | 'not-valid-yet'
  | 'expired'
  | 'not-for-encryption';

export type CheckedCertificate = { pem: string; subject: string; validTo: Date; fingerprint: string };

// BSI TR-02102-1 asks for 3000 bits from 2024 on; many certificates of towns still have 2048.
const FEWEST_BITS = 2048;
const MOST_BITS = 16_384;
const KEY_USAGE = '2.5.29.15';
const KEY_ENCIPHERMENT = 0x20;

const certificateOf = (bytes: Uint8Array | string): X509Certificate | undefined => {
  try {
    return new X509Certificate(bytes);
  } catch {
    return undefined;
  }
};

const extensionsOf = (certificate: X509Certificate) => {
  try {
    return Certificate.fromBER(certificate.raw).extensions ?? [];
  } catch {
    return undefined;
  }
};

/** A certificate that says what its key is for must name encipherment of keys (RFC 5280, 4.2.1.3). */
const mayEncipher = (certificate: X509Certificate): boolean => {
  const extensions = extensionsOf(certificate);
  const usage = extensions?.find(({ extnID }) => extnID === KEY_USAGE);
  // One program may read what the other one cannot: who would encrypt has the last word.
  if (!usage) return extensions !== undefined;
  const bits: unknown = usage.parsedValue?.valueBlock?.valueHexView;
  return bits instanceof Uint8Array && ((bits[0] ?? 0) & KEY_ENCIPHERMENT) !== 0;
};

/** A certificate of a recipient, as PEM or DER, to whose key a mail can be encrypted at this moment. */
export const checkCertificate = (
  found: Uint8Array | string,
  now: Date,
): CheckedCertificate | { refused: CertificateFault } => {
  if (found.length === 0) return { refused: 'certificate-missing' };
  if (Buffer.from(found).includes('PRIVATE KEY')) return { refused: 'private-key' };
  const certificate = certificateOf(found);
  if (!certificate) return { refused: 'not-a-certificate' };
  const { asymmetricKeyType, asymmetricKeyDetails } = certificate.publicKey;
  const bits = asymmetricKeyDetails?.modulusLength ?? 0;
  if (asymmetricKeyType !== 'rsa' || bits > MOST_BITS) return { refused: 'not-rsa' };
  if (bits < FEWEST_BITS) return { refused: 'key-too-short' };
  if (certificate.validFromDate > now) return { refused: 'not-valid-yet' };
  if (certificate.validToDate < now) return { refused: 'expired' };
  if (!mayEncipher(certificate)) return { refused: 'not-for-encryption' };
  return {
    pem: certificate.toString(),
    subject: certificate.subject.replaceAll('\n', ', '),
    validTo: certificate.validToDate,
    fingerprint: certificate.fingerprint256,
  };
};
