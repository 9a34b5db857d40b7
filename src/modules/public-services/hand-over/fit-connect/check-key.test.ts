import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { checkKey } from './check-key.ts';
import { makeKey } from './jose.builder.ts';

const folder = mkdtempSync(join(tmpdir(), 'allmende-keys-'));
after(() => rmSync(folder, { recursive: true }));
const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' });
const read = (file: string) => readFileSync(join(folder, file), 'utf8');
// The certificates of this test begin after it has.
const now = new Date(Date.now() + 60_000);
const none = { now, roots: [] };
const { jwk } = await makeKey('enc-1', 'wrapKey');
const short = await makeKey('enc-1', 'wrapKey', 2048);

const wrong: [what: string, key: unknown][] = [
  ['nothing', undefined],
  ['a text', 'key'],
  ['another name', { ...jwk, kid: 'enc-2' }],
  ['another kind', { ...jwk, kty: 'EC' }],
  ['an older algorithm', { ...jwk, alg: 'RSA-OAEP' }],
  ['an algorithm for signing', { ...jwk, alg: 'PS512' }],
  ['a key for signing', { ...jwk, key_ops: ['verify'] }],
  ['a key for everything', { ...jwk, key_ops: ['wrapKey', 'verify'] }],
  ['no word on its use', { ...jwk, key_ops: undefined }],
  ['a short key', short.jwk],
  ['a small exponent', { ...jwk, e: 'Aw' }],
  ['a certificate that is none', { ...jwk, x5c: ['AAAA'] }],
  ['a refusal in disguise', { refused: 'x' }],
];
for (const [what, key] of wrong)
  test(`a key is refused: ${what}`, () => {
    assert.equal(checkKey(key, 'enc-1', 'wrapKey', none), undefined);
  });

test('the right key is taken, for this use alone', () => {
  assert.equal(checkKey(jwk, 'enc-1', 'wrapKey', none)?.kid, 'enc-1');
  assert.equal(checkKey(jwk, 'enc-1', 'verify', none), undefined);
});

// A root, an office certified by it, and a stranger with the same names.
const CA = ['-addext', 'basicConstraints=critical,CA:TRUE'];
for (const name of ['root', 'other'])
  openssl(
    ...['req', '-x509', '-nodes', '-newkey', 'rsa:2048', '-days', '30', '-subj', '/CN=Wurzel', ...CA],
    ...['-keyout', `${name}.key`, '-out', `${name}.crt`],
  );
writeFileSync(join(folder, 'leaf.cnf'), 'basicConstraints=critical,CA:FALSE\nkeyUsage=keyEncipherment\n');
openssl('req', '-nodes', '-newkey', 'rsa:4096', '-subj', '/CN=Amt', '-keyout', 'amt.key', '-out', 'amt.csr');
for (const name of ['root', 'other'])
  openssl(
    ...['x509', '-req', '-in', 'amt.csr', '-CA', `${name}.crt`, '-CAkey', `${name}.key`, '-days', '30'],
    ...['-set_serial', '7', '-extfile', 'leaf.cnf', '-out', `amt-${name}.crt`],
  );
const der = (file: string): string => read(file).replaceAll(/-----[^-]+-----|\s/g, '');
const certified = (by: string) => {
  const { kty, n, e } = createPublicKey(createPrivateKey(read('amt.key'))).export({ format: 'jwk' });
  return { kty, n, e, kid: 'enc-1', alg: 'RSA-OAEP-256', key_ops: ['wrapKey'], x5c: [der(`amt-${by}.crt`)] };
};
const roots = [read('root.crt')];
const take = (key: object, setting: { now: Date; roots: string[] }): boolean =>
  checkKey(key, 'enc-1', 'wrapKey', setting) !== undefined;

test('with roots set, a certificate must lead to one of them', () => {
  assert.equal(take(certified('root'), { now, roots }), true);
  assert.equal(take(certified('other'), { now, roots }), false);
  assert.equal(take({ ...certified('root'), x5c: undefined }, { now, roots }), false);
});

test('a certificate must belong to its key and hold today', () => {
  assert.equal(take({ ...certified('root'), n: jwk.n }, none), false);
  const inAYear = new Date(now.getTime() + 365 * 86_400_000);
  assert.equal(take(certified('root'), { now: inAYear, roots: [] }), false);
});

test('an office may certify nobody', () => {
  const chain = { ...certified('root'), x5c: [der('amt-root.crt'), der('amt-root.crt')] };
  assert.equal(take(chain, { now, roots }), false);
});
