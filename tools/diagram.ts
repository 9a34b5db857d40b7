import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const FILE = 'ARCHITECTURE.md';
const BEGIN = '```mermaid\n';
const END = '```';

/** The modules and their arrows as the code has them now, as Mermaid. */
export const drawModules = (): string => {
  const args = [
    'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
    ...['--config', '.dependency-cruiser.mjs', 'src', '--include-only', '^src'],
    ...['--exclude', '([.]test[.]tsx?$|[.]builder[.]ts$|foundation/testing)'],
    ...['--collapse', '^src/(app|modules/[^/]+|foundation/[^/]+)', '--output-type', 'mermaid'],
  ];
  const drawn = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (!drawn.stdout.startsWith('flowchart')) throw new Error(`No diagram: ${drawn.stderr}`);
  return drawn.stdout.trim();
};

const split = (): [before: string, diagram: string, after: string] => {
  const page = readFileSync(FILE, 'utf8');
  const start = page.indexOf(BEGIN) + BEGIN.length;
  const end = page.indexOf(END, start);
  return [page.slice(0, start), page.slice(start, end), page.slice(end)];
};

export const diagramInPage = (): string => split()[1].trim();

if (process.argv[1]?.endsWith('diagram.ts')) {
  const [before, , after] = split();
  writeFileSync(
    FILE,
    `${before}${drawModules()}
${after}`,
  );
}
