import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { parseConfig } from '../foundation/config/config.ts';
import { testDatabase } from '../foundation/testing/database.ts';
import { seedMunicipalities } from '../modules/municipalities/index.ts';
import { secretsOf, verifySecrets } from './secrets.ts';

const folder = mkdtempSync(join(tmpdir(), 'allmende-secrets-'));
after(() => rmSync(folder, { recursive: true }));
const context = await testDatabase({ name: 'register', work: seedMunicipalities });
await seedMunicipalities(context);
const inFolder = parseConfig({ ALLMENDE_DIR: folder });
const file = join(folder, 'secrets.key');

test('at the first start a file is made that its owner alone reads, and the next start takes the same', async () => {
  await verifySecrets(inFolder, context);
  assert.equal(statSync(file).mode & 0o777, 0o600);
  const place = { ars: '010605053053', applicationId: 'a', kind: 'answers' } as const;
  const { keyNumber, sealed } = await secretsOf(inFolder).seal(context, place, Buffer.from('Text'));
  assert.equal((await secretsOf(inFolder).open(context, place, keyNumber, sealed)).toString(), 'Text');
});

test('another key stops the start and says what to do', async () => {
  const other = parseConfig({ ALLMENDE_DIR: folder, SECRETS_KEY: randomBytes(32).toString('base64') });
  await assert.rejects(verifySecrets(other, context), /passt nicht zu den verschlüsselten Anträgen/);
});

test('a file that holds no key stops the start', async () => {
  writeFileSync(file, 'zu kurz');
  await assert.rejects(verifySecrets(inFolder, context), /enthält keinen Schlüssel/);
});
