import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';

// The packed browser's own flags would switch off web security and hide faults of CORS and CSP.
const FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
];

const systemChromium = (): string | undefined => {
  if (process.env.CHROME) return process.env.CHROME;
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    const found = spawnSync('which', [name], { encoding: 'utf8' });
    if (found.status === 0) return found.stdout.trim();
  }
  return undefined;
};

/** Chromium of the system, of `CHROME`, or the one that npm brought with its libraries and fonts. */
export const launchBrowser = async (): Promise<Browser> => {
  const system = systemChromium();
  if (system) return chromium.launch({ executablePath: system, args: FLAGS });
  const { default: packed, inflate, setupLambdaEnvironment } = await import('@sparticuz/chromium');
  const archive = fileURLToPath(new URL('../bin/al2023.tar.br', import.meta.resolve('@sparticuz/chromium')));
  setupLambdaEnvironment(`${await inflate(archive)}/lib`);
  return chromium.launch({ executablePath: await packed.executablePath(), args: FLAGS });
};
