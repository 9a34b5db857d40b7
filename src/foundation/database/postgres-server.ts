import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { PoolConfig } from 'pg';
import type { PostgresBinaries } from './postgres-binaries.ts';
import { asPostgresUser, choosePostgresUser, type PostgresUser } from './postgres-user.ts';

/** A PostgreSQL server of our own: its data in one folder, reachable through a local socket only. */
export type PostgresServer = { folder: string; connection: PoolConfig; stop: () => void };

const SUPERUSER = 'allmende';
// Socket addresses are cut at 107 bytes; a deep project folder gets a short one in the temp folder.
const LONGEST_SOCKET_FOLDER = 85;
const LONGEST_START_MILLISECONDS = 60_000;
const PAUSE_MILLISECONDS = 20;
const CONNECT =
  "require('net').connect(process.argv[1]).on('connect', process.exit).on('error', () => process.exit(1))";

/**
 * Starts the server on `folder` (made on first use) or adopts the one that already runs there, be it
 * another process of ours or an orphan that a kill left behind: PostgreSQL's own lock file decides.
 * @throws Error with the end of the server's log if it does not come up.
 */
export const startPostgres = (binaries: PostgresBinaries, folder: string): PostgresServer => {
  const data = resolve(folder);
  const user = choosePostgresUser(data, binaries.folder);
  const socketFolder = ensureSocketFolder(data, user);
  const control = (...args: string[]) => run(binaries, user, 'pg_ctl', ['-D', data, ...args]);
  if (!existsSync(join(data, 'PG_VERSION'))) initialise(binaries, user, data);
  refuseOtherMajor(data, binaries.major);
  bringUp(data, socketFolder, control);
  return {
    folder: data,
    connection: { host: runningSocketFolder(data) ?? socketFolder, user: SUPERUSER, database: 'postgres' },
    stop: () => void control('-m', 'fast', '-w', 'stop'),
  };
};

type Control = (...args: string[]) => { status: number | null };

/** Until it is ready, whoever starts it: another process may be starting or stopping it at this moment. */
const bringUp = (data: string, socketFolder: string, control: Control): void => {
  const options = [
    `-c listen_addresses='' -c unix_socket_directories='${socketFolder}' -c unix_socket_permissions=0700`,
    `-c shared_buffers=256MB -c max_wal_size=4GB -c timezone=UTC -c max_connections=100`,
  ].join(' ');
  const isRunning = (): boolean => control('status').status === 0;
  const start = (): boolean =>
    control('-w', '-t', '60', '-l', join(data, 'server.log'), '-o', options, 'start').status === 0;
  const deadline = Date.now() + LONGEST_START_MILLISECONDS;
  while (!isRunning() || !isReady(data)) {
    if (Date.now() > deadline) throw new Error(startFailure(data));
    if (!isRunning() && !start() && !isRunning() && !mayPass(data)) throw new Error(startFailure(data));
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MILLISECONDS);
  }
};

/** The lock file alone may lie: its process may have been killed this moment, or its number belong to another. */
const isReady = (data: string): boolean => {
  const { 3: port = '', 4: folder = '', 7: status = '' } = pidFile(data).map((line) => line.trim());
  if (status !== 'ready') return false;
  const socket = join(folder, `.s.PGSQL.${port}`);
  return spawnSync(process.execPath, ['-e', CONNECT, socket], { stdio: 'ignore' }).status === 0;
};

/** After a kill of the server alone, its children hold the shared memory until they notice. */
const mayPass = (data: string): boolean => /shared memory block .* in use|lock file/.test(logTail(data));

const run = (binaries: PostgresBinaries, user: PostgresUser, program: string, args: string[]) => {
  const command = asPostgresUser(user, join(binaries.folder, program), args);
  // The server inherits these streams: with pipes, waiting for pg_ctl would be waiting for the server.
  const stdio = args.at(-1) === 'start' ? ('ignore' as const) : ('pipe' as const);
  const result = spawnSync(command.file, command.args, {
    ...command.identity,
    stdio,
    cwd: '/',
    encoding: 'utf8',
  });
  if (result.error) throw result.error;
  return result;
};

/** Into a folder beside, then moved into place in one step: a kill half-way leaves nothing that looks finished. */
const initialise = (binaries: PostgresBinaries, user: PostgresUser, data: string): void => {
  const draft = `${data}.init-${process.pid}`;
  mkdirSync(dirname(draft), { recursive: true });
  mkdirSync(draft, { mode: 0o700 });
  give(user, draft);
  const locale =
    binaries.major >= 17
      ? ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
      : ['--locale=C.UTF-8'];
  const made = run(binaries, user, 'initdb', [
    '-D',
    draft,
    '-U',
    SUPERUSER,
    '-A',
    'trust',
    '-E',
    'UTF8',
    ...locale,
  ]);
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`);
  try {
    renameSync(draft, data);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(join(data, 'PG_VERSION'))) throw error;
  }
};

const refuseOtherMajor = (data: string, major: number): void => {
  const found = Number(readFileSync(join(data, 'PG_VERSION'), 'utf8'));
  if (found === major) return;
  throw new Error(
    `${data} gehört zu PostgreSQL ${found}, dieses Programm bringt ${major} mit. Übertragen Sie die Daten mit »export« und »import«.`,
  );
};

const ensureSocketFolder = (data: string, user: PostgresUser): string => {
  const beside = join(dirname(data), 'socket');
  const short = join(tmpdir(), `allmende-${createHash('sha256').update(data).digest('hex').slice(0, 12)}`);
  const folder = beside.length <= LONGEST_SOCKET_FOLDER ? beside : short;
  mkdirSync(dirname(folder), { recursive: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  give(user, folder);
  return folder;
};

const give = (user: PostgresUser, folder: string): void => {
  if (user.kind === 'nobody') chownSync(folder, user.id, user.id);
};

/** Line 5 of postmaster.pid: an adopted server may have been started with another temp folder. */
const runningSocketFolder = (data: string): string | undefined => pidFile(data)[4]?.trim() || undefined;

const pidFile = (data: string): string[] => linesOf(join(data, 'postmaster.pid'));

const logTail = (data: string): string => linesOf(join(data, 'server.log')).slice(-8).join('\n');

const startFailure = (data: string): string => `PostgreSQL in ${data} startet nicht.\n${logTail(data)}`;

/** None where the file is not there, or goes away at this moment. */
const linesOf = (file: string): string[] => {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
};
