import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { serve } from '@hono/node-server';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { readAssets } from '../src/app/assets.ts';
import type { Platform } from '../src/app/platform.ts';
import { seed } from '../src/app/seed.ts';
import { createServer } from '../src/app/server.tsx';
import { parseConfig } from '../src/foundation/config/config.ts';
import { createLog } from '../src/foundation/log/log.ts';
import { TEST_NOW, testDatabase } from '../src/foundation/testing/database.ts';
import { launchBrowser } from '../tools/browser.ts';

export type World = {
  origin: string;
  platform: Platform;
  /** Where the mails of this world lie. */ mailFolder: string;
  /** A page that fails the test on any console error and any request to another server. */
  open: (path: string, options?: BrowserContextOptions) => Promise<Page>;
  /** Time goes on in the house, as far as it is told. */ setNow: (now: Date) => void;
  /** What went wrong in the pages opened so far. */ faults: string[];
};

/** The whole product with its shipped data on a free port, on Sunday, 22 November 2026, noon, and a browser before it. */
export const startWorld = async (): Promise<World> => {
  const log = createLog('error');
  let now = TEST_NOW;
  const folder = mkdtempSync(join(tmpdir(), 'allmende-'));
  const platform = {
    ...(await testDatabase({ name: 'house', work: (context) => seed(context, log) })),
    server: {},
    close: async () => undefined,
    clock: () => now,
  };
  const places = await seed(platform, log);
  const server = createServer(
    platform,
    {
      config: parseConfig({ ALLMENDE_DIR: folder, PAYMENT: 'test' }),
      assets: readAssets(),
      version: 'test',
      places,
    },
    log,
  );
  const listening = serve({ fetch: server.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => listening.once('listening', resolve));
  const address = listening.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  const origin = `http://127.0.0.1:${address.port}`;
  const browser = await launchBrowser();
  after(async () => {
    await browser.close();
    listening.close();
    rmSync(folder, { recursive: true });
  });
  const faults: string[] = [];
  return {
    origin,
    platform,
    mailFolder: join(folder, 'mail'),
    faults,
    setNow: (moment) => {
      now = moment;
    },
    open: opener(browser, origin, faults),
  };
};

const opener =
  (browser: Browser, origin: string, faults: string[]): World['open'] =>
  async (path, options = {}) => {
    const context = await browser.newContext({ locale: 'de-DE', baseURL: origin, ...options });
    const page = await context.newPage();
    // A 404 or 422 that a journey asks for is no fault of the page.
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of 4(04|22)/.test(message.text()))
        faults.push(`${path}: ${message.text()}`);
    });
    page.on('pageerror', (error) => faults.push(`${path}: ${error.message}`));
    page.on('request', (request) => {
      if (!request.url().startsWith(origin) && !request.url().startsWith('data:'))
        faults.push(`${path} asks ${request.url()}`);
    });
    await page.goto(path);
    return page;
  };
