import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * PostgreSQL refuses to run as root. Started by root it therefore runs as `nobody`, or, where nobody cannot
 * reach the folders (a clone below /root), in a user namespace of its own, in which root is no longer root.
 */
export type PostgresUser = { kind: 'self' } | { kind: 'nobody'; id: number } | { kind: 'namespace' };

const NOBODY = 65_534;

export const choosePostgresUser = (folders: string[]): PostgresUser => {
  if (process.getuid?.() !== 0) return { kind: 'self' };
  const dataFolder = folders.find((folder) => existsSync(folder) && statSync(folder).uid === NOBODY);
  if (folders.every(isReachable)) return { kind: 'nobody', id: NOBODY };
  if (!dataFolder && namespaceWorks()) return { kind: 'namespace' };
  throw new Error(
    `PostgreSQL darf nicht als root laufen, und ein anderes Konto erreicht ${folders.join(' oder ')} nicht. ` +
      'Starten Sie als gewöhnlicher Benutzer, legen Sie das Projekt an einen für alle lesbaren Ort, oder setzen Sie DATABASE_URL.',
  );
};

/** The command line that runs a program as the chosen user. */
export const asPostgresUser = (user: PostgresUser, program: string, args: string[]) =>
  user.kind === 'namespace'
    ? { file: 'unshare', args: ['--user', '--', program, ...args], identity: {} }
    : { file: program, args, identity: user.kind === 'nobody' ? { uid: user.id, gid: user.id } : {} };

/** Every folder on the way must let others pass (x bit). */
const isReachable = (folder: string): boolean => {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(at)) {
      const { mode, uid } = statSync(at);
      if (uid !== NOBODY && (mode & 0o001) === 0) return false;
    }
    if (at === dirname(at)) return true;
  }
};

const namespaceWorks = (): boolean => spawnSync('unshare', ['--user', 'true']).status === 0;
