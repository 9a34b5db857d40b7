import { X509Certificate } from 'node:crypto';
import { Certificate, ContentInfo, EnvelopedData } from 'pkijs';

const AES_256 = { name: 'AES-CBC', length: 256 };

/**
 * CMS EnvelopedData (RFC 5652) as S/MIME 4 wants it (RFC 8551): AES-256-CBC, the key by RSA-OAEP with SHA-256.
 * @param pem of a certificate that has been checked.
 */
export const sealForCertificate = async (pem: string, plain: Uint8Array): Promise<Buffer> => {
  const certificate = Certificate.fromBER(new X509Certificate(pem).raw);
  const enveloped = new EnvelopedData();
  enveloped.addRecipientByCertificate(certificate, { oaepHashAlgorithm: 'SHA-256' });
  await enveloped.encrypt(AES_256, new Uint8Array(plain).buffer);
  const content = new ContentInfo({
    contentType: ContentInfo.ENVELOPED_DATA,
    content: enveloped.toSchema(),
  });
  return Buffer.from(content.toSchema().toBER());
};
