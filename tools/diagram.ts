import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const FILE = 'ARCHITECTURE.md';
const BEGIN = '```mermaid\n';
const END = '```';

/** The modules and their arrows as the code has them now, as Mermaid. */
export const drawModules = (): string => {
  const args = [
    'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    ...['--config', '.dependency-cruiser.mjs', 'src', '--include-only', '^src'],
    ...['--exclude', '([.]test[.]tsx?$|[.]builder[.]ts$|foundation/testing)'],
    ...['--collapse', '^src/(app|modules/[^/]+|foundation/[^/]+)', '--output-type', 'mermaid'],
  ];
  const drawn = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (!drawn.stdout.startsWith('flowchart')) throw new Error(`No diagram: ${drawn.stderr}`);
  return drawn.stdout.trim();
};

export const diagramInPage = (): string => {
  const page = readFileSync(FILE, 'utf8');
  const start = page.indexOf(BEGIN) + BEGIN.length;
  return page.slice(start, page.indexOf(END, start)).trim();
};

if (process.argv[1]?.endsWith('diagram.ts')) {
  const page = readFileSync(FILE, 'utf8');
  writeFileSync(FILE, page.replace(diagramInPage(), drawModules()));
}
