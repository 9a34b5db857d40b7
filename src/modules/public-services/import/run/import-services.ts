import type { Context } from '../../../../foundation/database/context.ts';
import type { Message } from '../../../../foundation/i18n/message.ts';
import type { Rejection } from '../../catalogue/public-service.ts';
import { readerOf } from '../readers.ts';
import type { Bytes } from '../reading.ts';
import { checkReferences } from './check-references.ts';
import { lockSource, markSourceRead, type ReadingOfNow, saveRun, withdrawUnseen } from './import-store.ts';
import { countWords, indexRules } from './reference-store.ts';
import type { Areas, CatalogueCounts, CatalogueRefusal, CatalogueReport, CatalogueSource } from './source.ts';
import { type Batch, kindOf, writeBatch } from './write-batch.ts';

const BATCH = 500;

class Refused extends Error {
  readonly reason: Message;
  readonly code: CatalogueRefusal['refused'];
  constructor(code: CatalogueRefusal['refused'], reason: Message) {
    super(reason.en);
    this.code = code;
    this.reason = reason;
  }
}

/**
 * Reads a file of a source into the catalogue, in one transaction and in bounded memory: either all of it stands
 * afterwards, or nothing. Every record that was rejected is in the report, with the reason.
 */
export const importServices = async (
  context: Context,
  source: CatalogueSource,
  input: { bytes: Bytes; contentHash?: string },
  areas: Areas,
): Promise<CatalogueReport | CatalogueRefusal> => {
  const runId = context.newId();
  const startedAt = context.clock();
  const failed = (failure: string) =>
    saveRun(context.database, source, {
      runId,
      startedAt,
      finishedAt: context.clock(),
      outcome: 'failed',
      failure,
    });
  try {
    return await context.database.transaction().execute(async (database) => {
      if (!(await lockSource(database, source))) throw new Refused('unknown-source', UNKNOWN);
      const inside = { ...context, database };
      const report = await readAll(inside, source, input.bytes, areas, { runId, at: startedAt });
      await markSourceRead(database, source, startedAt, input.contentHash);
      await saveRun(database, source, { ...report, startedAt, finishedAt: context.clock(), outcome: 'done' });
      return report;
    });
  } catch (error) {
    await failed(
      error instanceof Refused
        ? error.reason.de
        : error instanceof Error
          ? error.message.slice(0, 500)
          : 'unknown',
    );
    if (error instanceof Refused) return { refused: error.code, reason: error.reason, runId };
    throw error;
  }
};

const UNKNOWN: Message = { de: 'Die Quelle ist nicht eingetragen.', en: 'The source is not registered.' };

const MOST_REJECTED = 10_000;

const readAll = async (
  context: Context,
  source: CatalogueSource,
  bytes: Bytes,
  areas: Areas,
  reading: ReadingOfNow,
): Promise<CatalogueReport> => {
  const reader = readerOf(source.format);
  const counts: CatalogueCounts = {
    read: 0,
    created: 0,
    changed: 0,
    unchanged: 0,
    returned: 0,
    withdrawn: 0,
    rejected: 0,
    skipped: {},
  };
  const rejected: Rejection[] = [];
  const reject = (more: Rejection[]): void => {
    counts.rejected += more.length;
    rejected.push(...more.slice(0, Math.max(0, MOST_REJECTED - rejected.length)));
  };
  let batch: Batch = new Map();
  const write = async (): Promise<void> => {
    reject(await writeBatch(context, source, batch, areas, reading, counts));
    batch = new Map();
  };
  for await (const item of reader.read(bytes)) {
    if ('unreadable' in item) throw new Refused('unreadable-file', item.unreadable);
    counts.read += 1;
    if ('skipped' in item) counts.skipped[item.skipped] = (counts.skipped[item.skipped] ?? 0) + 1;
    else if ('rejected' in item) reject([{ position: item.position, reason: item.rejected }]);
    else batch.set(`${kindOf(item)} ${item.foreignId}`, item);
    if (batch.size >= BATCH) await write();
  }
  await write();
  const { database } = context;
  if (reader.isComplete) counts.withdrawn += await withdrawUnseen(database, source, reading);
  reject(await checkReferences(database, source, reading.at));
  await indexRules(database, source);
  await countWords(database, source);
  return { runId: reading.runId, counts, rejected };
};
