import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { test } from 'node:test';
import { TEST_NOW } from '../../../../foundation/testing/database.ts';
import { makeCertificate } from './certificate.builder.ts';
import { type CertificateFault, checkCertificate } from './check-certificate.ts';

const now = TEST_NOW;
const days = (count: number) => new Date(now.getTime() + count * 86_400_000);
const good = makeCertificate();

const wrong: [what: string, found: string | Uint8Array, fault: CertificateFault, at?: Date][] = [
  ['nothing', '', 'certificate-missing'],
  ['a letter', 'Sehr geehrte Damen und Herren', 'not-a-certificate'],
  ['half a certificate', good.certificate.slice(0, 400), 'not-a-certificate'],
  ['the private key', good.privateKey, 'private-key'],
  ['certificate and private key', good.certificate + good.privateKey, 'private-key'],
  ['1024 bits', makeCertificate(['rsa:1024']).certificate, 'key-too-short'],
  [
    'an elliptic curve',
    makeCertificate(['ec', '-pkeyopt', 'ec_paramgen_curve:P-256']).certificate,
    'not-rsa',
  ],
  ['for signing only', makeCertificate(['rsa:2048'], 'digitalSignature').certificate, 'not-for-encryption'],
  ['for certifying', makeCertificate(['rsa:2048'], 'keyCertSign').certificate, 'not-for-encryption'],
  ['last month', good.certificate, 'expired', days(31)],
  ['next month', good.certificate, 'not-valid-yet', days(-31)],
];
for (const [what, found, fault, at = now] of wrong)
  test(`a certificate is refused: ${what}`, () => {
    assert.deepEqual(checkCertificate(found, at), { refused: fault });
  });

test('a certificate is taken as PEM and as DER, and with no word on its use', () => {
  const der = new X509Certificate(good.certificate).raw;
  for (const found of [good.certificate, der, makeCertificate(['rsa:3072'], '').certificate]) {
    const checked = checkCertificate(found, now);
    assert.ok(!('refused' in checked));
    assert.equal(checked.subject, 'CN=Ordnungsamt Leezen');
    assert.match(checked.pem, /^-----BEGIN CERTIFICATE-----/);
  }
});
