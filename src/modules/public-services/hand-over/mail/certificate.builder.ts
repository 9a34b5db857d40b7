import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';

const folder = mkdtempSync(join(tmpdir(), 'allmende-certificate-'));
after(() => rmSync(folder, { recursive: true, force: true }));
let made = 0;

const openssl = (...args: string[]): Buffer =>
  execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] });

export type Pair = { certificate: string; privateKey: string; files: [certificate: string, key: string] };

// The clock of the tests stands still: the certificate holds around that moment, not around the day of the run.
const CONFIG = `
[ca]
default_ca = office
[office]
database = index.txt
new_certs_dir = .
rand_serial = yes
default_md = sha256
policy = policy
unique_subject = no
[policy]
commonName = supplied
`;
const FROM = '20261101000000Z';
const UNTIL = '20261221000000Z';
writeFileSync(join(folder, 'ca.cnf'), CONFIG);
writeFileSync(join(folder, 'index.txt'), '');

/** A certificate of an office with its key, made by openssl itself, from 1 November to 21 December 2026. */
export const makeCertificate = (
  key: string[] = ['rsa:2048'],
  usage = 'critical,keyEncipherment,digitalSignature',
): Pair => {
  made += 1;
  const [request, extensions] = [`${made}.csr`, `${made}.cnf`];
  const files: [string, string] = [join(folder, `${made}.crt`), join(folder, `${made}.key`)];
  writeFileSync(join(folder, extensions), usage === '' ? '' : `keyUsage=${usage}\n`);
  openssl(
    ...['req', '-new', '-nodes', '-subj', '/CN=Ordnungsamt Leezen', '-newkey', ...key],
    ...['-keyout', files[1], '-out', request],
  );
  openssl(
    ...['ca', '-batch', '-notext', '-selfsign', '-config', 'ca.cnf', '-keyfile', files[1], '-in', request],
    ...['-startdate', FROM, '-enddate', UNTIL, '-extfile', extensions, '-out', files[0]],
  );
  const [certificate, privateKey] = files.map((file) => readFileSync(file, 'utf8'));
  return { certificate: certificate ?? '', privateKey: privateKey ?? '', files };
};

/** What the office reads of a whole mail, by the program openssl. */
export const openMailOf = (mail: Buffer, { files: [certificate, key] }: Pair): Buffer => {
  const file = join(folder, `${made}.eml`);
  writeFileSync(file, mail);
  return openssl('cms', '-decrypt', '-inform', 'SMIME', '-in', file, '-recip', certificate, '-inkey', key);
};
