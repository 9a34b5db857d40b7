import { hkdfSync, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../foundation/config/config.ts';
import type { Context } from '../foundation/database/context.ts';
import { type KeyRing, openKeyRing } from '../modules/public-services/index.ts';

const KEY_BYTES = 32;

const readFileKey = (folder: string): Buffer => {
  const file = join(folder, 'secrets.key');
  mkdirSync(folder, { recursive: true });
  try {
    // Of two processes that start at the same moment one makes the file, the other one reads it.
    writeFileSync(file, randomBytes(KEY_BYTES).toString('base64'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error;
  }
  const key = Buffer.from(readFileSync(file, 'utf8'), 'base64');
  if (key.length !== KEY_BYTES) throw new Error(`${file} enthält keinen Schlüssel aus 32 Bytes.`);
  return key;
};

const masterKeyOf = ({ secretsKey, folder }: Pick<Config, 'secretsKey' | 'folder'>): (() => Buffer) => {
  let key: Buffer | undefined;
  return () => {
    key ??= secretsKey === undefined ? readFileKey(folder) : Buffer.from(secretsKey, 'base64');
    return key;
  };
};

/** A key for one purpose alone (HKDF, RFC 5869): what leaks there opens nothing elsewhere. */
export const derivedSecret = (
  config: Pick<Config, 'secretsKey' | 'folder'>,
  purpose: string,
): (() => Buffer) => {
  const master = masterKeyOf(config);
  let derived: Buffer | undefined;
  return () => {
    derived ??= Buffer.from(hkdfSync('sha256', master(), '', `allmende ${purpose}`, KEY_BYTES));
    return derived;
  };
};

/** The key ring of this house: by SECRETS_KEY, else by a file beside the database that only the operator can read. */
export const secretsOf = (config: Pick<Config, 'secretsKey' | 'folder'>): KeyRing =>
  openKeyRing(masterKeyOf(config));

/** @throws Error that says what to do: what was written with another key could never be opened again. */
export const verifySecrets = async (config: Config, context: Pick<Context, 'database'>): Promise<void> => {
  const keys = secretsOf(config);
  try {
    await keys.verify(context);
  } catch (error) {
    if (!(error instanceof Error) || !/authenticate/.test(error.message)) throw error;
    throw new Error(
      `Der Schlüssel (SECRETS_KEY oder ${join(config.folder, 'secrets.key')}) passt nicht zu den verschlüsselten Anträgen dieser Datenbank. Nehmen Sie den, mit dem sie geschrieben wurden.`,
    );
  }
};
