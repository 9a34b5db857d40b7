import { spawnSync } from 'node:child_process';
import { ensureInstalled, node, root } from './install.mjs';

ensureInstalled();
// The working folder stays the caller's: the files of a day are named from there.
const loader = new URL('../node_modules/tsx/dist/loader.mjs', import.meta.url).href;
const done = spawnSync(
  node(),
  ['--import', loader, `${root}/tools/parking-allocate.ts`, ...process.argv.slice(2)],
  {
    stdio: 'inherit',
    cwd: process.env.INIT_CWD ?? process.cwd(),
  },
);
process.exit(done.status ?? 1);
