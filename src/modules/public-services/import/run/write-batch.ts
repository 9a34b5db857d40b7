import type { Context } from '../../../../foundation/database/context.ts';
import type { Rejection } from '../../catalogue/public-service.ts';
import type { ReadItem, RecordKind } from '../reading.ts';
import {
  listKnown,
  markSeen,
  type ReadingOfNow,
  type RecordRow,
  saveRecords,
  withdrawRecords,
} from './import-store.ts';
import { rowOf } from './record-row.ts';
import type { Areas, CatalogueCounts, CatalogueSource } from './source.ts';

/** What the file says of records, the last word on each. */
export type Batch = Map<string, Extract<ReadItem, { foreignId: string }>>;

const KINDS: RecordKind[] = ['service', 'authority', 'responsibility'];

export const kindOf = (item: Extract<ReadItem, { foreignId: string }>): RecordKind =>
  'removed' in item ? item.removed : item.kind;

export const writeBatch = async (
  context: Context,
  source: CatalogueSource,
  batch: Batch,
  areas: Areas,
  reading: ReadingOfNow,
  counts: CatalogueCounts,
): Promise<Rejection[]> => {
  const rejected: Rejection[] = [];
  for (const kind of KINDS) {
    const items = [...batch.values()].filter((item) => kindOf(item) === kind);
    if (items.length > 0)
      rejected.push(...(await writeKind(context, source, kind, items, areas, reading, counts)));
  }
  return rejected;
};

const writeKind = async (
  { database, newId }: Context,
  source: CatalogueSource,
  kind: RecordKind,
  items: Extract<ReadItem, { foreignId: string }>[],
  areas: Areas,
  reading: ReadingOfNow,
  counts: CatalogueCounts,
): Promise<Rejection[]> => {
  const rejected: Rejection[] = [];
  const listed = await listKnown(
    database,
    source,
    kind,
    items.map(({ foreignId }) => foreignId),
  );
  const known = new Map(listed.map((record) => [record.foreign_id, record]));
  const rows: RecordRow[] = [];
  const seen: string[] = [];
  const removed: string[] = [];
  for (const item of items) {
    const before = known.get(item.foreignId);
    if ('removed' in item) {
      removed.push(item.foreignId);
      continue;
    }
    const row = rowOf(item, areas);
    if ('rejected' in row) rejected.push({ position: item.foreignId, reason: row.rejected });
    else if (before && !before.is_withdrawn && before.content_hash === row.content_hash)
      seen.push(item.foreignId);
    else {
      rows.push({ ...row, id: before?.id ?? newId() });
      counts[before ? (before.is_withdrawn ? 'returned' : 'changed') : 'created'] += 1;
    }
  }
  counts.unchanged += seen.length;
  await saveRecords(database, source, kind, rows, reading);
  await markSeen(database, source, kind, seen, reading);
  if (removed.length > 0)
    counts.withdrawn += await withdrawRecords(database, source, kind, removed, reading.at);
  return rejected;
};
