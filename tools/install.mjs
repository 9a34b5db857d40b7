// Plain JavaScript that also runs on the host's own, perhaps older, Node: everything after it runs on Node 24.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');
const stamp = join(root, 'node_modules', '.allmende-lock');

/** Installs what is missing or was installed for another lock file. */
export const ensureInstalled = () => {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('Installiere Pakete …');
  // Not `npm ci`: it refuses a lock file that lacks a platform's optional package, and some registries hold only a few
  // platforms. With --no-save the lock file decides all the same and stays as it is.
  const done = spawnSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (done.status !== 0) process.exit(done.status ?? 1);
  writeFileSync(stamp, lock);
};

/** The Node 24 that npm brought, or this one where it is new enough and none was brought. */
export const node = () => {
  const brought = join(root, 'node_modules', '.bin', 'node');
  if (existsSync(brought)) return brought;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  console.error('Allmende braucht Node 24 oder neuer, und für diese Plattform bringt npm keines mit.');
  process.exit(1);
};
