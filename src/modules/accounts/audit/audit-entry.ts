import { createHash } from 'node:crypto';

/** What was done on which record. `detail` holds few short facts (a role, a count), never a text that somebody wrote. */
export type Act = {
  act: string;
  record: { type: string; id: string };
  detail?: Record<string, string | number | boolean | null>;
};

/** One line of the log of a municipality. People stand in it by id alone: a deleted account leaves no name behind. */
export type AuditEntry = {
  ars: string;
  seq: number;
  at: Date;
  /** Null: the platform itself, by a job or a command. */ personId: string | null;
  /** In whose name. */ organisationId: string;
  /** By delegation: whose clerk it was. */ through: string | null;
  act: string;
  recordType: string;
  recordId: string;
  detail: Record<string, unknown>;
  previousHash: string;
};

/** What stands before the first line of a chain. */
export const FIRST_HASH = '0'.repeat(64);

/** Keys in order of their letters: the database returns them in an order of its own. */
const canonical = (value: unknown): unknown => {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, canonical(inner)]),
  );
};

/** SHA-256 over the whole line, the hash of the line before it included. */
export const hashOfEntry = (entry: AuditEntry): string =>
  createHash('sha256')
    .update(JSON.stringify(canonical(entry)))
    .digest('hex');

export type AuditFault = { seq: number; fault: 'missing' | 'changed' | 'broken-link' };

/** How far a chain has been followed: the last line's number and hash. */
export type ChainEnd = { seq: number; hash: string };
export const CHAIN_START: ChainEnd = { seq: 0, hash: FIRST_HASH };

/** Follows the chain over the next lines, in order of `seq`. @returns its end, or the first line that is not what was written. */
export const followChain = (
  end: ChainEnd,
  lines: (AuditEntry & { hash: string })[],
): ChainEnd | AuditFault => {
  let last = end;
  for (const { hash, ...entry } of lines) {
    if (entry.seq !== last.seq + 1) return { seq: last.seq + 1, fault: 'missing' };
    if (entry.previousHash !== last.hash) return { seq: entry.seq, fault: 'broken-link' };
    if (hashOfEntry(entry) !== hash) return { seq: entry.seq, fault: 'changed' };
    last = { seq: entry.seq, hash };
  }
  return last;
};
