import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * PostgreSQL refuses to run as root. Started by root it therefore runs as `nobody`, or, where nobody cannot
 * reach the folders (a clone below /root), in a user namespace of its own, in which root is no longer root.
 */
export type PostgresUser = { kind: 'self' } | { kind: 'nobody'; id: number } | { kind: 'namespace' };

const NOBODY = 65_534;

/** What decides about the account. */
export type Circumstances = {
  isRoot: boolean;
  /** Of the data folder, where it exists already. */ owner: 'root' | 'nobody' | 'other' | undefined;
  /** Whether `nobody` can reach data and programs. */ isReachable: boolean;
  canUnshare: () => boolean;
};

/** Undefined where no account fits. Data that a namespace made belong to root and stay with the namespace. */
export const decideUser = ({
  isRoot,
  owner,
  isReachable,
  canUnshare,
}: Circumstances): PostgresUser | undefined => {
  if (!isRoot) return { kind: 'self' };
  if (isReachable && (owner === undefined || owner === 'nobody')) return { kind: 'nobody', id: NOBODY };
  return (owner === undefined || owner === 'root') && canUnshare() ? { kind: 'namespace' } : undefined;
};

/** @throws Error that says what to do where no account fits. */
export const choosePostgresUser = (data: string, programs: string): PostgresUser => {
  const user = decideUser({
    isRoot: process.getuid?.() === 0,
    owner: existsSync(data) ? ownerOf(statSync(data).uid) : undefined,
    isReachable: [data, programs].every(isReachable),
    canUnshare: () => spawnSync('unshare', ['--user', 'true']).status === 0,
  });
  if (user) return user;
  throw new Error(
    `PostgreSQL darf nicht als root laufen, und ein anderes Konto erreicht ${data} oder ${programs} nicht. ` +
      'Starten Sie als gewöhnlicher Benutzer, legen Sie das Projekt an einen für alle lesbaren Ort, oder setzen Sie DATABASE_URL.',
  );
};

const ownerOf = (uid: number): Circumstances['owner'] =>
  uid === 0 ? 'root' : uid === NOBODY ? 'nobody' : 'other';

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
