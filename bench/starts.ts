import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Section, short } from './figures.ts';
import { manyAtOnce } from './load.ts';

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

const answers = async (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/`).then(
    ({ ok }) => ok,
    () => false,
  );

const start = async (folder: string) => {
  const port = await freePort();
  const started = performance.now();
  const child = spawn(process.execPath, ['dist/server/main.js'], {
    env: { ...process.env, ALLMENDE_DIR: folder, PORT: String(port), LOG_LEVEL: 'error' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  while (child.exitCode === null && !(await answers(port))) await new Promise((next) => setTimeout(next, 20));
  return { child, port, seconds: (performance.now() - started) / 1000 };
};

const stop = async (child: ChildProcess): Promise<void> => {
  child.kill('SIGTERM');
  await once(child, 'exit');
};

const megabytes = ({ pid }: ChildProcess): string =>
  short(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1024);

export const measureStart = async (seconds: number): Promise<Section> => {
  const folder = mkdtempSync(join(tmpdir(), 'allmende-bench-'));
  chmodSync(folder, 0o755);
  try {
    const first = await start(folder);
    await stop(first.child);
    const second = await start(folder);
    await new Promise((next) => setTimeout(next, 3_000));
    const idle = megabytes(second.child);
    const paths = ['/?ort=Karlsruhe', '/api/offers?lon=8.4&lat=49.01&kind=place&category=playground'];
    const load = await manyAtOnce(second.port, paths, seconds);
    const busy = megabytes(second.child);
    await stop(second.child);
    return {
      title: 'Start and memory, embedded',
      head: ['', ''],
      rows: [
        [
          'first run: seconds to the first answer, database made and shipped data loaded',
          short(first.seconds),
        ],
        ['second run', short(second.seconds)],
        ['memory of the Node process, idle, MB', idle],
        [`after ${seconds} s of load (${short(load.perSecond)} requests/s, half pages, half API), MB`, busy],
      ],
      notes: [
        'The built application without `npm install` and build; PostgreSQL runs beside it with 256 MB of shared buffers.',
      ],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
