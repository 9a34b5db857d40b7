import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { ensureInstalled, node, root } from './install.mjs';

ensureInstalled();
const done = spawnSync(node(), ['--import', 'tsx', 'tools/check.ts', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  // Tools find the Node that npm brought before the host's own.
  env: { ...process.env, PATH: [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter) },
});
process.exit(done.status ?? 1);
