import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, node, root } from './install.mjs';

const newest = (folder) =>
  readdirSync(join(root, folder), { recursive: true }).reduce(
    (latest, name) => Math.max(latest, statSync(join(root, folder, name)).mtimeMs),
    0,
  );

const isBuilt = () => {
  const built = join(root, 'dist', 'server', 'main.js');
  if (!existsSync(built)) return false;
  return Math.max(newest('src'), newest('migrations')) < statSync(built).mtimeMs;
};

ensureInstalled();
if (!isBuilt()) {
  console.log('Baue die Anwendung …');
  const done = spawnSync(node(), ['--import', 'tsx', 'tools/build.ts'], { cwd: root, stdio: 'inherit' });
  if (done.status !== 0) process.exit(done.status ?? 1);
}
const server = spawn(node(), ['--enable-source-maps', 'dist/server/main.js', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
// A terminal sends Ctrl+C to both; a supervisor only to this one.
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal));
process.on('SIGINT', () => undefined);
server.on('exit', (code) => process.exit(code ?? 1));
