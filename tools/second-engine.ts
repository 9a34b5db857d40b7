import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findDebianBinaries, findEmbeddedBinaries } from '../src/foundation/database/postgres-binaries.ts';
import { startPostgres } from '../src/foundation/database/postgres-server.ts';

const MAJOR = 15;
const PACKAGES = ['postgresql-15', 'postgresql-15-postgis-3'];
const POSTGIS = '/usr/share/postgresql/15/extension/postgis.control';

const isInstalled = (): boolean => findDebianBinaries(MAJOR) !== undefined && existsSync(POSTGIS);

const install = (): string | undefined => {
  if (process.getuid?.() !== 0) return 'it is not installed and only root could install it';
  const apt = (...args: string[]) =>
    spawnSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=120', ...args], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      encoding: 'utf8',
    });
  if (apt('--version').error) return 'this system has no apt-get';
  apt('update');
  const done = apt('install', '-y', '--no-install-recommends', ...PACKAGES);
  return done.status === 0
    ? undefined
    : `apt-get could not install it: ${done.stderr.trim().split('\n').at(-1)}`;
};

/** A cluster of our own on Debian's PostgreSQL 15, which comes through the package manager where it may. */
export const prepareSecondEngine = async (): Promise<
  { url: string; stop: () => void } | { skipped: string }
> => {
  if (!isInstalled()) {
    const reason = install();
    if (reason) return { skipped: reason };
  }
  const binaries = findDebianBinaries(MAJOR);
  if (!binaries || !existsSync(POSTGIS))
    return { skipped: `this system's PostgreSQL is not ${MAJOR} with PostGIS` };
  const server = startPostgres(binaries, join('var', 'test', 'pg15', 'db'));
  const { host, user } = server.connection;
  return {
    url: `postgres://${user}@localhost/postgres?host=${encodeURIComponent(host ?? '')}`,
    stop: server.stop,
  };
};

/** The embedded server of the tests outlives each test file; the last command of a run stops it. */
export const stopEmbedded = (): void => {
  const binaries = findEmbeddedBinaries();
  const folder = join('var', 'test', 'db');
  if (binaries && existsSync(join(folder, 'postmaster.pid'))) startPostgres(binaries, folder).stop();
};
