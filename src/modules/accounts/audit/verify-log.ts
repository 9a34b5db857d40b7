import type { Database } from '../../../foundation/database/context.ts';
import { type AuditFault, CHAIN_START, followChain } from './audit-entry.ts';
import { findHead, listEntries, listLogs } from './audit-store.ts';

const BATCH = 1_000;

export type LogVerdict = { ars: string; lines: number; fault?: AuditFault };

/** Reads the whole log of a municipality and follows its chain; lines cut off at the end are missed by the head. */
const verifyLog = async (database: Database, ars: string): Promise<LogVerdict> => {
  let end = CHAIN_START;
  for (;;) {
    const lines = await listEntries(database, ars, end.seq, BATCH);
    const next = followChain(end, lines);
    if ('fault' in next) return { ars, lines: end.seq, fault: next };
    end = next;
    if (lines.length < BATCH) break;
  }
  const head = await findHead(database, ars);
  const isWhole = head?.seq === end.seq && head.hash === end.hash;
  return { ars, lines: end.seq, ...(isWhole ? {} : { fault: { seq: end.seq + 1, fault: 'missing' } }) };
};

export const verifyLogs = async (database: Database): Promise<LogVerdict[]> => {
  const verdicts: LogVerdict[] = [];
  for (const ars of await listLogs(database)) verdicts.push(await verifyLog(database, ars));
  return verdicts;
};
