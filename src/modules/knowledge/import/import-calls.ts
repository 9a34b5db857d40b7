import type { Context } from '../../../foundation/database/context.ts';
import { type Organisation, recordOwnAct, seedOrganisation } from '../../accounts/index.ts';
import type { PlaceIndex } from '../../municipalities/index.ts';
import { upsertFoundCall } from '../centre/calls/call-store.ts';
import { organisationOf } from './import-entries.ts';
import type { ReadCalls } from './read-calls.ts';

export type CallReport = { created: number; changed: number; known: number; rejected: ReadCalls['rejected'] };

/**
 * Takes a list of calls in for the unit of the register that keeps it.
 * @throws Error where there is no such unit.
 */
export const importCalls = async (
  context: Context,
  places: PlaceIndex,
  { source, key }: { source: string; key: string | undefined },
  { found, rejected }: ReadCalls,
): Promise<CallReport> => {
  const centre: Organisation | undefined = key === undefined ? undefined : organisationOf(places, key);
  if (!centre) throw new Error('Geben Sie mit --key an, welche Stelle die Liste führt.');
  const report: CallReport = { created: 0, changed: 0, known: 0, rejected };
  await context.database.transaction().execute(async (database) => {
    const inside = { ...context, database };
    await seedOrganisation(inside, centre, []);
    const now = context.clock();
    for (const { foreignId, facts } of found) {
      const id = context.newId();
      report[await upsertFoundCall(database, centre, { id, facts, now, source, foreignId })] += 1;
    }
    await recordOwnAct(inside, centre, {
      act: 'import-calls',
      record: { type: 'funding-call', id: source.slice(0, 100) },
      detail: { created: report.created, changed: report.changed },
    });
  });
  return report;
};
