import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const KEPT_MILLISECONDS = 7 * 86_400_000;

/** Finished archives lie here, one for each town; the next one takes the place of the last. */
export const archiveFile = (folder: string, ars: string): string =>
  join(folder, 'archives', `${ars.replaceAll(/\D/g, '')}.zip`);

export const findArchive = async (
  folder: string,
  ars: string,
): Promise<{ file: string; bytes: number; madeAt: Date } | undefined> => {
  const file = archiveFile(folder, ars);
  const found = await stat(file).catch(() => undefined);
  return found && { file, bytes: found.size, madeAt: found.mtime };
};

/** @returns how many were older than seven days and went. */
export const removeOldArchives = async (folder: string, now: Date): Promise<number> => {
  const names = await readdir(join(folder, 'archives')).catch(() => []);
  let removed = 0;
  for (const name of names) {
    const file = join(folder, 'archives', name);
    const { mtimeMs } = await stat(file);
    if (now.getTime() - mtimeMs < KEPT_MILLISECONDS) continue;
    await rm(file);
    removed += 1;
  }
  return removed;
};
