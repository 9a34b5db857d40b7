import { spawnSync } from 'node:child_process';
import { ensureInstalled, node, root } from './install.mjs';

ensureInstalled();
const done = spawnSync(node(), ['--import', 'tsx', 'bench/index.ts', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exit(done.status ?? 1);
