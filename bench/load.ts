import http from 'node:http';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import autocannon from 'autocannon';
import { median, percentile } from './figures.ts';

/** Milliseconds of each request, one after the other on one connection, asked from a thread of its own. */
export const oneByOne = (port: number, paths: string[]): Promise<number[]> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: { port, paths } });
    worker.on('message', resolve);
    worker.on('error', reject);
  });

const ask = (agent: http.Agent, port: number, path: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const started = performance.now();
    http
      .get({ agent, port, path, host: '127.0.0.1' }, (response) => {
        if (response.statusCode !== 200) reject(new Error(`${path}: ${response.statusCode}`));
        response.resume();
        response.on('end', () => resolve(performance.now() - started));
      })
      .on('error', reject);
  });

if (!isMainThread && workerData?.paths) {
  const { port, paths } = workerData as { port: number; paths: string[] };
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const times: number[] = [];
  for (const path of paths) times.push(await ask(agent, port, path));
  parentPort?.postMessage(times);
  agent.destroy();
}

export type Throughput = { perSecond: number; p50: number; p99: number };

/** Sixteen connections for some seconds, each asking on and on. */
export const manyAtOnce = async (port: number, paths: string[], seconds: number): Promise<Throughput> => {
  const result = await autocannon({
    url: `http://127.0.0.1:${port}`,
    connections: 16,
    duration: seconds,
    workers: 1,
    requests: paths.map((path) => ({ path })),
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${result.non2xx} refusals, ${result.errors} errors`);
  return {
    perSecond: result.requests.total / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
  };
};

export const middle = (rounds: Throughput[]): Throughput => ({
  perSecond: median(rounds.map(({ perSecond }) => perSecond)),
  p50: median(rounds.map(({ p50 }) => p50)),
  p99: median(rounds.map(({ p99 }) => p99)),
});

export const spread = (times: number[]): string =>
  `${percentile(times, 0.5).toFixed(2)} / ${percentile(times, 0.99).toFixed(1)}`;
