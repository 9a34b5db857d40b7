import { readFileSync } from 'node:fs';
import { serve } from '@hono/node-server';
import { type Config, parseConfig } from '../foundation/config/config.ts';
import { startJobs } from '../foundation/jobs/jobs.ts';
import { createLog, type Log } from '../foundation/log/log.ts';
import '../foundation/time/zone.ts';
import { readAssets } from './assets.ts';
import { findCommand } from './commands/index.ts';
import { seedDemonstration } from './demonstration.ts';
import { openPlatform, type Platform } from './platform.ts';
import { derivedSecret, verifySecrets } from './secrets.ts';
import { seed } from './seed.ts';
import { startMqtt } from './sensors.ts';
import { createServer } from './server.tsx';
import { closeRooms } from './sprints.ts';
import { backgroundWork } from './work.ts';

const started = performance.now();
const version = (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version;

const run = async (): Promise<void> => {
  const config = parseConfig(process.env);
  const log = createLog(config.logLevel);
  const [name, ...rest] = process.argv.slice(2);
  const command = name === undefined ? undefined : findCommand(name);
  const platform = await openPlatform(config, log);
  if (!command) return serveOn(platform, config, log);
  try {
    await command.run(platform, rest);
  } finally {
    await platform.close();
  }
};

const serveOn = async (platform: Platform, config: Config, log: Log): Promise<void> => {
  // A wrong key is noticed before anybody writes something that it could never open again.
  await verifySecrets(config, platform);
  const places = await seed(platform, log);
  if (config.isDemonstration)
    await seedDemonstration({ ...platform, secret: derivedSecret(config, 'parking') }, places);
  const jobs = await startJobs(platform.connection.pool, backgroundWork(platform, config, places, log), log);
  const endMqtt = await startMqtt(platform, config, log);
  const server = createServer(platform, { config, assets: readAssets(), version, places, jobs }, log);
  const listening = serve({ fetch: server.fetch, port: config.port, hostname: config.host }, ({ port }) => {
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(
      `Allmende läuft nach ${seconds} s: http://${config.host === '127.0.0.1' ? 'localhost' : config.host}:${port}`,
    );
  });
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    listening.close(() => {
      endMqtt()
        .then(jobs.stop)
        .then(platform.close)
        .then(
          () => process.exit(0),
          () => process.exit(1),
        );
    });
    closeRooms(platform);
    // Idle keep-alive connections would hold the close for minutes.
    if ('closeIdleConnections' in listening) listening.closeIdleConnections();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  listening.on('error', (error: NodeJS.ErrnoException) => {
    const reason =
      error.code === 'EADDRINUSE'
        ? `Port ${config.port} ist belegt. Setzen Sie PORT auf einen freien.`
        : error.message;
    console.error(reason);
    void platform.close().finally(() => process.exit(1));
  });
};

run().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
