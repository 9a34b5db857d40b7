import type { Context } from '../../../../foundation/database/context.ts';
import { readSourceApart } from '../../apart/apart.ts';
import { listSightings, lockSource, markRead, saveRevision, saveRun } from './import-store.ts';
import { type Change, type ImportPlan, planImport } from './plan-import.ts';
import { prepareRecords } from './prepare-records.ts';
import type { ImportCounts, ImportInput, ImportRefusal, ImportReport, Places, Source } from './source.ts';
import { writePlan } from './write-plan.ts';

/**
 * Reads a file of a source into offers, in one transaction: either all of it stands afterwards, or nothing of it.
 * Every record that was rejected is in the report, with the reason.
 */
export const importOffers = async (
  context: Context,
  source: Source,
  input: ImportInput,
  places: Places,
): Promise<ImportReport | ImportRefusal> => {
  const runId = context.newId();
  const startedAt = context.clock();
  const reading = await readSourceApart(source.format, { ...input, settings: source.settings });
  if ('refused' in reading) {
    await saveRun(context.database, source, {
      runId,
      startedAt,
      finishedAt: context.clock(),
      outcome: 'failed',
      failure: reading.reason.de,
    });
    return { ...reading, runId };
  }
  const { prepared, rejected } = await prepareRecords(reading, source, places);
  try {
    return await context.database.transaction().execute(async (database) => {
      if (!(await lockSource(database, source))) return UNKNOWN;
      const plan = planImport(prepared, await listSightings(database, source));
      const merged = await writePlan({ ...context, database }, source, plan, startedAt);
      await markRead(database, source, startedAt);
      const counts = countsOf(plan, merged, prepared.length, rejected.length, reading.skipped);
      if (input.revision) await saveRevision(database, source, input.revision);
      await saveRun(database, source, {
        runId,
        startedAt,
        finishedAt: context.clock(),
        outcome: 'done',
        counts,
        rejected,
      });
      return { runId, counts, rejected };
    });
  } catch (error) {
    const failure = error instanceof Error ? error.message.slice(0, 500) : 'unknown';
    await saveRun(context.database, source, {
      runId,
      startedAt,
      finishedAt: context.clock(),
      outcome: 'failed',
      failure,
    });
    throw error;
  }
};

const UNKNOWN: ImportRefusal = {
  refused: 'unknown-source',
  reason: { de: 'Die Quelle ist nicht eingetragen.', en: 'The source is not registered.' },
};

const countsOf = (
  plan: ImportPlan,
  merged: number,
  read: number,
  rejected: number,
  skipped: Record<string, number>,
): ImportCounts => {
  const of = (kind: Change['kind']): number => plan.changes.filter((change) => change.kind === kind).length;
  return {
    read,
    created: of('created') - merged,
    changed: of('changed'),
    unchanged: plan.unchanged.length,
    returned: of('returned'),
    moved: of('moved'),
    merged,
    vanished: plan.vanished.length,
    rejected,
    skipped,
  };
};
